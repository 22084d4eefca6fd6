import { describe, expect, it } from 'vitest';
import { findTier } from '../../src/discretion/find-tier.ts';
import { bookOf, caseWith, itemOf, sanctionOf, tableOf } from './invented-tables.ts';

const tiers = [
  {
    order: 1,
    name: '一般',
    grade: 'ordinary',
    when: { factor: '数', op: '>=', value: 0 },
    conditions: '一律',
    fine: { min: 20_000, max: 50_000 },
  },
];
const factors = [{ name: '数', question: '多少件？', type: 'number' }];
const share = (from: number, to: number) => ({ from, to });
const within = {
  lighter: share(0, 0.3),
  ordinary: share(0.3, 0.7),
  heavier: share(0.7, 1),
  source: '示例说明',
};

function given(
  grounds: object[],
  party: object = { kind: 'person', name: '示例当事人' },
  decidedOn?: string,
) {
  const book = bookOf(
    [tableOf([itemOf({ factors, tiers })], { within, inForce: { from: '2020-01-01' } })],
    [sanctionOf({ min: 10_000, max: 100_000 })],
  );
  const file = caseWith({ 数: 1 }, { gains: 0 }, { party, circumstances: { factors: { 数: 1 }, grounds } });
  return findTier({ file, book, ...(decidedOn ? { decidedOn } : {}) });
}
const stepOf = (result: ReturnType<typeof given>) =>
  result.steps.find(({ step }) => step.startsWith('情节：'));
const accepted = (kind: string, more = {}) => [{ kind, state: 'accepted', ...more }];

describe('grounds that oblige and grounds that allow', () => {
  it('removed harm must be counted, and takes the lower part of the span', () => {
    const result = given(accepted('removed-harm'));
    expect(stepOf(result)?.value).toBe('应当从轻或者减轻');
    expect(result.range).toMatchObject({ min: 2_000_000, max: 2_900_000 });
  });

  it('partial capacity may be counted: the span is left whole, and a person says', () => {
    const result = given(accepted('mental'));
    expect(stepOf(result)).toMatchObject({
      value: '可以从轻或者减轻',
      basis: expect.stringContaining('第三十一条'),
    });
    expect(result.grounds.mayMitigate).toBe(true);
    expect(result.range).toMatchObject({ min: 2_000_000, max: 5_000_000 });
    expect(result.missing.map(({ question }) => question).join()).toContain('由人决定');
  });

  it('beside a ground that obliges it takes nothing away', () => {
    const result = given([...accepted('mental'), ...accepted('meritorious')]);
    expect(result.range).toMatchObject({ max: 2_900_000 });
  });

  it('of another norm: what its words are must be said', () => {
    const basis = { law: '中华人民共和国食品安全法', article: '136' };
    const open = given(accepted('other-law', { basis }));
    expect(stepOf(open)?.value).not.toContain('应当从轻');
    expect(open.range).toMatchObject({ max: 5_000_000 });
    expect(stepOf(given(accepted('other-law', { basis, obliges: false })))?.value).toContain('可以');
    const must = given(accepted('other-law', { obliges: true }));
    expect(stepOf(must)).toMatchObject({
      step: expect.stringContaining('其他应当从轻或者减轻'),
      value: '应当从轻或者减轻',
    });
    expect(must.range).toMatchObject({ max: 2_900_000 });
  });
});

describe('grounds of natural persons alone', () => {
  it.each(['minor-age', 'mental'])('%s does not count for a unit', (kind) => {
    const result = given(accepted(kind), { kind: 'organisation', name: '示例公司' });
    expect(result.grounds.mayMitigate).toBe(false);
    expect(stepOf(result)).toBeUndefined();
    expect(result.conflicts).toContainEqual(
      expect.objectContaining({ kind: 'no-ground', text: expect.stringContaining('自然人') }),
    );
  });

  it('counts for whoever runs an individual business', () => {
    const result = given(accepted('mental'), { kind: 'individual-business', name: '示例店' });
    expect(result.grounds.mayMitigate).toBe(true);
  });

  it.each([
    ['2005-05-01', true],
    ['2005-04-30', false],
    ['2009-04-30', true],
    ['2009-05-02', false],
  ])('minor age of one born on %s, the act on 2023-05-01: %s', (birthDate, counts) => {
    const result = given(accepted('minor-age'), { kind: 'person', name: '示例当事人', birthDate });
    expect(result.grounds.mayMitigate).toBe(counts);
    expect(result.conflicts.some(({ kind }) => kind === 'no-ground')).toBe(!counts);
  });
});

describe('the text of the day of the decision', () => {
  it('a decision before the revision rests on the places of the former text', () => {
    const was = given(accepted('meritorious'), undefined, '2021-07-14');
    expect(stepOf(was)?.basis).toBe('《中华人民共和国行政处罚法》（2017年修正）第二十七条第一款第三项');
    const now = given(accepted('meritorious'), undefined, '2021-07-15');
    expect(stepOf(now)?.basis).toBe('《中华人民共和国行政处罚法》第三十二条第一款第四项');
  });
});
