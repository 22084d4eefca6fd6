import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFile } from '../../../src/cases/case-file.ts';
import { createCase } from '../../../src/cases/create-case.ts';
import { getCase } from '../../../src/cases/get-case.ts';
import { penaltyFile } from '../../../src/cases/penalty-file.ts';
import { saveCase } from '../../../src/cases/save-case.ts';
import type { Database } from '../../../src/db/database.ts';
import { deviationOfCase } from '../../../src/discretion/evenness/deviation-of-case.ts';
import { deviationReasons } from '../../../src/discretion/evenness/deviation-reasons.ts';
import { deviationState } from '../../../src/discretion/evenness/deviation-state.ts';
import { type GivenReason, recordReason } from '../../../src/discretion/evenness/record-reason.ts';
import { withdrawReason } from '../../../src/discretion/evenness/withdraw-reason.ts';
import { findTier } from '../../../src/discretion/find-tier.ts';
import { createDocument } from '../../../src/documents/create-document.ts';
import { draftDecision } from '../../../src/documents/draft-decision.ts';
import { listRecords } from '../../../src/records/list-records.ts';
import { COMPLETE_CASE } from '../../documents/complete-case.ts';
import { TEST_BOOK } from '../../review/test-book.ts';
import { TEST_PROFILE } from '../../review/test-profile.ts';
import { HANDLER, OTHER_HANDLER, submitted } from '../../signing/reviewed-case.ts';
import { openTestDatabase } from '../../support/database.ts';

const FACTS = '当事人同时向三所学校供餐，涉及未成年人较多';
const REASON = '按一般阶次处罚明显过轻';

/** The complete case with another fine, in yuan; its tier ends at 80,000 and its statute at 100,000. */
function fined(amount: number): CaseFile {
  const { decision, proposal } = COMPLETE_CASE;
  if (!decision || !proposal) throw new Error('the complete case has both');
  const penalties = [{ type: 'fine' as const, amount }];
  return { ...COMPLETE_CASE, decision: { ...decision, penalties }, proposal: { ...proposal, penalties } };
}

let database: Database;
let made = 0;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function kept(amount: number) {
  made += 1;
  return createCase(database.db, { file: { ...fined(amount), id: `deviating-${made}` }, by: HANDLER });
}
const obstacle = async (id: string) =>
  (await deviationOfCase(database.db, await getCase(database.db, id), TEST_BOOK)).obstacle;
const give = (caseId: string, change: Partial<GivenReason> = {}) =>
  recordReason(database.db, TEST_BOOK, {
    caseId,
    expectedRevision: 1,
    facts: FACTS,
    reason: REASON,
    evidence: ['e1'],
    by: HANDLER,
    ...change,
  });
const text = (file: CaseFile) =>
  draftDecision(file, { book: TEST_BOOK, profile: TEST_PROFILE, tier: findTier({ file, book: TEST_BOOK }) })
    .text;

describe('a fine outside its tier', () => {
  it('needs a reason from one fen above the tier on', async () => {
    expect(await obstacle((await kept(80_000)).id)).toBeUndefined();
    expect(await obstacle((await kept(80_000.01)).id)).toContain('特殊事实');
  });

  it('goes on with a reason that says who, when and which facts', async () => {
    const { id } = await kept(90_000);
    const saved = await give(id);
    expect(await obstacle(id)).toBeUndefined();
    expect(penaltyFile(saved).proposal?.deviation).toEqual({
      reason: REASON,
      facts: FACTS,
      evidence: ['e1'],
      fine: 90_000,
    });
    const [reason] = await deviationReasons(database.db, id);
    expect(reason).toMatchObject({ by: HANDLER.id, fine: 9_000_000, tier: '一般', caseRevision: 2 });
    expect(reason?.at).toBeInstanceOf(Date);
    const records = await listRecords(database.db, { object: `case:${id}`, limit: 5 });
    expect(records.find(({ action }) => action === '说明偏离理由')?.detail).toMatchObject({
      name: HANDLER.name,
      fine: '90,000 元',
      facts: FACTS,
      evidence: ['e1'],
    });
  });

  it('asks anew when the amount changes, and no more when it comes back into the tier', async () => {
    const { id } = await kept(90_000);
    const saved = await give(id);
    const change = async (amount: number, expectedRevision: number) => {
      const file = penaltyFile(saved);
      const penalties = [{ type: 'fine' as const, amount }];
      const next: CaseFile = {
        ...file,
        decision: { ...file.decision, penalties },
        proposal: { result: 'penalty', ...file.proposal, penalties },
      };
      return penaltyFile(
        await saveCase(database.db, { id, file: next, expectedRevision, by: HANDLER, note: '改' }),
      );
    };
    const raised = await change(95_000, 2);
    expect(await obstacle(id)).toContain('已经失效');
    expect(text(raised)).not.toContain(REASON);
    expect(text(raised)).toContain('【待补：偏离裁量基准的理由】');
    const lowered = await change(70_000, 3);
    expect(await obstacle(id)).toBeUndefined();
    expect(text(lowered)).not.toContain('偏离裁量基准');
    await change(90_000, 4);
    expect(await obstacle(id)).toBeUndefined();
  });

  it('does not go on when the file says something else than what was recorded', async () => {
    const { id } = await kept(90_000);
    const file = penaltyFile(await give(id));
    const proposal = { result: 'penalty' as const, penalties: [], ...file.proposal };
    const next = { ...file, proposal: { ...proposal, deviation: { reason: '另一个理由', fine: 90_000 } } };
    await saveCase(database.db, { id, file: next, expectedRevision: 2, by: HANDLER, note: '改' });
    expect(await obstacle(id)).toContain('不一致');
  });

  it('asks anew when the computed tier is another', async () => {
    const { id } = await kept(90_000);
    const file = penaltyFile(await give(id));
    const [recorded] = await deviationReasons(database.db, id);
    if (!recorded) throw new Error('a reason was recorded');
    const result = findTier({ file, book: TEST_BOOK });
    expect(deviationState(file, result, [recorded]).obstacle).toBeUndefined();
    const moved = deviationState(file, result, [{ ...recorded, tier: '较轻' }]);
    expect(moved).toMatchObject({ stands: false, obstacle: expect.stringContaining('“较轻”') });
  });

  it('is not sent to review before its reason is on record, and is then', async () => {
    const { db } = database;
    const submitOf = async (id: string) => {
      const stored = await getCase(db, id);
      const file = penaltyFile(stored);
      // The gap that the draft leaves for the reason is filled, as by a hand that would pass over the record.
      const draft = draftDecision(file, { book: TEST_BOOK, profile: TEST_PROFILE });
      const document = await createDocument(db, {
        caseId: id,
        caseRevision: stored.revision,
        draft,
        by: HANDLER,
      });
      return submitted(db, document.id);
    };
    const { id } = await kept(90_000);
    await expect(submitOf(id)).rejects.toMatchObject({ message: expect.stringContaining('特殊事实') });
    await give(id);
    expect(await submitOf(id)).toMatchObject({ caseRevision: 2 });
  });
});

describe('recordReason', () => {
  it.each<[string, Partial<GivenReason>, string]>([
    ['facts', { facts: ' \u200b ' }, 'facts'],
    ['a reason', { reason: '' }, 'reason'],
    ['evidence', { evidence: [] }, 'evidence'],
    ['evidence of the file', { evidence: ['none'] }, 'evidence'],
  ])('refuses without %s', async (_what, change, path) => {
    const { id } = await kept(90_000);
    await expect(give(id, change)).rejects.toMatchObject({ kind: 'invalid-input', faults: [{ path }] });
    expect(await deviationReasons(database.db, id)).toEqual([]);
  });

  it('is for handlers of the case alone, on the revision they saw', async () => {
    const { id } = await kept(90_000);
    await expect(give(id, { by: OTHER_HANDLER })).rejects.toMatchObject({ kind: 'not-allowed' });
    await expect(give(id, { expectedRevision: 7 })).rejects.toMatchObject({ kind: 'conflict' });
  });

  it('mends no fine outside the statute', async () => {
    await expect(give((await kept(100_000.01)).id)).rejects.toMatchObject({ kind: 'wrong-stage' });
    await expect(give((await kept(49_999.99)).id)).rejects.toMatchObject({ kind: 'wrong-stage' });
    expect((await give((await kept(100_000)).id)).revision).toBe(2);
  });

  it('takes no reason where there is no departure', async () => {
    const { id } = await kept(70_000);
    await expect(give(id)).rejects.toMatchObject({
      kind: 'wrong-stage',
      message: expect.stringContaining('没有偏离'),
    });
    expect(await deviationReasons(database.db, id)).toEqual([]);
  });
});

describe('withdrawReason', () => {
  it('takes the reason out of the file and keeps it as history', async () => {
    const { id } = await kept(90_000);
    await give(id);
    const saved = await withdrawReason(database.db, { caseId: id, expectedRevision: 2, by: HANDLER });
    expect(penaltyFile(saved).proposal?.deviation).toBeUndefined();
    expect(penaltyFile(saved).proposal?.penalties).toEqual([{ type: 'fine', amount: 90_000 }]);
    expect(await deviationReasons(database.db, id)).toHaveLength(1);
    expect(await obstacle(id)).toContain('已经撤回');
    expect(text(penaltyFile(saved))).not.toContain(REASON);
    const records = await listRecords(database.db, { object: `case:${id}`, limit: 5 });
    expect(records.find(({ action }) => action === '撤回偏离理由')?.detail).toMatchObject({ reason: REASON });
  });

  it('is for handlers of the case, on the revision they saw, and where there is a reason', async () => {
    const { id } = await kept(90_000);
    const withdraw = (expectedRevision: number, by = HANDLER) =>
      withdrawReason(database.db, { caseId: id, expectedRevision, by });
    await expect(withdraw(1)).rejects.toMatchObject({ kind: 'wrong-stage' });
    await give(id);
    await expect(withdraw(2, OTHER_HANDLER)).rejects.toMatchObject({ kind: 'not-allowed' });
    await expect(withdraw(1)).rejects.toMatchObject({ kind: 'conflict' });
  });
});

describe('a fine above the statute', () => {
  it('is told to be unlawful, and no reason is asked for', async () => {
    const { id } = await kept(100_000.01);
    const stored = await getCase(database.db, id);
    expect(await deviationOfCase(database.db, stored, TEST_BOOK)).toMatchObject({
      unlawful: true,
      obstacle: expect.stringMatching(/高于法定幅度.*违法/),
    });
    expect(await obstacle(id)).not.toContain('特殊事实');
    expect(text(penaltyFile(stored))).not.toContain('【待补：偏离裁量基准的理由】');
    expect(text(penaltyFile(stored))).toContain('【待补：法定幅度以内的罚款数额】');
  });
});

describe('the decision', () => {
  it('carries the facts, their evidence and the reason', async () => {
    const file = penaltyFile(await give((await kept(90_000)).id));
    const name = file.evidence?.find(({ id }) => id === 'e1')?.name;
    expect(text(file)).toContain(
      `本案有以下特殊事实：${FACTS}，有${name}证明。本案偏离裁量基准，理由是：${REASON}。`,
    );
  });
});
