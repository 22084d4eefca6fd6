import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { assembleCase } from '../../src/dossiers/assemble-case.ts';
import type { Paper } from '../../src/dossiers/paper.ts';
import type { ReadDossier } from '../../src/dossiers/read-papers.ts';
import { READERS } from '../../src/dossiers/readers.ts';
import type { FileText } from '../../src/files/file-text.ts';
import { papersAsGiven, plainDossier } from './plain-dossier.ts';
import { realDossier } from './real-dossier.ts';
import { type Score, scoreDossier } from './score-dossier.ts';
import { addScores, scoreTable } from './score-table.ts';

/*
 * node --import tsx tests/dossiers/print-score.ts set-a [-v] [--given] [--files] [words …]
 *
 * Prints what the reading of the dossiers of a set finds per field. -v: every difference; --given: papers split and
 * named as their author did; --files: from real files, rendered and read as any folder is; words: only differences whose field or dossier holds one of them.
 */
const args = process.argv.slice(2);
const flags = args.filter((arg) => arg.startsWith('-'));
const [set = 'set-a', ...only] = args.filter((arg) => !arg.startsWith('-'));
const root = join(import.meta.dirname, set);
const scores: Score[] = [];
for (const entry of readdirSync(root, { withFileTypes: true })) {
  if (!entry.isDirectory()) continue;
  const folder = join(root, entry.name);
  const { dossier, files } = flags.includes('--files') ? await realDossier(folder) : plainDossier(folder);
  try {
    const score = scoreDossier(dossier, await read(papersAsGiven(dossier, files), files));
    scores.push(score);
    for (const { field, at, truth, read: given } of flags.includes('-v') ? score.differences : []) {
      const line = `${entry.name}  ${field}  ${at}`;
      if (only.length > 0 && !only.some((word) => line.includes(word))) continue;
      console.log(`${entry.name}  ${at}  ${JSON.stringify(truth) ?? '∅'} ← ${JSON.stringify(given) ?? '∅'}`);
    }
  } catch (error) {
    console.log(entry.name, error instanceof Error ? error.message.slice(0, 600) : error);
  }
}
console.log(scoreTable(addScores(scores)));

async function read(given: Paper[], files: FileText[]): Promise<Pick<ReadDossier, 'case' | 'papers'>> {
  if (!flags.includes('--given'))
    return (await import('../../src/dossiers/read-papers.ts')).readPapers(files);
  const facts = given.flatMap((paper) =>
    READERS.flatMap((reader) => reader(paper, given).map((fact) => ({ ...fact, paper }))),
  );
  return { papers: given, ...assembleCase(given, facts) };
}
