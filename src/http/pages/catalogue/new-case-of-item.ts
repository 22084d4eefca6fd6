import type { CaseFile } from '../../../cases/case-file.ts';
import { chooseViolation, type ViolationChoice } from '../../../cases/choose-violation.ts';
import { createCase } from '../../../cases/create-case.ts';
import { choiceNote } from '../../../cases/last-choice.ts';
import { readAnyCaseFile } from '../../../cases/read-case-file.ts';
import { saveCase } from '../../../cases/save-case.ts';
import type { Actor, StoredCase } from '../../../cases/stored-case.ts';
import type { Db } from '../../../db/database.ts';
import { transact } from '../../../db/transact.ts';
import { AppError } from '../../../errors.ts';
import { today } from '../../../law/dates.ts';

/** Where the fields of the form stand in the case file. */
const FORM_FIELDS: Record<string, string> = {
  'party.name': 'party',
  'agency.name': 'agency',
  'violation.facts': 'facts',
  'violation.endedOn': 'asOf',
};

/**
 * A new penalty case of what a person typed, then the violation chosen for it as a second revision, which can be taken
 * back. Refuses with `invalid-input`, naming the fields of the form.
 */
export async function newCaseOfItem(
  db: Db,
  { form, choice, by }: { form: Record<string, string>; choice: ViolationChoice; by: Actor },
): Promise<StoredCase> {
  checkActDay(form.asOf?.trim() ?? '');
  const file = fileOf(form, choice.name);
  return transact(db, async (trx) => {
    const stored = await createCase(trx, { file, by });
    return saveCase(trx, {
      id: stored.id,
      file: chooseViolation(file, choice),
      expectedRevision: stored.revision,
      by,
      note: choiceNote(choice),
    });
  });
}

/** Nothing that is still to come can be punished. */
function checkActDay(day: string): void {
  if (day <= today()) return;
  throw new AppError('invalid-input', '行为发生日还没有到，请核对。', {
    faults: [{ path: 'asOf', expected: '不晚于今天的日期' }],
  });
}

/** The case as it is told before the choice: in the words in which somebody asked, where somebody did. */
function fileOf(form: Record<string, string>, name: string): CaseFile {
  const typed = (key: string) => form[key]?.trim() ?? '';
  const facts = typed('facts');
  const party = typed('party');
  const said = (typed('q') || name).slice(0, 60);
  try {
    const file = readAnyCaseFile({
      id: typed('id'),
      action: 'penalty',
      procedure: form.procedure === 'summary' ? 'summary' : 'ordinary',
      title: typed('title') || `${party}${said}案`,
      cause: said,
      field: typed('field'),
      agency: { name: typed('agency') },
      party: { kind: form.partyKind, name: party },
      violation: {
        name: said,
        ...(facts ? { facts } : {}),
        ...(typed('asOf') ? { endedOn: typed('asOf') } : {}),
      },
    });
    if (file.action === 'penalty') return file;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const faults = error.faults.map((fault) => ({ ...fault, path: FORM_FIELDS[fault.path] ?? fault.path }));
    throw new AppError('invalid-input', '没有建立案件，请按提示改正。', { faults, cause: error });
  }
  throw new AppError('invalid-input', '这里只能建立行政处罚案件。');
}
