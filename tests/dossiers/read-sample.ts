import { join } from 'node:path';
import type { CaseFile } from '../../src/cases/case-file.ts';
import type { Decided } from '../../src/dossiers/decided-by-people.ts';
import { type ReadDossier, readPapers } from '../../src/dossiers/read-papers.ts';
import type { FileText } from '../../src/files/file-text.ts';
import { plainDossier } from './plain-dossier.ts';

/** A dossier with a contradiction of the party's name, as plain text. */
export function sampleFiles(): FileText[] {
  return plainDossier(join(import.meta.dirname, 'set-a/food-expired-cream')).files;
}

/** What was read, as it is kept: the case file as the papers alone have it, without their words. */
export interface SampleReading extends Omit<ReadDossier, 'case' | 'asRead'> {
  file: CaseFile;
  decided: Decided[];
}

/** Reads the files, after an earlier reading and what people decided of it. */
export function readSample(
  files: readonly FileText[],
  earlier?: Pick<ReadDossier, 'papers'>,
  decided: Decided[] = [],
): { file: CaseFile; reading: SampleReading } {
  const { case: file, asRead, ...rest } = readPapers(files, earlier && { papers: earlier.papers, decided });
  const papers = asRead.papers?.map(({ text: _, ...paper }) => paper) ?? [];
  return { file, reading: { ...rest, decided, file: { ...asRead, papers } } };
}
