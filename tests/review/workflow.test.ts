import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import { saveCase } from '../../src/cases/save-case.ts';
import type { Database } from '../../src/db/database.ts';
import { editDocument } from '../../src/documents/edit-document.ts';
import { getDocument, getDocumentVersion } from '../../src/documents/get-document.ts';
import { listRecords } from '../../src/records/list-records.ts';
import { giveOpinion } from '../../src/review/opinion/give-opinion.ts';
import { giveVerdict } from '../../src/review/opinion/give-verdict.ts';
import { type Conclusion, passedRound, roundsOf } from '../../src/review/opinion/review-round.ts';
import { submitForReview } from '../../src/review/opinion/submit-for-review.ts';
import { rulesVersion } from '../../src/review/rules/rules-version.ts';
import { runScreening } from '../../src/review/screening/run-screening.ts';
import { blockingFindings, latestScreening } from '../../src/review/screening/screening.ts';
import { COMPLETE_CASE } from '../documents/complete-case.ts';
import {
  drafted,
  HANDLER,
  HEAD,
  OTHER_HANDLER,
  passed,
  REVIEWER,
  reviewed,
  screen,
  submitted,
  TODAY,
} from '../signing/reviewed-case.ts';
import { openTestDatabase } from '../support/database.ts';
import { TEST_BOOK } from './test-book.ts';
import { TEST_PROFILE } from './test-profile.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** Certificates that had run out before the investigation: a finding that bars the decision. */
const DEFECTIVE: CaseFile = {
  ...COMPLETE_CASE,
  officers: COMPLETE_CASE.officers!.map((officer) => ({
    ...officer,
    certificate: { ...officer.certificate!, validTo: '2024-12-31' },
  })),
};
const REASONS = '事实清楚，证据充分，程序合法，裁量适当。';
const opinion = (roundId: string, conclusion: Conclusion, change: object = {}) =>
  giveOpinion(database.db, {
    roundId,
    conclusion,
    reasons: REASONS,
    by: REVIEWER,
    profile: TEST_PROFILE,
    ...change,
  });
const edit = async (id: string, version: number, change: (body: string) => string) =>
  editDocument(database.db, {
    id,
    text: change((await getDocumentVersion(database.db, id, version)).text),
    expectedVersion: version,
    by: HANDLER,
    book: TEST_BOOK,
  });

describe('screening', () => {
  it('keeps the findings with the revision and the version of the rules', async () => {
    const { stored } = await drafted(database.db);
    const screening = await screen(database.db, stored.id);
    expect(screening).toMatchObject({ caseRevision: 1, rulesVersion: rulesVersion(), verdicts: [] });
    expect(screening.findings.length).toBeGreaterThan(10);
    expect(screening.major.isMajor).toBe(true);
    expect((await latestScreening(database.db, stored.id))?.id).toBe(screening.id);
  });

  it('is not for those who have no part in the case', async () => {
    const { stored } = await drafted(database.db);
    for (const by of [OTHER_HANDLER, HEAD, { ...HEAD, role: 'administrator' as const }]) {
      await expect(
        runScreening(database.db, {
          caseId: stored.id,
          by,
          profile: TEST_PROFILE,
          book: TEST_BOOK,
          today: TODAY,
        }),
      ).rejects.toMatchObject({ kind: 'not-allowed' });
    }
  });
});

describe('submission', () => {
  it('asks for a screening of the case as it stands', async () => {
    const { db } = database;
    const { document, stored } = await drafted(db);
    const submit = (version: number) =>
      submitForReview(db, {
        documentId: document.id,
        expectedVersion: version,
        by: HANDLER,
        book: TEST_BOOK,
      });
    await expect(submit(1)).rejects.toMatchObject({ message: expect.stringContaining('八项审查') });
    await screen(db, stored.id);
    await saveCase(db, {
      id: stored.id,
      file: { ...stored.file, cause: '改动的案由' },
      expectedRevision: 1,
      by: HANDLER,
      note: '改',
    });
    await expect(submit(1)).rejects.toMatchObject({
      message: expect.stringContaining('文书起草后案件有改动'),
    });
    await edit(document.id, 1, (body) => body);
    await expect(submit(2)).rejects.toMatchObject({ message: expect.stringContaining('八项审查') });
    await screen(db, stored.id);
    await expect(submit(1)).rejects.toMatchObject({ kind: 'conflict' });
    const round = await submit(2);
    const version = await getDocumentVersion(db, document.id, 2);
    expect(round).toMatchObject({ version: 2, digest: version.digest, caseRevision: 2 });
    expect((await getDocument(db, document.id)).state).toBe('in-review');
    await expect(submit(2)).rejects.toMatchObject({ message: expect.stringContaining('正在审核中') });
  });

  it('is for the handlers of the case alone', async () => {
    const { document, stored } = await drafted(database.db);
    await screen(database.db, stored.id);
    for (const by of [OTHER_HANDLER, REVIEWER, HEAD, { ...HANDLER, role: 'reviewer' as const }]) {
      await expect(
        submitForReview(database.db, { documentId: document.id, expectedVersion: 1, by, book: TEST_BOOK }),
      ).rejects.toMatchObject({ kind: 'not-allowed' });
    }
  });

  it.each<[string, (body: string) => string, string]>([
    ['没有填写的地方', (body) => `【待补：理由】${body}`, '待补'],
    [
      '引用不存在的条款',
      (body) => body.replace('本机关决定', '并依据《中华人民共和国食品安全法》第一百九十九条，本机关决定'),
      '没有这一条款',
    ],
    ['缺少要素', (body) => body.replace(/当事人对本决定不服的.*/, '完。'), '缺少'],
  ])('refuses a text with %s', async (_name, change, words) => {
    const { document, stored } = await drafted(database.db);
    await edit(document.id, 1, change);
    await screen(database.db, stored.id);
    await expect(
      submitForReview(database.db, {
        documentId: document.id,
        expectedVersion: 2,
        by: HANDLER,
        book: TEST_BOOK,
      }),
    ).rejects.toMatchObject({ kind: 'wrong-stage', message: expect.stringContaining(words) });
  });
});

describe('verdicts', () => {
  it('belong to a reviewer who had no hand in the case', async () => {
    const { stored } = await drafted(database.db, DEFECTIVE);
    const screening = await screen(database.db, stored.id);
    const rule = screening.findings[0]!.rule;
    const verdict = (by: Parameters<typeof giveVerdict>[1]['by']) =>
      giveVerdict(database.db, { screeningId: screening.id, rule, verdict: 'confirmed', by });
    for (const by of [HANDLER, HEAD, { ...HEAD, role: 'auditor' as const }]) {
      await expect(verdict(by)).rejects.toMatchObject({ kind: 'not-allowed' });
    }
    await expect(verdict({ ...REVIEWER, id: HANDLER.id })).rejects.toMatchObject({
      message: expect.stringContaining('承办人不得审核'),
    });
    await expect(verdict({ ...REVIEWER, name: '示例甲' })).rejects.toMatchObject({ kind: 'not-allowed' });
    expect((await verdict(REVIEWER)).verdicts).toMatchObject([
      { rule, verdict: 'confirmed', by: REVIEWER.id },
    ]);
  });

  it('need the qualification of those who began in 2018 or later, and not of those before', async () => {
    const { stored } = await drafted(database.db);
    const screening = await screen(database.db, stored.id);
    const rule = screening.findings[0]!.rule;
    const { legalQualificationOn: _none, ...unqualified } = REVIEWER;
    const verdict = (firstReviewOn: string) =>
      giveVerdict(database.db, {
        screeningId: screening.id,
        rule,
        verdict: 'confirmed',
        by: { ...unqualified, firstReviewOn },
      });
    await expect(verdict('2018-01-01')).rejects.toMatchObject({ kind: 'not-allowed' });
    expect((await verdict('2017-12-31')).verdicts).toHaveLength(1);
  });

  it('overrule only with a reason of four characters', async () => {
    const { stored } = await drafted(database.db);
    const screening = await screen(database.db, stored.id);
    const rule = screening.findings[0]!.rule;
    const verdict = (reason: string) =>
      giveVerdict(database.db, {
        screeningId: screening.id,
        rule,
        verdict: 'overruled',
        reason,
        by: REVIEWER,
      });
    for (const reason of ['', '不同意', ' 不对吧 ']) {
      await expect(verdict(reason)).rejects.toMatchObject({ kind: 'invalid-input' });
    }
    expect((await verdict('证件已换')).verdicts[0]).toMatchObject({
      verdict: 'overruled',
      reason: '证件已换',
    });
    await expect(
      giveVerdict(database.db, {
        screeningId: screening.id,
        rule: 'C9-99',
        verdict: 'confirmed',
        by: REVIEWER,
      }),
    ).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('the opinion', () => {
  it('passes exactly one version, once, and is on record', async () => {
    const { db } = database;
    const { document, round, digest } = await reviewed(db);
    const [kept] = await roundsOf(db, document.id);
    expect(kept).toMatchObject({ reviewer: REVIEWER.id, conclusion: 'agree', digest });
    expect((await getDocument(db, document.id)).state).toBe('passed');
    await expect(opinion(round.id, 'disagree')).rejects.toMatchObject({
      message: expect.stringContaining('不能更改'),
    });
    const exact = { version: 1, digest, caseRevision: 1 };
    expect(passedRound([kept!], exact)?.id).toBe(round.id);
    for (const other of [{ version: 2 }, { digest: 'x' }, { caseRevision: 2 }]) {
      expect(passedRound([kept!], { ...exact, ...other })).toBeUndefined();
    }
    const actions = (await listRecords(db, { object: `document:${document.id}`, limit: 10 })).map(
      (entry) => entry.action,
    );
    expect(actions).toEqual(['出具法制审核意见', '提交法制审核', '起草文书']);
  });

  it('needs a verdict on every blocking finding, and no pass stands beside a confirmed one', async () => {
    const { db } = database;
    const { document } = await drafted(db, DEFECTIVE);
    const round = await submitted(db, document.id);
    const screening = (await latestScreening(db, (await getDocument(db, document.id)).caseId))!;
    const blocking = blockingFindings(screening);
    expect(blocking.length).toBeGreaterThan(0);
    await expect(opinion(round.id, 'disagree')).rejects.toMatchObject({
      message: expect.stringContaining('没有处理'),
    });
    for (const { rule } of blocking) {
      await giveVerdict(db, { screeningId: screening.id, rule, verdict: 'confirmed', by: REVIEWER });
    }
    await expect(opinion(round.id, 'agree')).rejects.toMatchObject({
      kind: 'wrong-stage',
      message: expect.stringContaining('不能作出“同意”'),
    });
    await opinion(round.id, 'correct');
    expect((await getDocument(db, document.id)).state).toBe('returned');
    await expect(
      giveVerdict(db, {
        screeningId: screening.id,
        rule: blocking[0]!.rule,
        verdict: 'confirmed',
        by: REVIEWER,
      }),
    ).rejects.toMatchObject({ kind: 'wrong-stage' });
  });

  it('may pass when the reviewer overruled every blocking finding with a reason', async () => {
    const { db } = database;
    const { document, stored } = await drafted(db, DEFECTIVE);
    const round = await submitted(db, document.id);
    const screening = (await latestScreening(db, stored.id))!;
    for (const { rule } of blockingFindings(screening)) {
      await giveVerdict(db, {
        screeningId: screening.id,
        rule,
        verdict: 'overruled',
        reason: '证件已经换发，材料另附',
        by: REVIEWER,
      });
    }
    await opinion(round.id, 'agree-with-advice');
    expect((await getDocument(db, document.id)).state).toBe('passed');
  });

  it.each<[Conclusion, string]>(
    TEST_PROFILE.review!.conclusions!.filter(
      (conclusion) => conclusion !== 'agree' && conclusion !== 'agree-with-advice',
    ).map((conclusion) => [conclusion, 'returned']),
  )('sends the document back with %s', async (conclusion, state) => {
    const { document } = await drafted(database.db);
    await opinion((await submitted(database.db, document.id)).id, conclusion);
    expect((await getDocument(database.db, document.id)).state).toBe(state);
  });

  it('is refused without reasons, outside the list, and to the wrong hands', async () => {
    const { document } = await drafted(database.db);
    const round = await submitted(database.db, document.id);
    await expect(opinion(round.id, 'agree', { reasons: '九个字的理由不够长' })).rejects.toMatchObject({
      kind: 'invalid-input',
    });
    await expect(opinion(round.id, 'maybe' as Conclusion)).rejects.toMatchObject({ kind: 'invalid-input' });
    await expect(opinion(round.id, 'agree', { reasons: `同意${'\u200b'.repeat(20)}` })).rejects.toMatchObject(
      {
        kind: 'invalid-input',
      },
    );
    for (const by of [HANDLER, HEAD, { ...REVIEWER, id: HANDLER.id }]) {
      await expect(opinion(round.id, 'agree', { by })).rejects.toMatchObject({ kind: 'not-allowed' });
    }
    await opinion(round.id, 'agree', { reasons: '恰好十个字的一条理由' });
  });

  it('rests on a text that holds nothing unseen, whatever was pasted', async () => {
    const { db } = database;
    const { document } = await drafted(db);
    const open = await submitted(db, document.id);
    const before = (await getDocumentVersion(db, document.id, 1)).text;
    await edit(document.id, 1, (body) =>
      body.replace('案件调查终结', '\u202e本案\u0000调查\u0001终结\u200b'),
    );
    const after = await getDocumentVersion(db, document.id, 2);
    expect(after.text).toBe(before.replace('案件调查终结', '本案调查终结'));
    await expect(opinion(open.id, 'agree')).rejects.toMatchObject({ kind: 'wrong-stage' });
  });

  it('is withdrawn by any edit, before and after it was given', async () => {
    const { db } = database;
    const { document } = await drafted(db);
    const open = await submitted(db, document.id);
    await edit(document.id, 1, (body) => body.replace('案件调查终结', '本案调查终结'));
    await expect(opinion(open.id, 'agree')).rejects.toMatchObject({
      message: expect.stringContaining('已经撤回'),
    });
    const second = await submitted(db, document.id);
    await passed(db, second.id);
    await edit(document.id, 2, (body) => body.replace('本案调查终结', '案件调查终结'));
    expect((await getDocument(db, document.id)).state).toBe('draft');
    const rounds = await roundsOf(db, document.id);
    expect(rounds.map((round) => round.withdrawnAt !== undefined)).toEqual([true, true]);
    const back = await getDocumentVersion(db, document.id, 3);
    // Even the very bytes of the first version have to be reviewed again.
    expect(back.digest).toBe(open.digest);
    expect(passedRound(rounds, { version: 3, digest: back.digest, caseRevision: 1 })).toBeUndefined();
  });

  it('cannot pass a case that changed after the submission', async () => {
    const { db } = database;
    const { document, stored } = await drafted(db);
    const round = await submitted(db, document.id);
    await saveCase(db, {
      id: stored.id,
      file: { ...stored.file, cause: '改动的案由' },
      expectedRevision: 1,
      by: HANDLER,
      note: '改',
    });
    await expect(opinion(round.id, 'agree')).rejects.toMatchObject({
      message: expect.stringContaining('送审后案件有改动'),
    });
    await opinion(round.id, 'return');
  });
});
