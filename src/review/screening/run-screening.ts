import { createHash, randomUUID } from 'node:crypto';
import { getCase } from '../../cases/get-case.ts';
import type { Actor, StoredCase } from '../../cases/stored-case.ts';
import { pastCases } from '../../corpus/past-cases.ts';
import type { Profile } from '../../corpus/profile.ts';
import type { ReferenceBook } from '../../corpus/reference-book.ts';
import type { Db } from '../../db/database.ts';
import { transact } from '../../db/transact.ts';
import { comparableCases } from '../../discretion/comparable-cases.ts';
import { keptPastCases } from '../../discretion/evenness/kept-past-cases.ts';
import { AppError } from '../../errors.ts';
import { canonicalJson } from '../../law/canonical-json.ts';
import type { Day } from '../../law/dates.ts';
import type { Chat } from '../../models/open-chat.ts';
import { appendRecord } from '../../records/append-record.ts';
import { rulesVersion } from '../rules/rules-version.ts';
import { askModel } from './ask-model.ts';
import { isMajor } from './is-major.ts';
import { screenCase } from './screen-case.ts';
import { getScreening, type Screening } from './screening.ts';

/**
 * Screens the case as it stands and keeps the findings with the version of the rules that made them.
 * With a model, the questions of judgement are put to it before anything is written. For handlers of the case and for
 * reviewers; anyone else is refused with `not-allowed`.
 */
export async function runScreening(
  db: Db,
  input: {
    caseId: string;
    by: Actor;
    profile: Profile;
    book: ReferenceBook;
    today: Day;
    chat?: Chat;
    signal?: AbortSignal;
    onAsked?: (done: number, total: number) => void;
  },
): Promise<Screening> {
  const stored = await getCase(db, input.caseId);
  requireScreener(stored, input.by);
  const others = [...pastCases(), ...(await keptPastCases(db, input.book, stored.file))];
  const screening = { ...input, likeCases: comparableCases(stored.file, input.book, others) };
  const found = screenCase(stored.file, screening);
  const findings = input.chat ? await askModel(found, stored.file, screening, input.chat, input) : found;
  const model = findings.some(({ by }) => by === 'model') ? (input.chat?.model ?? null) : null;
  const major = isMajor(stored.file, input.profile);
  const version = rulesVersion();
  return transact(db, async (trx) => {
    if ((await getCase(trx, input.caseId)).revision !== stored.revision) {
      throw new AppError('conflict', '审查期间案件有改动，请按新的案件内容重新审查。');
    }
    const id = randomUUID();
    await trx
      .insertInto('screenings')
      .values({
        id,
        case_id: input.caseId,
        case_revision: stored.revision,
        rules_version: version,
        model,
        major: JSON.stringify(major),
        findings: JSON.stringify(findings),
        by_user: input.by.id,
      })
      .execute();
    await appendRecord(trx, {
      actor: input.by.id,
      actorRole: input.by.role,
      action: '八项审查',
      object: `case:${input.caseId}`,
      digest: createHash('sha256').update(canonicalJson(findings)).digest('hex'),
      detail: {
        name: input.by.name,
        screening: id,
        caseRevision: stored.revision,
        rulesVersion: version,
        profile: input.profile.id,
        ...(model ? { model } : {}),
        notMet: findings.filter((finding) => finding.answer === 'not-met').map((finding) => finding.rule),
        unclear: findings.filter((finding) => finding.answer === 'unclear').map((finding) => finding.rule),
      },
    });
    return getScreening(trx, id);
  });
}

/** Refuses with `not-allowed` whoever neither handles the case nor is a reviewer. */
export function requireScreener(stored: StoredCase, by: Actor): void {
  const handles = by.role === 'handler' && stored.handlers.includes(by.id);
  if (handles || by.role === 'reviewer') return;
  throw new AppError('not-allowed', '只有本案承办人和法制审核人员可以发起八项审查。');
}
