import type { CaseFile } from '../cases/case-file.ts';
import { digestOfCase } from '../cases/digest-of-case.ts';
import { caseFileAt, getCase } from '../cases/get-case.ts';
import { penaltyFile } from '../cases/penalty-file.ts';
import type { StoredCase } from '../cases/stored-case.ts';
import { tookPart } from '../cases/took-part.ts';
import type { Profile } from '../corpus/profile.ts';
import type { ReferenceBook } from '../corpus/reference-book.ts';
import type { Db } from '../db/database.ts';
import { deviationOfCase } from '../discretion/evenness/deviation-of-case.ts';
import { checkText } from '../documents/check-text.ts';
import { findGaps } from '../documents/find-gaps.ts';
import { getDocument, getDocumentVersion } from '../documents/get-document.ts';
import type { DocumentVersion, StoredDocument } from '../documents/stored-document.ts';
import { AppError, type ErrorKind } from '../errors.ts';
import type { Day } from '../law/dates.ts';
import { passedRound, type ReviewRound, roundsOf } from '../review/opinion/review-round.ts';
import { isMajor, type MajorResult } from '../review/screening/is-major.ts';
import type { Person } from '../staff/person.ts';
import { sha256 } from './package-digests.ts';

export type Signer = Pick<Person, 'id' | 'name' | 'role' | 'certificateNumber'>;

export interface Obstacle {
  kind: ErrorKind;
  message: string;
}

/** Everything that a signature rests on, read in one go, with what stands in its way; nothing does when the list is empty. */
export interface Signability {
  document: StoredDocument;
  version: DocumentVersion;
  stored: StoredCase;
  major: MajorResult;
  reviewRequired: boolean;
  rounds: ReviewRound[];
  passed?: ReviewRound;
  obstacles: Obstacle[];
}

export interface SigningQuestion {
  documentId: string;
  signer: Signer;
  book: ReferenceBook;
  profile: Profile;
  today: Day;
  /** The head states that this decision is not a major one and is signed without review. */
  reviewNotRequired?: boolean;
}

/**
 * Whether this person may sign this document now, and if not, each reason why not. Pages show the list; signDocument
 * asks again inside its transaction. Refuses with `not-found`.
 */
export async function signingObstacles(db: Db, question: SigningQuestion): Promise<Signability> {
  const document = await getDocument(db, question.documentId);
  const version = await getDocumentVersion(db, document.id, document.version);
  const stored = await getCase(db, document.caseId);
  const rounds = await roundsOf(db, document.id);
  const file = penaltyFile(stored);
  const major = isMajor(file, question.profile);
  // What nobody has settled is treated as major: a missing fact never opens the way past the review.
  const reviewRequired = major.isMajor !== false;
  const passed = passedRound(rounds, {
    version: version.version,
    digest: version.digest,
    caseRevision: stored.revision,
  });
  const obstacles: Obstacle[] = [];
  const bar = (kind: ErrorKind, message: string) => obstacles.push({ kind, message });

  if (document.state === 'signed') bar('wrong-stage', '文书已经签署，不能重复签署。');
  const part = tookPart(stored, question.signer);
  if (part) bar('not-allowed', `${part}，不能签署自己办理的案件，请由其他负责人签署。`);
  if (rounds.some((round) => round.reviewer === question.signer.id)) {
    bar('not-allowed', `${question.signer.name}审核过这份文书，不能再签署，请由其他负责人签署。`);
  }
  if (rounds.some((round) => round.submittedBy === question.signer.id)) {
    bar('not-allowed', `${question.signer.name}提交过这份文书送审，不能再签署，请由其他负责人签署。`);
  }
  const gaps = findGaps(version.text);
  if (gaps.length > 0)
    bar('wrong-stage', `文书还有没有填写的地方（${gaps.slice(0, 3).join('')}），不能签署。`);
  const left = unresolvedOf(version, document, file, question);
  if (left.length > 0) bar('wrong-stage', `文书还有未解决的问题：${left.slice(0, 3).join('；')}，不能签署。`);
  if (version.caseRevision !== stored.revision) {
    bar('wrong-stage', '文书起草后案件有改动，请承办人核对文书、重新送审后再签署。');
  }
  if (sha256(version.docx) !== version.digest) {
    bar('conflict', '文书的字节与登记的摘要不符，可能被改动过；请停止签署，并通知系统管理员核查。');
  }
  const kept = await caseFileAt(db, stored.id, stored.revision);
  if (digestOfCase(kept) !== digestOfCase(stored.file)) {
    bar('conflict', '案件内容与保存的版本不符，可能被改动过；请停止签署，并通知系统管理员核查。');
  }
  const { obstacle } = await deviationOfCase(db, stored, question.book);
  if (obstacle && document.state !== 'signed') bar('wrong-stage', obstacle);
  if (!passed && document.state !== 'signed') {
    const message = missingReview(document, rounds, reviewRequired, question.reviewNotRequired === true);
    if (message) bar('wrong-stage', message);
  }
  return {
    document,
    version,
    stored,
    major,
    reviewRequired,
    rounds,
    obstacles,
    ...(passed ? { passed } : {}),
  };
}

/** Throws the first obstacle as a refusal. */
export function refuseObstacles({ obstacles }: Signability): void {
  const first = obstacles[0];
  if (first) throw new AppError(first.kind, first.message);
}

/** The library may have learnt since the review that an article is gone. Gaps have their own message. */
function unresolvedOf(
  version: DocumentVersion,
  document: StoredDocument,
  file: CaseFile,
  question: SigningQuestion,
): string[] {
  const on = file.decision?.date ?? question.today;
  const checked = checkText(version.text, {
    form: document.form,
    file,
    book: question.book,
    on,
  });
  return checked.unresolved.filter((entry) => !entry.startsWith('待补'));
}

function missingReview(
  document: StoredDocument,
  rounds: ReviewRound[],
  required: boolean,
  waived: boolean,
): string | undefined {
  const last = rounds.at(-1);
  if (document.state === 'in-review') return '文书正在法制审核中，请等待审核意见。';
  if (document.state === 'returned') return '法制审核没有通过，不能签署；请承办人修改后重新送审。';
  if (document.state === 'passed') return '审核通过后文书或者案件有改动，请承办人重新送审。';
  if (required) {
    return last
      ? '这一版文书没有经过法制审核（审核过的是另一版），请承办人重新送审。'
      : '重大执法决定未经法制审核或者审核未通过的，不得作出决定；请承办人先送审。';
  }
  // A negative opinion stands even where no review was required.
  if (last?.opinionAt) return '审核过的是另一版文书，请承办人重新送审。';
  return waived ? undefined : '本案不属于重大执法决定；未经法制审核直接签署的，请勾选确认。';
}
