import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import { createCase } from '../../src/cases/create-case.ts';
import { exampleCaseFile } from '../../src/cases/example-case-files.ts';
import { comparableCases } from '../../src/discretion/comparable-cases.ts';
import { keptPastCases } from '../../src/discretion/evenness/kept-past-cases.ts';
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
