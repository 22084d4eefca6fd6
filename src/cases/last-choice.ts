import type { Db } from '../db/database.ts';
import type { CaseFile } from './case-file.ts';
import { sameChoice } from './choose-violation.ts';
import { caseRevisions } from './get-case.ts';

export const CHOSE = '选定事项：';

/** The note under which a choice of what happened is kept. */
export function choiceNote(name: string): string {
  return CHOSE + name;
}

export interface LastChoice {
  /** The revision that the choice made. */
  revision: number;
  name: string;
  before: CaseFile;
}

/** The latest choice of what happened, as long as what it set still stands; `undefined` when there is none to take back. */
export async function lastChoice(db: Db, id: string, file: CaseFile): Promise<LastChoice | undefined> {
  const revisions = await caseRevisions(db, id);
  const at = revisions.findIndex(({ note }) => note.startsWith(CHOSE));
  const made = revisions[at];
  const before = revisions[at + 1]?.file;
  if (made?.file.action !== 'penalty' || before?.action !== 'penalty') return undefined;
  if (!sameChoice(made.file, file)) return undefined;
  return { revision: made.revision, name: made.note.slice(CHOSE.length), before };
}
