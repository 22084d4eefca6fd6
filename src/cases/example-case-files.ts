import { exampleCase, exampleCases } from '../corpus/examples.ts';
import type { AnyCaseFile, CaseFile } from './case-file.ts';
import { readAnyCaseFile, readCaseFile } from './read-case-file.ts';

/** The bundled, invented example cases, of every kind of act. */
export function exampleCaseFiles(): AnyCaseFile[] {
  return exampleCases().map(readAnyCaseFile);
}

/** One example of a penalty by its id. Refuses with `not-found`, and with `invalid-input` where it is of another kind. */
export function exampleCaseFile(id: string): CaseFile {
  return readCaseFile(exampleCase(id));
}
