import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { AppError } from '../errors.ts';
import { appendRecord } from '../records/append-record.ts';
import type { Actor } from './stored-case.ts';

/**
 * Removes every example case (示例) with what hangs on it, in one action; real cases are never touched.
 * The process record keeps that they existed. Returns how many went.
 */
export async function removeExamples(db: Db, by: Actor): Promise<number> {
  if (by.role !== 'handler' && by.role !== 'administrator') {
    throw new AppError('not-allowed', '只有承办人或系统管理员可以清除示例案件。');
  }
  return transact(db, async (trx) => {
    const examples = await trx.selectFrom('cases').select('id').where('example', '=', true).execute();
    if (examples.length === 0) return 0;
    const ids = examples.map((row) => row.id);
    const documents = trx.selectFrom('documents').select('id').where('case_id', 'in', ids);
    await trx.deleteFrom('signatures').where('document_id', 'in', documents).execute();
    await trx.deleteFrom('review_rounds').where('document_id', 'in', documents).execute();
    await trx.deleteFrom('cases').where('id', 'in', ids).execute();
    await appendRecord(trx, {
      actor: by.id,
      actorRole: by.role,
      action: '清除示例案件',
      object: 'cases:example',
      detail: { name: by.name, cases: ids },
    });
    return ids.length;
  });
}
