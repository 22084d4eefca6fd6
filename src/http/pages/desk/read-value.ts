import type { AnyCaseFile } from '../../../cases/case-file.ts';
import { factName, factValue } from '../fact-words.ts';

/** A value as a person reads it: an officer or a piece of evidence by name, where the file refers to it by its id. */
export function readValue(file: AnyCaseFile, path: string, value: unknown): string {
  const list = /(?:^|\.)(servers|handlers|officers|officersSigned|evidence)\.\d+$/.exec(path)?.[1];
  const known = list === 'evidence' ? file.evidence : list ? file.officers : undefined;
  return known?.find(({ id }) => id === value)?.name ?? factValue(path, value);
}

/** The name of a fact that was read; what a paper states of itself goes by the paper's title. */
export function rowName(file: AnyCaseFile, path: string): string {
  const [, place, rest] = /^papers\.(\d+)\.(.+)$/.exec(path) ?? [];
  if (place === undefined || rest === undefined) return factName(path);
  const [, ...names] = factName(`papers.0.${rest}`, false).split(' › ');
  return [file.papers?.[Number(place)]?.title ?? '材料', ...names].join(' › ');
}
