import { describe, expect, it } from 'vitest';
import { findTier } from '../../src/discretion/find-tier.ts';
import { tiersInQuestion } from '../../src/discretion/tiers-in-question.ts';
import { bookOf, caseWith, itemOf, sanctionOf, tableOf } from './invented-tables.ts';

/** 2 的 15 次方种补齐方式，多于逐一试的数目。 */
const LISTED = Array.from({ length: 15 }, (_, index) => `情形${index + 1}`);
const small = { factor: 'goods', op: '<', value: 10_000 };
const large = { factor: 'goods', op: '>=', value: 10_000 };
const anyListed = { any: LISTED.map((factor) => ({ factor, op: '=', value: true })) };
const tiers = [
  { order: 1, name: '一般', grade: 'ordinary', when: small, conditions: '不足一万元', fine: { max: 50_000 } },
  {
    order: 2,
    name: '严重',
    grade: 'heavier',
    when: { all: [large, anyListed] },
    conditions: '一万元以上，有所列情形之一',
    fine: { min: 50_000, max: 100_000 },
  },
];
const factors = [
  { name: 'goods', question: '货值？', type: 'number', unit: '元' },
  ...LISTED.map((name) => ({ name, question: `是否有${name}？`, type: 'yes-no' })),
];
const itemWith = (more: object = {}) => itemOf({ factors, tiers, ...more });
const result = (facts: Record<string, number | boolean>) => {
  const book = bookOf([tableOf([itemWith()])], [sanctionOf({ min: 0, max: 100_000 })]);
  return findTier({ file: caseWith(facts), book });
};

describe('more unknown facts than are tried one by one', () => {
  it('a tier that is only not excluded is not settled', () => {
    const { tier, possibleTiers, range, missing } = result({ goods: 20_000 });
    expect(tier).toBeUndefined();
    expect(range).toBeUndefined();
    expect(possibleTiers.map(({ name }) => name)).toEqual(['严重']);
    expect(missing.map(({ factor }) => factor)).toEqual(expect.arrayContaining(LISTED));
  });

  it('a tier that holds whatever the rest is, is settled', () => {
    expect(result({ goods: 20_000, 情形1: true }).tier?.name).toBe('严重');
    expect(result({ goods: 9_999 }).tier?.name).toBe('一般');
  });

  it('among several the heaviest counts where the table says so, and only a sure one excludes the lighter', () => {
    const heaviest = itemOf({
      factors,
      severalTiers: 'heaviest',
      tiers: [
        { order: 1, name: '其他', grade: 'ordinary', when: large, conditions: '其他', fine: { max: 50_000 } },
        tiers[1],
      ],
    });
    const open = tiersInQuestion(tableOf([heaviest]).items[0]!, { goods: 20_000 });
    expect(open.possible.map(({ name }) => name)).toEqual(['其他', '严重']);
    expect(open).toMatchObject({ gap: false, overlap: false });
  });
});

describe('tiers that share a bound', () => {
  const shared = [
    {
      order: 1,
      name: '较轻',
      grade: 'lighter',
      when: { factor: '数', op: '<=', value: 5 },
      conditions: '五件以下',
    },
    {
      order: 2,
      name: '较重',
      grade: 'heavier',
      when: { factor: '数', op: '>=', value: 5 },
      conditions: '五件以上',
    },
  ].map((tier) => ({ ...tier, fine: { max: 50_000 } }));
  const reckon = (facts: Record<string, number>) => {
    const counted = [{ name: '数', question: '多少件？', type: 'number', unit: '件' }];
    const book = bookOf(
      [tableOf([itemOf({ factors: counted, tiers: shared })])],
      [sanctionOf({ min: 0, max: 100_000 })],
    );
    return findTier({ file: caseWith(facts), book });
  };

  it('are told where the facts fit both, not while the number is missing', () => {
    expect(reckon({ 数: 5 }).conflicts.map(({ kind }) => kind)).toEqual(['several-tiers']);
    const open = reckon({});
    expect(open.conflicts).toEqual([]);
    expect(open.tier).toBeUndefined();
    expect(open.missing.map(({ factor }) => factor)).toEqual(['数']);
  });
});
