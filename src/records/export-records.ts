import type { Db } from '../db/database.ts';
import { canonicalJson } from '../law/canonical-json.ts';
import { NO_PREVIOUS } from './record-entry.ts';
import { walkRecords } from './walk-records.ts';

export const EXPORT_FORMAT = 'mingcai-records/1';

/**
 * The whole record as JSON lines, each in canonical form: first `{count, format, root}`, then the entries from the
 * first on. `verifyExport` checks it without a database.
 */
export async function exportRecords(db: Db): Promise<string> {
  const lines: string[] = [];
  let root = NO_PREVIOUS;
  for await (const entry of walkRecords(db)) {
    lines.push(canonicalJson(entry));
    root = entry.hash;
  }
  const header = canonicalJson({ format: EXPORT_FORMAT, count: lines.length, root });
  return `${[header, ...lines].join('\n')}\n`;
}
