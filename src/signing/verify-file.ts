import { verifyExport } from '../records/verify-export.ts';
import { type Verification, verifyPackage } from './verify-package.ts';

const RECORDS = 'mingcai-records/1';
/** The first line of a record export names its format; inside a package the quotes would be escaped. */
const FIRST_LINE = /^\{[^\n]{0,200}"format":"mingcai-records\/1"/;

/** Verifies a signed package or an export of the process record, whichever the bytes are. Offline; never throws. */
export function verifyFile(bytes: Uint8Array, options: { trustedKey?: string } = {}): Verification {
  const start = Buffer.from(bytes.subarray(0, 400)).toString('utf8');
  if (!FIRST_LINE.test(start)) return verifyPackage(bytes, options);
  try {
    return verifyExport(Buffer.from(bytes).toString('utf8'));
  } catch {
    return { ok: false, checks: [{ name: '文件格式', ok: false, expected: RECORDS, found: '无法读出' }] };
  }
}
