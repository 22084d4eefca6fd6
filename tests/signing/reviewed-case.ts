import type { CaseFile } from '../../src/cases/case-file.ts';
import { createCase } from '../../src/cases/create-case.ts';
import { getCase } from '../../src/cases/get-case.ts';
import { penaltyFile } from '../../src/cases/penalty-file.ts';
import type { StoredCase } from '../../src/cases/stored-case.ts';
import type { Db } from '../../src/db/database.ts';
import { createDocument } from '../../src/documents/create-document.ts';
import { draftDecision } from '../../src/documents/draft-decision.ts';
import { getDocument, getDocumentVersion } from '../../src/documents/get-document.ts';
import type { StoredDocument } from '../../src/documents/stored-document.ts';
import { giveOpinion } from '../../src/review/opinion/give-opinion.ts';
import type { ReviewRound } from '../../src/review/opinion/review-round.ts';
import { submitForReview } from '../../src/review/opinion/submit-for-review.ts';
import { runScreening } from '../../src/review/screening/run-screening.ts';
import { type SigningRequest, signDocument } from '../../src/signing/sign-document.ts';
import { COMPLETE_CASE } from '../documents/complete-case.ts';
import { TEST_BOOK } from '../review/test-book.ts';
import { TEST_PROFILE } from '../review/test-profile.ts';

export const TODAY = '2025-05-13';
export const PASSWORD = 'correct horse battery';

export const HANDLER = { id: 'u-handler', name: '示例承办', role: 'handler' as const };
export const OTHER_HANDLER = { id: 'u-handler-2', name: '示例承办二', role: 'handler' as const };
export const REVIEWER = {
  id: 'u-reviewer',
  name: '示例审核',
  role: 'reviewer' as const,
  legalQualificationOn: '2016-03-01',
  firstReviewOn: '2019-05-06',
};
export const HEAD = { id: 'u-head', name: '示例负责', role: 'head' as const };

/** A major decision: complex, so that it needs a review and a collective discussion. */
export const MAJOR_CASE: CaseFile = {
  ...COMPLETE_CASE,
  major: { ...COMPLETE_CASE.major!, complex: true },
  discussion: {
    heldOn: '2025-05-09',
    attendees: ['示例己', '示例庚'],
    opinions: true,
    conclusion: '同意处罚',
  },
};

let made = 0;

/** Each call makes a case of its own, so that one database serves a whole file of tests. */
export async function drafted(
  db: Db,
  file: CaseFile = MAJOR_CASE,
): Promise<{ stored: StoredCase; document: StoredDocument; digest: string }> {
  const stored = await createCase(db, { file: { ...file, id: nextId() }, by: HANDLER });
  const draft = draftDecision(penaltyFile(stored), { book: TEST_BOOK, profile: TEST_PROFILE });
  const document = await createDocument(db, {
    caseId: stored.id,
    caseRevision: stored.revision,
    draft,
    by: HANDLER,
  });
  return { stored, document, digest: (await getDocumentVersion(db, document.id, 1)).digest };
}

function nextId(): string {
  made += 1;
  return `case-${made}`;
}

export function screen(db: Db, caseId: string) {
  return runScreening(db, { caseId, by: HANDLER, profile: TEST_PROFILE, book: TEST_BOOK, today: TODAY });
}

export async function submitted(db: Db, documentId: string): Promise<ReviewRound> {
  const document = await getDocument(db, documentId);
  await screen(db, (await getCase(db, document.caseId)).id);
  return submitForReview(db, { documentId, expectedVersion: document.version, by: HANDLER, book: TEST_BOOK });
}

export function passed(db: Db, roundId: string): Promise<ReviewRound> {
  return giveOpinion(db, {
    roundId,
    conclusion: 'agree',
    reasons: '事实清楚，证据充分，程序合法，裁量适当。',
    by: REVIEWER,
    profile: TEST_PROFILE,
  });
}

export async function reviewed(db: Db, file?: CaseFile) {
  const made = await drafted(db, file);
  const round = await submitted(db, made.document.id);
  await passed(db, round.id);
  return { ...made, round };
}

export function request(
  documentId: string,
  digest: string,
  change: Partial<SigningRequest> = {},
): SigningRequest {
  return {
    documentId,
    expectedDigest: digest,
    signer: HEAD,
    password: PASSWORD,
    checkPassword: async (_user, password) => password === PASSWORD,
    book: TEST_BOOK,
    profile: TEST_PROFILE,
    today: TODAY,
    ...change,
  };
}

export function sign(db: Db, documentId: string, digest: string, change: Partial<SigningRequest> = {}) {
  return signDocument(db, request(documentId, digest, change));
}
