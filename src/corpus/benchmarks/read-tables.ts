import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { AppError } from '../../errors.ts';
import { decodeText } from '../../files/decode-text.ts';
import { FILE_LIMITS } from '../../files/limits.ts';
import { readLines } from '../read-lines.ts';
import type { ReferenceBook } from '../reference-book.ts';
import { type BenchmarkRow, benchmarkLine } from '../sources/benchmark-rows.ts';
import { readSheet, type SheetMap } from '../sources/read-sheet.ts';
import { knownHead } from './known-head.ts';
import { readTable, type TableReading } from './read-table.ts';

interface TableRows {
  rows: BenchmarkRow[];
  beside: string[];
}

/**
 * The discretion tables printed in a file (.xlsx, or JSON lines). AppError 'invalid-input' where the file holds none.
 */
export async function readTables(
  file: string,
  book: Pick<ReferenceBook, 'titleOf' | 'sanctionsOf'>,
  map: SheetMap = {},
): Promise<TableReading[]> {
  const tables = await tablesIn(file, map);
  if (!tables) throw new AppError('invalid-input', '印着的裁量基准表格只读 .xlsx 和 .jsonl。');
  if (tables.size === 0)
    throw new AppError('invalid-input', `“${basename(file)}”里没有裁量基准的行，请核对文件和列的对应关系。`);
  return [...tables].map(([table, { rows, beside }]) => readTable(table, rows, book, knownHead(map), beside));
}

async function tablesIn(file: string, map: SheetMap): Promise<Map<string, TableRows> | undefined> {
  const suffix = extname(file).toLowerCase();
  if (suffix === '.xlsx') return ofSheet(file, map);
  return suffix === '.jsonl' || suffix === '.ndjson' ? ofLines(file) : undefined;
}

async function ofSheet(file: string, map: SheetMap): Promise<Map<string, TableRows>> {
  const { table, rows, beside } = await readSheet(
    await bytesOf(file),
    map,
    basename(file, extname(file)),
    FILE_LIMITS,
  );
  return new Map(rows.length > 0 ? [[table, { rows, beside }]] : []);
}

async function ofLines(file: string): Promise<Map<string, TableRows>> {
  const tables = new Map<string, TableRows>();
  for await (const { bytes } of readLines(file)) {
    const row = bytes && rowIn(decodeText(bytes) ?? '');
    if (!row) continue;
    const known = tables.get(row.table);
    if (known) known.rows.push(row);
    else tables.set(row.table, { rows: [row], beside: [] });
  }
  return tables;
}

function rowIn(text: string): BenchmarkRow | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    return typeof value === 'object' && value !== null
      ? benchmarkLine(value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new AppError('not-found', `读不到“${file}”，请检查路径。`, { cause: error });
  }
}
