import type { ReferenceBook } from '../reference-book.ts';
import type { SheetMap } from '../sources/read-sheet.ts';
import { previewTable, type TablePreview } from './preview-table.ts';
import { readTables } from './read-tables.ts';

/** What an import would understand of the discretion tables in a file (.xlsx, or JSON lines); nothing is stored. */
export async function previewFile(
  file: string,
  book: Pick<ReferenceBook, 'titleOf' | 'sanctionsOf'>,
  map: SheetMap = {},
): Promise<TablePreview[]> {
  return (await readTables(file, book, map)).map(previewTable);
}
