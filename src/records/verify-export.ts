import * as z from 'zod';
import { canonicalJson } from '../law/canonical-json.ts';
import { EXPORT_FORMAT } from './export-records.ts';
import { faultOf, NO_PREVIOUS, type RecordEntry } from './record-entry.ts';

/** One thing that was checked, in the shape that `mingcai verify` prints. */
export interface Check {
  name: string;
  ok: boolean;
  expected?: string;
  found?: string;
}

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const headerShape = z.strictObject({
  format: z.literal(EXPORT_FORMAT),
  count: z.int().nonnegative(),
  root: hash,
});
const entryShape = z.strictObject({
  seq: z.int().positive(),
  at: z.iso.datetime(),
  actor: z.string(),
  actorRole: z.string(),
  action: z.string(),
  object: z.string(),
  digest: z.string().nullable(),
  detail: z.looseObject({}),
  previousHash: hash,
  hash,
});

/** Checks an exported record offline: form of every line, unbroken chain, and the header's count and root. */
export function verifyExport(text: string): { ok: boolean; checks: Check[] } {
  const checks = runChecks(text);
  return { ok: checks.every((check) => check.ok), checks };
}

function runChecks(text: string): Check[] {
  const [first = '', ...rest] = text.split('\n');
  const header = readLine(first, headerShape);
  if (!header) return [{ name: '首行格式', ok: false, expected: EXPORT_FORMAT, found: first.slice(0, 80) }];
  const checks: Check[] = [{ name: '首行格式', ok: true }];
  const last = rest.pop();
  checks.push({
    name: '文件完整收尾',
    ok: last === '',
    ...(last === '' ? {} : { expected: '以换行结束', found: (last ?? '').slice(-80) }),
  });

  let previous: RecordEntry | undefined;
  for (const [index, line] of rest.entries()) {
    const entry = readLine(line, entryShape);
    if (!entry) {
      checks.push({
        name: `第 ${index + 1} 条格式`,
        ok: false,
        expected: '规范形式的记录',
        found: line.slice(0, 80),
      });
      return checks;
    }
    const fault = faultOf(entry, previous);
    if (fault) {
      const { check, ...values } = fault;
      checks.push({ name: `第 ${index + 1} 条 ${CHAIN_NAMES[check]}`, ok: false, ...values });
      return checks;
    }
    previous = entry;
  }
  checks.push({ name: '每条记录与前一条相连', ok: true });
  checks.push(compare('记录条数', String(header.count), String(rest.length)));
  checks.push(compare('末条摘要', header.root, previous?.hash ?? NO_PREVIOUS));
  return checks;
}

const CHAIN_NAMES = { seq: '序号', previousHash: '前条摘要', hash: '本条摘要' };

function compare(name: string, expected: string, found: string): Check {
  return expected === found ? { name, ok: true } : { name, ok: false, expected, found };
}

/** The line's value, if it has this shape and is written in canonical form: then no byte can differ unnoticed. */
function readLine<T>(line: string, shape: z.ZodType<T>): T | undefined {
  try {
    const value: unknown = JSON.parse(line);
    const result = shape.safeParse(value);
    return result.success && canonicalJson(value) === line ? result.data : undefined;
  } catch {
    return undefined;
  }
}
