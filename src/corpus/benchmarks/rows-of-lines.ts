import { decodeText } from '../../files/decode-text.ts';
import { readLines } from '../read-lines.ts';
import { type BenchmarkRow, benchmarkLine } from '../sources/sheets/benchmark-rows.ts';
import type { PrintedTables } from './rows-of-workbook.ts';

/** The discretion tables of JSON lines. Every line that holds no item is named with the reason. */
export async function rowsOfLines(file: string): Promise<PrintedTables> {
  const tables = new Map<string, BenchmarkRow[]>();
  const read: PrintedTables = { tables: [], unread: [] };
  for await (const { bytes, number } of readLines(file)) {
    const row = bytes ? rowIn(decodeText(bytes)) : '这一行过长';
    if (row === undefined) continue;
    if (typeof row === 'string') {
      read.unread.push({ place: `第 ${number} 行`, reason: row });
      continue;
    }
    const known = tables.get(row.table);
    if (known) known.push(row);
    else tables.set(row.table, [row]);
  }
  for (const [table, rows] of tables) read.tables.push({ table, rows, beside: [], remarks: [] });
  return read;
}

/** The item, or why the line holds none; nothing for an empty line. */
function rowIn(text: string | undefined): BenchmarkRow | string | undefined {
  if (text === undefined) return '不是文本（既非 UTF-8 也非 GB18030）';
  if (!text.replace(/^\ufeff/, '').trim()) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return '不是完整的 JSON';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '应为一个 JSON 对象';
  const row = benchmarkLine(value as Record<string, unknown>);
  if (!row) return '没有写明 benchmark（裁量基准的名称）或者 violation（违法行为）';
  return row;
}
