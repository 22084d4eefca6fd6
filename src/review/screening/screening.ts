import type { Selectable } from 'kysely';
import type { Db } from '../../db/database.ts';
import type { FindingVerdictRow, ScreeningRow } from '../../db/review-tables.ts';
import { AppError } from '../../errors.ts';
import type { MajorResult } from './is-major.ts';
import type { Finding } from './screen-case.ts';

/** What a reviewer says to one finding: 确认, 不采纳, 问承办人. */
export interface Verdict {
  rule: string;
  verdict: FindingVerdictRow['verdict'];
  reason: string;
  by: string;
  at: Date;
  /** What the handler answered to a question. */
  reply?: { text: string; by: string; at: Date };
}

/** One run of the eight criteria over one revision of a case, with what reviewers said to it. */
export interface Screening {
  id: string;
  caseId: string;
  caseRevision: number;
  rulesVersion: string;
  model?: string;
  major: MajorResult;
  findings: Finding[];
  verdicts: Verdict[];
  by: string;
  at: Date;
}

/** The last screening of a case, or `undefined`. */
export async function latestScreening(db: Db, caseId: string): Promise<Screening | undefined> {
  const row = await db
    .selectFrom('screenings')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row && withVerdicts(db, row);
}

/** One screening. Refuses with `not-found`. */
export async function getScreening(db: Db, id: string): Promise<Screening> {
  const row = await db.selectFrom('screenings').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('not-found', '没有这次审查，请回到案件重新打开审查结果。');
  return withVerdicts(db, row);
}

/** The screening, held until the transaction ends: no verdict changes while an opinion that rests on it is given. */
export async function lockScreening(trx: Db, id: string): Promise<Screening> {
  await trx.selectFrom('screenings').select('id').where('id', '=', id).forUpdate().execute();
  return getScreening(trx, id);
}

async function withVerdicts(db: Db, row: Selectable<ScreeningRow>): Promise<Screening> {
  const verdicts = await db
    .selectFrom('finding_verdicts')
    .selectAll()
    .where('screening_id', '=', row.id)
    .orderBy('rule')
    .execute();
  return {
    id: row.id,
    caseId: row.case_id,
    caseRevision: row.case_revision,
    rulesVersion: row.rules_version,
    ...(row.model === null ? {} : { model: row.model }),
    major: row.major as MajorResult,
    findings: row.findings as Finding[],
    verdicts: verdicts.map((verdict) => ({
      rule: verdict.rule,
      verdict: verdict.verdict,
      reason: verdict.reason,
      by: verdict.by_user,
      at: verdict.at,
      ...(verdict.reply !== null && verdict.reply_by !== null && verdict.reply_at !== null
        ? { reply: { text: verdict.reply, by: verdict.reply_by, at: verdict.reply_at } }
        : {}),
    })),
    by: row.by_user,
    at: row.at,
  };
}

/** Findings that nobody may pass over: not met, and of the kind that bars the decision. */
export function blockingFindings(screening: Screening): Finding[] {
  return screening.findings.filter((finding) => finding.answer === 'not-met' && finding.severity === 'block');
}
