import { statSync } from 'node:fs';
import type { AnyCaseFile, CaseFile } from '../cases/case-file.ts';
import { penaltyFile } from '../cases/penalty-file.ts';
import type { Chat } from '../models/open-chat.ts';
import { readWithProgress } from './read.ts';
import { readCase } from './read-input.ts';

/** Files that hold papers, not a case file. */
const PAPERS = /\.(?:zip|docx?|pdf|html?|md|txt|png|jpe?g|tiff?|bmp|webp)$/i;

/** Whether a path holds papers to be read, and not a case file. */
export function holdsPapers(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false) || PAPERS.test(path);
}

/**
 * The case at a path: a case file, or the papers of a dossier in a folder or an archive, which are read in threads that
 * begin before this returns.
 */
export async function caseAt(path: string, chat?: Chat): Promise<AnyCaseFile> {
  if (!holdsPapers(path)) return readCase(path);
  return (await readWithProgress([path], chat)).case;
}

/** The penalty case at a path; other kinds of act are refused. */
export async function penaltyCaseAt(path: string): Promise<CaseFile> {
  return penaltyFile({ file: await caseAt(path) });
}
