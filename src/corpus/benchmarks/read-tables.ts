import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { AppError } from '../../errors.ts';
import type { ReferenceBook } from '../reference-book.ts';
import type { SheetMap } from '../sources/sheets/sheet-map.ts';
import { knownHead } from './known-head.ts';
import { readTable, type TableReading } from './read-table.ts';
import { rowsOfLines } from './rows-of-lines.ts';
import { type PrintedTables, rowsOfWorkbook, type Unread } from './rows-of-workbook.ts';

/** The discretion tables of a file, and what in it was not read. */
export interface TablesRead {
  tables: TableReading[];
  unread: Unread[];
}

/**
 * The discretion tables printed in a file (.xlsx, or JSON lines). AppError 'invalid-input' where the file holds none.
 */
export async function readTables(
  file: string,
  book: Pick<ReferenceBook, 'titleOf' | 'sanctionsOf'>,
  map: SheetMap = {},
): Promise<TablesRead> {
  const printed = await tablesIn(file, map);
  if (!printed) throw new AppError('invalid-input', '印着的裁量基准表格只读 .xlsx 和 .jsonl。');
  const { tables, unread } = printed;
  if (tables.length === 0) {
    const [first] = unread;
    const why = first ? `${first.place}${first.reason}` : '请核对文件和列的对应关系';
    throw new AppError('invalid-input', `“${basename(file)}”里没有裁量基准的行：${why}。`);
  }
  return {
    tables: tables.map(({ table, rows, beside, remarks }) =>
      readTable(table, rows, book, knownHead(map), beside, remarks),
    ),
    unread,
  };
}

async function tablesIn(file: string, map: SheetMap): Promise<PrintedTables | undefined> {
  const suffix = extname(file).toLowerCase();
  if (suffix === '.xlsx') return rowsOfWorkbook(await bytesOf(file), map, basename(file, extname(file)));
  return suffix === '.jsonl' || suffix === '.ndjson' ? rowsOfLines(file) : undefined;
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new AppError('not-found', `读不到“${file}”，请检查路径。`, { cause: error });
  }
}
