import { readFile } from 'node:fs/promises';
import { AppError } from '../../../errors.ts';
import { readDataText } from '../read-data-text.ts';
import { type SheetMap, sheetMapSchema } from './sheet-map.ts';

/** Reads the columns of a spreadsheet from a YAML file. AppError 'invalid-input' names the file, the key and what it should be. */
export async function readSheetMap(file: string): Promise<SheetMap> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new AppError('not-found', `读不到列的对应关系“${file}”，请检查 --map 的路径。`, { cause: error });
  });
  const data = readDataText(text, /\.json$/i.test(file));
  if ('fault' in data) throw new AppError('invalid-input', `列的对应关系“${file}”：${data.fault}。`);
  const read = sheetMapSchema.safeParse(data.value);
  if (read.success) return read.data;
  const issue = read.error.issues[0]!;
  throw new AppError(
    'invalid-input',
    `列的对应关系“${file}”中 ${issue.path.join('.') || '顶层'}：${issue.message}。`,
  );
}
