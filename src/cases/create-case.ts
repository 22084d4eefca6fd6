import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { AppError } from '../errors.ts';
import { appendRecord } from '../records/append-record.ts';
import type { AnyCaseFile } from './case-file.ts';
import { digestOfCase } from './digest-of-case.ts';
import { getCase } from './get-case.ts';
import { readAnyCaseFile } from './read-case-file.ts';
import type { Actor, StoredCase } from './stored-case.ts';

/**
 * Keeps a new case as revision 1. The creator handles it, together with `handlers` (ids of people).
 * Refuses with `invalid-input` (see readAnyCaseFile), `not-allowed` when the creator is no handler,
 * and `conflict` when the id is taken.
 */
export async function createCase(
  db: Db,
  input: { file: AnyCaseFile; by: Actor; handlers?: string[]; note?: string },
): Promise<StoredCase> {
  const file = readAnyCaseFile(input.file);
  if (input.by.role !== 'handler') {
    throw new AppError('not-allowed', '只有承办人可以建立案件，请由承办人登录后办理。');
  }
  return transact(db, async (trx) => {
    const handlers = [...new Set([input.by.id, ...(input.handlers ?? [])])];
    const added = await trx
      .insertInto('cases')
      .values({ ...columnsOf(file), id: file.id, revision: 1, created_by: input.by.id })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!added) {
      throw new AppError('conflict', `已有编号为“${file.id}”的案件，请换一个编号，或打开原案件修改。`, {
        faults: [{ path: 'id', expected: '未被使用的编号' }],
      });
    }
    await trx
      .insertInto('case_handlers')
      .values(handlers.map((user) => ({ case_id: file.id, user_id: user })))
      .execute();
    await keepRevision(trx, { file, revision: 1, by: input.by.id, note: input.note ?? '建立案件' });
    await appendRecord(trx, {
      actor: input.by.id,
      actorRole: input.by.role,
      action: '建立案件',
      object: `case:${file.id}`,
      digest: digestOfCase(file),
      detail: { name: input.by.name, title: file.title, revision: 1, handlers },
    });
    return getCase(trx, file.id);
  });
}

/** The columns of `cases` that repeat what the file says, for lists and filters. */
export function columnsOf(file: AnyCaseFile) {
  return {
    number: file.number ?? null,
    title: file.title,
    field: file.field,
    jurisdiction: file.jurisdiction ?? '',
    example: file.example ?? false,
    file: JSON.stringify(file),
  };
}

export async function keepRevision(
  trx: Db,
  kept: { file: AnyCaseFile; revision: number; by: string; note: string },
): Promise<void> {
  await trx
    .insertInto('case_revisions')
    .values({
      case_id: kept.file.id,
      revision: kept.revision,
      file: JSON.stringify(kept.file),
      by_user: kept.by,
      note: kept.note,
    })
    .execute();
}
