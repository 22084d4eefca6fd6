import type { AnyCaseFile } from '../../../cases/case-file.ts';
import { factValue } from '../fact-words.ts';

/** A value as a person reads it: an officer or a piece of evidence by name, where the file refers to it by its id. */
export function readValue(file: AnyCaseFile, path: string, value: unknown): string {
  const list = /(?:^|\.)(servers|handlers|officers|officersSigned|evidence)\.\d+$/.exec(path)?.[1];
  const known = list === 'evidence' ? file.evidence : list ? file.officers : undefined;
  return known?.find(({ id }) => id === value)?.name ?? factValue(path, value);
}
