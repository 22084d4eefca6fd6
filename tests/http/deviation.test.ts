import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import { createCase } from '../../src/cases/create-case.ts';
import { exampleCaseFile } from '../../src/cases/example-case-files.ts';
import { penaltyFile } from '../../src/cases/penalty-file.ts';
import { saveCase } from '../../src/cases/save-case.ts';
import { comparableCases } from '../../src/discretion/comparable-cases.ts';
import { keptPastCases } from '../../src/discretion/evenness/kept-past-cases.ts';
import { recordReason } from '../../src/discretion/evenness/record-reason.ts';
import { findTier } from '../../src/discretion/find-tier.ts';
import type { Person } from '../../src/staff/person.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

const NAMES = ['zhangmin', 'liqiang', 'wangfa', 'zhaoju'] as const;
const ID = 'beyond-the-tier';
const FACTS = '当事人同时向三所学校供餐';

let test: TestApp;
const cookies = new Map<string, string>();
const get = async (name: string, path: string) => (await test.get(path, cookies.get(name))).text();
const post = (name: string, form: Record<string, string>) =>
  test.post(`/cases/${ID}/deviation`, form, cookies.get(name));

/** The example of the missing health certificate with another fine, in yuan; its statute goes from 5,000 to 50,000. */
function fined(id: string, amount: number): CaseFile {
  const file = exampleCaseFile('food-no-health-certificate');
  const penalties = [{ type: 'fine' as const, amount }];
  const { decision: _decision, sources: _sources, ...rest } = file;
  return { ...rest, id, title: `${id} 示例案`, proposal: { result: 'penalty', ...file.proposal, penalties } };
}

function personOf(name: string): Person {
  const person = test.people.get(name);
  if (!person) throw new Error(`no ${name}`);
  return person;
}

beforeAll(async () => {
  test = await openTestApp();
  for (const name of NAMES) cookies.set(name, await test.signIn(name));
  await createCase(test.db, { file: fined(ID, 50_000), by: personOf('zhangmin') });
});
afterAll(() => test.close());

describe('the desk of a case whose fine leaves its tier', () => {
  it('asks the handler for the reason, and nobody else', async () => {
    const view = `/cases/${ID}?view=discretion`;
    const html = await get('zhangmin', view);
    expect(html).toContain('需要说明理由');
    expect(html).toContain(`action="/cases/${ID}/deviation"`);
    expect(await get('wangfa', view)).toContain('需要说明理由');
    expect(await get('wangfa', view)).not.toContain(`action="/cases/${ID}/deviation"`);
  });

  it('keeps what was typed when something is missing', async () => {
    const refused = await post('zhangmin', { revision: '1', facts: FACTS, reason: '' });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain(FACTS);
    expect(html).toContain('写明阶次为什么不适合本案');
    expect(html).toMatch(/<textarea name="reason"[^>]* aria-invalid="true" aria-describedby="fault-reason"/);
    expect(html).toMatch(/<p class="fault" id="fault-reason">/);
    expect(html).toMatch(/<fieldset id="field-evidence"[^>]* aria-describedby="fault-evidence"/);
    expect(html).toMatch(/<p class="fault" id="fault-evidence">/);
    expect(html).not.toMatch(/<textarea name="facts"[^>]* aria-invalid/);
  });

  it('takes it from the handler alone, and shows who gave it', async () => {
    const [evidence] = fined(ID, 1).evidence ?? [];
    const form = {
      revision: '1',
      facts: FACTS,
      reason: '按该阶次处罚明显过轻',
      'evidence.0': evidence?.id ?? '',
    };
    for (const name of ['liqiang', 'wangfa', 'zhaoju']) expect((await post(name, form)).status).toBe(403);
    expect((await post('zhangmin', form)).status).toBe(303);
    const html = await get('wangfa', `/cases/${ID}?view=discretion`);
    expect(html).toContain(FACTS);
    expect(html).toMatch(/张敏，\d{4}年/);
    expect(html).not.toContain('需要说明理由');
    expect(await get('zhangmin', `/cases/${ID}?view=records`)).toContain('说明偏离理由');
  });
});

describe('the desk of a case whose fine went back into its tier', () => {
  it('offers to withdraw the reason, and takes none', async () => {
    const { db, options } = test;
    const id = 'back-inside';
    const by = personOf('zhangmin');
    const first = fined(id, 45_000);
    await createCase(db, { file: first, by });
    const [evidence] = first.evidence ?? [];
    const given = { facts: FACTS, reason: '按该阶次处罚明显过轻', evidence: evidence ? [evidence.id] : [] };
    const stored = await recordReason(db, options.book, { caseId: id, expectedRevision: 1, by, ...given });
    const file = penaltyFile(stored);
    const penalties = [{ type: 'fine' as const, amount: 20_000 }];
    const back = { ...file, proposal: { result: 'penalty' as const, ...file.proposal, penalties } };
    await saveCase(db, { id, file: back, expectedRevision: 2, by, note: '改' });

    const view = `/cases/${id}?view=discretion`;
    const html = await get('zhangmin', view);
    expect(html).toContain('不再需要');
    expect(html).toContain(`action="/cases/${id}/deviation/withdraw"`);
    expect(html).not.toContain(`action="/cases/${id}/deviation"`);
    expect(await get('wangfa', view)).not.toContain(`action="/cases/${id}/deviation/withdraw"`);
    const send = (name: string, path: string, form: Record<string, string>) =>
      test.post(`/cases/${id}/${path}`, form, cookies.get(name));
    const again = { revision: '3', facts: FACTS, reason: '过轻', 'evidence.0': evidence?.id ?? '' };
    expect((await send('zhangmin', 'deviation', again)).status).toBe(409);
    expect((await send('liqiang', 'deviation/withdraw', { revision: '3' })).status).toBe(403);
    expect((await send('zhangmin', 'deviation/withdraw', { revision: '3' })).status).toBe(303);
    const after = await get('zhangmin', view);
    expect(after).toContain('已撤回');
    expect(after).not.toContain(`action="/cases/${id}/deviation`);
  });

  it('offers no form for a fine above the statute', async () => {
    await createCase(test.db, { file: fined('above-statute', 60_000), by: personOf('zhangmin') });
    const html = await get('zhangmin', '/cases/above-statute?view=discretion');
    expect(html).toContain('属于违法');
    expect(html).not.toContain('action="/cases/above-statute/deviation"');
    expect(html).not.toContain('可以偏离');
    expect(html).not.toContain('说明偏离的理由，或者调整数额');
  });
});

describe('decisions made here', () => {
  it('are compared with, without names or facts of others', async () => {
    const { db, options } = test;
    const file = fined('mine', 20_000);
    const before = comparableCases(file, options.book, await keptPastCases(db, options.book, file)).length;
    const other = fined('theirs', 30_000);
    const decided = { ...other, decision: { date: '2024-05-06', penalties: other.proposal?.penalties } };
    await createCase(db, { file: decided, by: personOf('liqiang') });
    const kept = await keptPastCases(db, options.book, file);
    const likes = comparableCases(file, options.book, kept);
    expect(likes).toHaveLength(before + 1);
    const { statutory } = findTier({ file, book: options.book });
    const [min, max] = [statutory?.min ?? 0, statutory?.max ?? 0];
    expect(likes[0]?.share).toBeCloseTo((3_000_000 - min) / (max - min), 9);
    const said = JSON.stringify(kept);
    expect(said).not.toContain('theirs 示例案');
    expect(said).not.toContain(other.party.name);
    expect(said).not.toContain(other.violation.facts ?? 'no facts');
  });

  it('stand beside the fine on the view of like cases', async () => {
    const html = await get('zhangmin', `/cases/${ID}?view=likes`);
    expect(html).toContain('在类案中的位置');
    expect(html).toContain('同一事项、同一地区');
    expect(html).not.toContain('theirs 示例案');
  });
});
