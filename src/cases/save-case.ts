import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { AppError } from '../errors.ts';
import { visibleText } from '../law/visible-text.ts';
import { appendRecord } from '../records/append-record.ts';
import { ACTIONS, type AnyCaseFile } from './case-file.ts';
import { columnsOf, keepRevision } from './create-case.ts';
import { digestOfCase } from './digest-of-case.ts';
import { getCase } from './get-case.ts';
import { readAnyCaseFile } from './read-case-file.ts';
import type { Actor, StoredCase } from './stored-case.ts';

/**
 * Replaces the case file and keeps the former revision. `expectedRevision` is the one the person looked at:
 * when somebody saved in between, `conflict`. Saving an unchanged file changes nothing.
 * Refuses with `not-found`, `invalid-input`, and `not-allowed` for anyone but the case's own handlers.
 */
export async function saveCase(
  db: Db,
  input: { id: string; file: AnyCaseFile; expectedRevision: number; by: Actor; note: string },
): Promise<StoredCase> {
  const file = readAnyCaseFile(input.file);
  const note = visibleText(input.note).trim();
  if (file.id !== input.id) {
    throw new AppError('invalid-input', `案件编号不能改动，应为“${input.id}”，请改回后再保存。`, {
      faults: [{ path: 'id', expected: input.id }],
    });
  }
  return transact(db, async (trx) => {
    const current = await getCase(trx, input.id);
    requireHandler(current, input.by);
    if (file.action !== current.file.action) {
      throw new AppError(
        'invalid-input',
        `本案是${ACTIONS[current.file.action]}案件，执法行为的种类不能改动；另有其他种类的行为的，请另建案件。`,
        { faults: [{ path: 'action', expected: current.file.action }] },
      );
    }
    // The file was stored as jsonb, which keeps no order of keys: compare what it says.
    if (current.revision === input.expectedRevision && digestOfCase(current.file) === digestOfCase(file)) {
      return current;
    }
    const revision = input.expectedRevision + 1;
    const saved = await trx
      .updateTable('cases')
      .set({ ...columnsOf(file), revision, updated_at: new Date() })
      .where('id', '=', input.id)
      .where('revision', '=', input.expectedRevision)
      .returning('id')
      .executeTakeFirst();
    if (!saved) {
      throw new AppError(
        'conflict',
        `案件已被他人改为第 ${current.revision} 版，您看到的是第 ${input.expectedRevision} 版；请重新打开案件，在新版上修改。`,
      );
    }
    await keepRevision(trx, { file, revision, by: input.by.id, note });
    await appendRecord(trx, {
      actor: input.by.id,
      actorRole: input.by.role,
      action: '修改案件',
      object: `case:${input.id}`,
      digest: digestOfCase(file),
      detail: { name: input.by.name, revision, note },
    });
    return getCase(trx, input.id);
  });
}

/** Refuses with `not-allowed` unless the person handles this case. */
export function requireHandler(stored: StoredCase, by: Actor): void {
  if (by.role !== 'handler' || !stored.handlers.includes(by.id)) {
    throw new AppError('not-allowed', '只有本案承办人可以办理这一步，请由本案承办人登录后操作。');
  }
}
