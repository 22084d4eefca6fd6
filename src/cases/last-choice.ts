import type { Db } from '../db/database.ts';
import type { CaseFile } from './case-file.ts';
import { sameChoice, type ViolationChoice } from './choose-violation.ts';
import { caseRevisions } from './get-case.ts';

export const CHOSE = '选定事项：';

/** Begins the note under which a choice was taken back. */
export const TOOK_BACK = '撤销选定：';

/** The note under which a choice of what happened is kept: an own list's wording stands here alone. */
export function choiceNote({ name, listed }: Pick<ViolationChoice, 'name' | 'listed'>): string {
  return `${CHOSE}${name}${listed ? `（本机关清单第 ${listed.row} 行“${listed.name}”）` : ''}`;
}

export interface LastChoice {
  /** The revision that the choice made. */
  revision: number;
  name: string;
  before: CaseFile;
  made: CaseFile;
}

/**
 * The latest choice of what happened that was not taken back, as long as what it set still stands; `undefined` when there is
 * none to take back. After A, B and one undoing it is A.
 */
export async function lastChoice(db: Db, id: string, file: CaseFile): Promise<LastChoice | undefined> {
  const revisions = await caseRevisions(db, id);
  let undone = 0;
  const at = revisions.findIndex(({ note }) => {
    if (note.startsWith(TOOK_BACK)) undone += 1;
    return note.startsWith(CHOSE) && undone-- === 0;
  });
  const made = revisions[at];
  const before = revisions[at + 1]?.file;
  if (made?.file.action !== 'penalty' || before?.action !== 'penalty') return undefined;
  if (!sameChoice(made.file, file)) return undefined;
  return { revision: made.revision, name: made.file.violation.name, before, made: made.file };
}

/** The file as it was before anything was chosen for it; the present one where nothing was. */
export async function beforeChoices(db: Db, id: string, file: CaseFile): Promise<CaseFile> {
  const revisions = await caseRevisions(db, id);
  const first = revisions.findLastIndex(({ note }) => note.startsWith(CHOSE));
  const before = revisions[first + 1]?.file;
  return first >= 0 && before?.action === 'penalty' ? before : file;
}
