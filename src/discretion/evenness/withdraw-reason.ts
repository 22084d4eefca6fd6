import { getCase } from '../../cases/get-case.ts';
import { penaltyFile } from '../../cases/penalty-file.ts';
import { requireHandler, saveCase } from '../../cases/save-case.ts';
import type { Actor, StoredCase } from '../../cases/stored-case.ts';
import type { Db } from '../../db/database.ts';
import { transact } from '../../db/transact.ts';
import { AppError } from '../../errors.ts';
import { appendRecord } from '../../records/append-record.ts';

/**
 * A handler takes back the reason for leaving the benchmark, with its approval and notice. What was recorded stays as
 * history. Refuses with `not-allowed` for others, `conflict` on another revision and `wrong-stage` without a reason.
 */
export async function withdrawReason(
  db: Db,
  { caseId, expectedRevision, by }: { caseId: string; expectedRevision: number; by: Actor },
): Promise<StoredCase> {
  return transact(db, async (trx) => {
    const stored = await getCase(trx, caseId);
    requireHandler(stored, by);
    const file = penaltyFile(stored);
    if (!file.proposal?.deviation) {
      throw new AppError('wrong-stage', '案件没有偏离裁量基准的理由，不需要撤回。');
    }
    const { deviation, ...proposal } = file.proposal;
    const saved = await saveCase(trx, {
      id: stored.id,
      file: {
        ...file,
        proposal,
        ...(file.sources
          ? { sources: file.sources.filter(({ path }) => !path.startsWith('proposal.deviation')) }
          : {}),
      },
      expectedRevision,
      by,
      note: '撤回偏离裁量基准的理由',
    });
    await appendRecord(trx, {
      actor: by.id,
      actorRole: by.role,
      action: '撤回偏离理由',
      object: `case:${stored.id}`,
      detail: { name: by.name, revision: saved.revision, ...deviation },
    });
    return saved;
  });
}
