import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { AppError } from '../errors.ts';
import { appendRecord } from '../records/append-record.ts';
import { getCase } from './get-case.ts';
import { requireHandler } from './save-case.ts';
import type { Actor, StoredCase } from './stored-case.ts';

/** A handler of the case brings in another one (行政处罚法 42: at least two). Being a handler bars from reviewing and signing. */
export async function addHandler(
  db: Db,
  input: { id: string; handler: Actor; by: Actor },
): Promise<StoredCase> {
  if (input.handler.role !== 'handler') {
    throw new AppError('invalid-input', `${input.handler.name}不是承办人，请选择角色为承办人的人员。`);
  }
  return transact(db, async (trx) => {
    const stored = await getCase(trx, input.id);
    requireHandler(stored, input.by);
    if (stored.handlers.includes(input.handler.id)) return stored;
    await trx.insertInto('case_handlers').values({ case_id: input.id, user_id: input.handler.id }).execute();
    await appendRecord(trx, {
      actor: input.by.id,
      actorRole: input.by.role,
      action: '增加承办人',
      object: `case:${input.id}`,
      detail: { name: input.by.name, handler: input.handler.id, handlerName: input.handler.name },
    });
    return getCase(trx, input.id);
  });
}
