import { FILE_LIMITS } from '../../files/limits.ts';
import type { BenchmarkRow } from '../sources/sheets/benchmark-rows.ts';
import { readSheets } from '../sources/sheets/read-sheet.ts';
import type { SheetMap } from '../sources/sheets/sheet-map.ts';
import { tableHead } from './table-head.ts';

/** The rows of one printed table, before they are read. */
export interface PrintedRows {
  table: string;
  rows: BenchmarkRow[];
  /** What stands above the headings and in notes. */
  beside: string[];
  /** What people should know of the print as a whole. */
  remarks: string[];
}

/** Something in a file that was not read, with its place: 第 3 行, 工作表“目录”. */
export interface Unread {
  place: string;
  reason: string;
  /** A whole worksheet that is no table, as a cover or a list of contents: told, and no fault of the table. */
  beside?: true;
}

export interface PrintedTables {
  tables: PrintedRows[];
  unread: Unread[];
}

/** Defaults of office programs say nothing. */
const PLAIN_NAME = /^(?:sheet|工作表|表)\s*\d*$/i;

/**
 * The discretion tables of a workbook. Worksheets that print the same name are parts of one table, in the order of the workbook, unless
 * they use 以上 and 以下 in different meanings. AppError 'invalid-input' where none is a table.
 */
export async function rowsOfWorkbook(bytes: Buffer, map: SheetMap, title: string): Promise<PrintedTables> {
  const { tables, passed } = await readSheets(bytes, map, title, FILE_LIMITS);
  const several = tables.length > 1;
  const read: PrintedTables = {
    tables: [],
    unread: passed.map(({ sheet, reason }) => ({ place: `工作表“${sheet}”`, reason, beside: true })),
  };
  for (const { table: name, sheet, rows, beside, remarks, unread } of tables) {
    read.unread.push(
      ...unread.map(({ row, reason }) => ({
        place: `${several ? `工作表“${sheet}”` : ''}第 ${row} 行`,
        reason,
      })),
    );
    if (rows.length === 0) {
      if (several)
        read.unread.push({ place: `工作表“${sheet}”`, reason: '没有写明违法行为的行', beside: true });
      continue;
    }
    const same = read.tables.find((one) => one.table === name);
    const apart = same && !agree(same.beside, beside, name);
    const table = apart ? `${name}（${sheet}）` : name;
    const field = several && !PLAIN_NAME.test(sheet) ? sheet : undefined;
    const own = rows.map((row) => ({ ...row, table, ...(row.field || !field ? {} : { field }) }));
    if (!same || apart) read.tables.push({ table, rows: own, beside, remarks });
    else {
      same.rows.push(...own);
      same.beside.push(...beside.filter((line) => !same.beside.includes(line)));
      same.remarks.push(...remarks);
    }
  }
  return read;
}

function agree(one: readonly string[], other: readonly string[], name: string): boolean {
  const [a, b] = [tableHead(name, one).boundWords, tableHead(name, other).boundWords];
  return !a || !b || (a.above === b.above && a.below === b.below);
}
