import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseFile } from '../src/cases/case-file.ts';
import { readPapers } from '../src/dossiers/read-papers.ts';
import { plainDossier } from '../tests/dossiers/plain-dossier.ts';

const SETS = ['set-a', 'set-b', 'set-c'];
/** A dossier with fewer papers than this is no thick one. */
const FROM = 18;
const PAPERS = 25;

type Paper = NonNullable<CaseFile['papers']>[number];

/**
 * Case files with the full texts of 25 papers, as if people had noted everything themselves: the thicker dossiers of
 * the tests, short ones filled up with further copies of their own papers. With another `round` no text is the same.
 */
export function thickCases(round = 0): CaseFile[] {
  return dossiers().map(({ file, papers }) => ({
    ...file,
    papers: papers.map((paper) => ({ ...paper, text: `${paper.text}\n${' '.repeat(round)}` })),
  }));
}

let read: { file: CaseFile; papers: Paper[] }[] | undefined;

function dossiers(): { file: CaseFile; papers: Paper[] }[] {
  read ??= SETS.flatMap((set) => {
    const folder = join('tests/dossiers', set);
    return readdirSync(folder).flatMap((name) => {
      const dossier = readPapers(plainDossier(join(folder, name)).files);
      if (dossier.papers.length < FROM) return [];
      const { sources: _sources, ...file } = dossier.case;
      const texts = new Map(dossier.papers.map(({ id, text }) => [id, text]));
      const own = (file.papers ?? []).map((paper) => ({ ...paper, text: texts.get(paper.id) ?? '' }));
      const more = own.map((paper) => ({ ...paper, id: `${paper.id}0`, text: `${paper.text}\n（副本）` }));
      return [{ file, papers: [...own, ...more].slice(0, PAPERS) }];
    });
  });
  return read;
}
