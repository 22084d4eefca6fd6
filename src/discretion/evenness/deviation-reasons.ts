import type { Selectable } from 'kysely';
import type { Db } from '../../db/database.ts';
import type { DeviationReasonRow } from '../../db/evenness-tables.ts';
import type { Fen } from '../../law/money.ts';

/** 偏离理由 as a person recorded it. It was given for one fine in one tier. */
export interface RecordedReason {
  id: string;
  caseId: string;
  caseRevision: number;
  fine: Fen;
  tier: string;
  range: string;
  facts: string;
  /** Ids of evidence of the file. */
  evidence: string[];
  reason: string;
  by: string;
  at: Date;
}

/** Every reason recorded for a case, the latest first. */
export async function deviationReasons(db: Db, caseId: string): Promise<RecordedReason[]> {
  const rows = await db
    .selectFrom('deviation_reasons')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('at', 'desc')
    .orderBy('case_revision', 'desc')
    .execute();
  return rows.map(fromRow);
}

function fromRow(row: Selectable<DeviationReasonRow>): RecordedReason {
  return {
    id: row.id,
    caseId: row.case_id,
    caseRevision: row.case_revision,
    fine: Number(row.fine),
    tier: row.tier,
    range: row.range,
    facts: row.facts,
    evidence: row.evidence as string[],
    reason: row.reason,
    by: row.by_user,
    at: row.at,
  };
}
