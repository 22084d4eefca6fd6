import { createHash, randomUUID } from 'node:crypto';
import { getCase } from '../cases/get-case.ts';
import type { Actor } from '../cases/stored-case.ts';
import type { Profile } from '../corpus/profile.ts';
import type { ReferenceBook } from '../corpus/reference-book.ts';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { AppError } from '../errors.ts';
import { canonicalJson } from '../law/canonical-json.ts';
import type { Day } from '../law/dates.ts';
import { appendRecord } from '../records/append-record.ts';
import { isMajor } from './is-major.ts';
import { rulesVersion } from './rules-version.ts';
import { screenCase } from './screen-case.ts';
import { getScreening, type Screening } from './screening.ts';

/**
 * Screens the case as it stands and keeps the findings with the version of the rules that made them.
 * For handlers of the case and for reviewers; anyone else is refused with `not-allowed`.
 */
export async function runScreening(
  db: Db,
  input: { caseId: string; by: Actor; profile: Profile; book: ReferenceBook; today: Day },
): Promise<Screening> {
  const stored = await getCase(db, input.caseId);
  const handles = input.by.role === 'handler' && stored.handlers.includes(input.by.id);
  if (!handles && input.by.role !== 'reviewer') {
    throw new AppError('not-allowed', '只有本案承办人和法制审核人员可以发起八项审查。');
  }
  const findings = screenCase(stored.file, input);
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
        model: null,
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
        notMet: findings.filter((finding) => finding.answer === 'not-met').map((finding) => finding.rule),
        unclear: findings.filter((finding) => finding.answer === 'unclear').map((finding) => finding.rule),
      },
    });
    return getScreening(trx, id);
  });
}
