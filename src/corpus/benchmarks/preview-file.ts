import type { ReferenceBook } from '../reference-book.ts';
import type { SheetMap } from '../sources/sheets/sheet-map.ts';
import { previewTable, type TablePreview } from './preview-table.ts';
import { readTables } from './read-tables.ts';

/**
 * What an import would understand of the discretion tables in a file (.xlsx, or JSON lines); nothing is stored. What of the file belongs
 * to no table is told with the first.
 */
export async function previewFile(
  file: string,
  book: Pick<ReferenceBook, 'titleOf' | 'sanctionsOf'>,
  map: SheetMap = {},
): Promise<TablePreview[]> {
  const { tables, unread } = await readTables(file, book, map);
  const left = unread.map(({ place, reason }) => `${place}没有读：${reason}`);
  return tables.map((table, at) =>
    previewTable(at === 0 ? { ...table, remarks: [...left, ...table.remarks] } : table),
  );
}
