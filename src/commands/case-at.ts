import { statSync } from 'node:fs';
import type { AnyCaseFile, CaseFile } from '../cases/case-file.ts';
import { penaltyFile } from '../cases/penalty-file.ts';
import type { Chat } from '../models/open-chat.ts';
import { printNote } from './print.ts';
import { readWithProgress } from './read.ts';
import { readCase } from './read-input.ts';

/** Files that hold papers, not a case file. */
const PAPERS = /\.(?:zip|docx?|pdf|html?|md|txt|png|jpe?g|tiff?|bmp|webp)$/i;

/** So many files that were not read are named. */
const NAMED = 20;

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
  const { case: file, skipped } = await readWithProgress([path], chat);
  // What was not read may hold what the result finds missing.
  for (const one of skipped.slice(0, NAMED)) printNote(`没有读“${one.file}”：${one.reason}`);
  if (skipped.length > NAMED)
    printNote(`另有 ${skipped.length - NAMED} 个文件没有读，可用 mingcai read 查看全部。`);
  return file;
}

/** The penalty case at a path; other kinds of act are refused. */
export async function penaltyCaseAt(path: string): Promise<CaseFile> {
  return penaltyFile({ file: await caseAt(path) });
}
