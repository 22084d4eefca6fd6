import { exampleCase, exampleCases } from '../corpus/examples.ts';
import type { CaseFile } from './case-file.ts';
import { readCaseFile } from './read-case-file.ts';

/** The bundled, invented example cases. */
export function exampleCaseFiles(): CaseFile[] {
  return exampleCases().map(readCaseFile);
}

/** One example by its id. Refuses with `not-found`. */
export function exampleCaseFile(id: string): CaseFile {
  return readCaseFile(exampleCase(id));
}
