import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { AppError } from '../../errors.ts';
import { type SheetMap, sheetMapSchema } from './read-sheet.ts';

/** Reads the columns of a spreadsheet from a YAML file. AppError 'invalid-input' names the file, the key and what it should be. */
export async function readSheetMap(file: string): Promise<SheetMap> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new AppError('not-found', `读不到列的对应关系“${file}”，请检查 --map 的路径。`, { cause: error });
  });
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new AppError('invalid-input', `列的对应关系“${file}”不是 YAML：${reason}。`, { cause: error });
  }
  const read = sheetMapSchema.safeParse(value);
  if (read.success) return read.data;
  const issue = read.error.issues[0]!;
  throw new AppError(
    'invalid-input',
    `列的对应关系“${file}”中 ${issue.path.join('.') || '顶层'}：${issue.message}。`,
  );
}
