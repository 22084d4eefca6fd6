import { readdirSync, readFileSync } from 'node:fs';
import { AppError } from '../errors.ts';

const FOLDER = new URL('../../corpus/examples/', import.meta.url);

/**
 * The bundled example case files as parsed JSON, in the order of their file names; each call gives fresh objects.
 * The room of cases stands higher: whoever uses them reads them with readCaseFile.
 */
export function exampleCases(): object[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as object);
}

/** One example by its id, which is also its file's name. Refuses with `not-found`. */
export function exampleCase(id: string): object {
  const found = exampleCases().find((one) => 'id' in one && one.id === id);
  if (!found) throw new AppError('not-found', `没有示例案件“${id}”，请核对 corpus/examples 中的文件名。`);
  return found;
}
