import { describe, expect, it } from 'vitest';
import { findTier } from '../../src/discretion/find-tier.ts';
import { takeShare } from '../../src/discretion/spans/take-share.ts';
import type { Sanction } from '../../src/law/sanction.ts';
import { bookOf, caseWith, type Facts, itemOf, LAW, sanctionOf, tableOf } from './invented-tables.ts';

const always = { factor: '数', op: '>=', value: 0 };
const flag = (name: string) => ({ name, question: `${name}？`, type: 'yes-no' });
const number = (name: string) => ({ name, question: `${name}？`, type: 'number' });
const tier = (more: object = {}) => ({
  order: 1,
  name: '一般',
  grade: 'ordinary',
  when: always,
  conditions: '一律',
  ...more,
});

function given(
  item: Record<string, unknown>,
  facts: Facts,
  options: {
    sanction?: Sanction;
    table?: Record<string, unknown>;
    amounts?: Record<string, number>;
    more?: Parameters<typeof caseWith>[2];
  } = {},
) {
  const sanction = options.sanction ?? sanctionOf({ min: 10_000, max: 100_000 });
  const factors = [number('数'), flag('逾期'), ...((item.factors as object[] | undefined) ?? [])];
  const book = bookOf([tableOf([itemOf({ ...item, factors })], options.table)], [sanction]);
  return findTier({ file: caseWith({ 数: 1, ...facts }, options.amounts, options.more), book });
}
const kinds = ({ conflicts }: ReturnType<typeof findTier>) => conflicts.map(({ kind }) => kind);

describe('spans of a tier by party, facts and shares', () => {
  const fines = [
    { party: 'unit', min: 35_000, max: 50_000 },
    { party: 'person', when: { factor: '逾期', op: '=', value: false }, min: 15_000, max: 20_000 },
    { party: 'person', when: { factor: '逾期', op: '=', value: true }, min: 20_000, max: 30_000 },
  ];
  const of = (kind: string, facts: Facts) =>
    given({ tiers: [tier({ fines })] }, facts, { more: { party: { kind, name: '示例' } } });

  it('takes the span of the party and of the facts', () => {
    expect(of('organisation', {}).range).toMatchObject({ min: 3_500_000, max: 5_000_000 });
    expect(of('person', { 逾期: false }).range).toMatchObject({ min: 1_500_000, max: 2_000_000 });
  });

  it('asks on which side 个体工商户 stands, unless the provision says so', () => {
    const business = (facts: Facts, more: Parameters<typeof sanctionOf>[1] = {}) =>
      given({ tiers: [tier({ fines })] }, facts, {
        sanction: sanctionOf({ min: 10_000, max: 100_000 }, more),
        more: { party: { kind: 'individual-business', name: '示例' } },
      });
    const open = business({ 逾期: true });
    expect([open.range, open.missing.map(({ factor }) => factor)]).toEqual([
      undefined,
      ['individual-business-as-unit'],
    ]);
    const said = (as: boolean) => business({ 逾期: true, 'individual-business-as-unit': as }).range;
    expect([said(true)?.min, said(false)?.min]).toEqual([3_500_000, 2_000_000]);
    expect(business({ 逾期: true }, { individualBusinessAs: 'unit' }).range?.min).toBe(3_500_000);
    // The spans of the provision itself are told apart as well.
    const parted = business(
      { 数: 1 },
      {
        fines: [
          { party: 'unit', range: { min: 30_000, max: 60_000 } },
          { party: 'person', range: { min: 10_000, max: 30_000 } },
        ],
      },
    );
    expect([parted.statutory, parted.range]).toEqual([undefined, undefined]);
    expect(parted.missing.map(({ factor }) => factor)).toContain('individual-business-as-unit');
    // Where nothing is told apart nothing is asked.
    const plain = given({ tiers: [tier({ fine: fines[0]! })] }, {});
    expect(plain.missing).toEqual([]);
  });

  it('never gives the offender the span of the persons responsible', () => {
    const beside = [
      { min: 35_000, max: 50_000 },
      { subject: 'responsible-person', min: 10_000, max: 20_000 },
    ];
    for (const kind of ['organisation', 'individual-business', 'person']) {
      const result = given(
        { tiers: [tier({ fines: beside })] },
        {},
        { more: { party: { kind, name: '示例' } } },
      );
      expect([kind, result.range?.min, result.range?.max]).toEqual([kind, 3_500_000, 5_000_000]);
    }
  });

  it('asks for the fact that selects the span, and reports a tier without one for the party', () => {
    const open = of('person', {});
    expect(open.range).toBeUndefined();
    expect(open.missing.map(({ factor }) => factor)).toEqual(['逾期']);
    const units = given(
      { tiers: [tier({ fine: { party: 'unit', min: 1 } })] },
      {},
      {
        more: { party: { kind: 'person', name: '示例' } },
      },
    );
    expect(units.range).toBeUndefined();
    expect(kinds(units)).toEqual(['no-fine-span']);
  });

  it('shares of the statute: 30 to 70 % of 10,000 to 100,000 is 10,000 + 27,000 to 10,000 + 63,000', () => {
    const fine = { ofSpan: true, min: 0.3, max: 0.7, maxInclusive: false };
    const result = given({ tiers: [tier({ fine })] }, {});
    expect(result.range).toMatchObject({
      min: 3_700_000,
      max: 7_300_000,
      minInclusive: true,
      maxInclusive: false,
    });
  });

  it('shares of a span with an end between two fen: each fen belongs to one tier alone', () => {
    const sanction = sanctionOf({ base: 'goods', min: 5, max: 10 });
    // Goods worth 0.01 yuan: 5 to 10 fen; half of it is 7.5 fen.
    const of = (share: object) =>
      given(
        { tiers: [tier({ fine: { ofSpan: true, ...share } })] },
        {},
        { sanction, amounts: { goods: 0.01 } },
      ).range;
    expect(of({ max: 0.5, maxInclusive: false })).toMatchObject({ min: 5, max: 7, maxInclusive: true });
    expect(of({ min: 0.5 })).toMatchObject({ min: 8, max: 10, minInclusive: true });
  });

  it('an end of a multiple between two fen belongs to the span too', () => {
    const sanction = sanctionOf({ base: 'goods', min: 5, max: 10 });
    // 99.99 × 7.505 = 750.42495: 750.42 is below it and belongs to the tier, though its end does not.
    const fine = { base: 'goods', min: 5, max: '7.505', maxInclusive: false };
    const { range } = given({ tiers: [tier({ fine })] }, {}, { sanction, amounts: { goods: 99.99 } });
    expect(range).toMatchObject({ min: 49_995, max: 75_042, maxInclusive: true });
  });
});

describe('amounts by units', () => {
  // The public table of Jiangmen, item 2-6: 200,000 to 700,000 and 10,000 for each further factor and each multiple.
  const perUnit = {
    from: 200_000,
    to: 700_000,
    add: [
      { factor: '因子', above: 1, each: 10_000 },
      { factor: '倍数', above: 0, each: 10_000, part: 'share' },
      { factor: '有毒因子', each: 20_000, when: { factor: '逾期', op: '=', value: true } },
    ],
  };
  const factors = [number('因子'), number('倍数'), number('有毒因子')];
  const sanction = sanctionOf({ min: 100_000, max: 1_000_000 });
  const of = (facts: Facts, add: object = {}) =>
    given({ perUnit: { ...perUnit, ...add }, factors }, facts, { sanction });

  it('adds for each unit above the number, whole or by share', () => {
    // Three factors: 2 × 10,000; 1.25 multiples: 12,500; 200,000 + 32,500 = 232,500, 700,000 + 32,500 = 732,500.
    const result = of({ 因子: 3, 倍数: 1.25, 逾期: false });
    expect(result.settled).toBe('per-unit');
    expect(result.range).toMatchObject({ min: 23_250_000, max: 73_250_000 });
    // And 2 × 20,000 where the condition holds: 272,500.
    expect(of({ 因子: 3, 倍数: 1.25, 逾期: true, 有毒因子: 2 }).range).toMatchObject({ min: 27_250_000 });
    // Below the number nothing is taken off.
    expect(of({ 因子: 0, 倍数: 0, 逾期: false }).range).toMatchObject({ min: 20_000_000, max: 70_000_000 });
  });

  it('gives no amount where nothing is counted and no sum stands under it', () => {
    const units = (when: boolean, from: number) =>
      given(
        {
          perUnit: {
            from,
            add: [{ factor: '因子', each: 10_000, when: { factor: '逾期', op: '=', value: when } }],
          },
          factors: [number('因子')],
        },
        { 因子: 3, 逾期: true },
        { sanction },
      );
    const none = units(false, 0);
    expect([none.range, none.settled, kinds(none)]).toEqual([undefined, undefined, ['no-tier']]);
    expect(units(false, 150_000).range).toMatchObject({ min: 15_000_000 });
    // 3 × 10,000 lies below the minimum of 100,000.
    expect(units(true, 0).range).toMatchObject({ min: 10_000_000 });
  });

  it('is cut to the statute: 700,000 + 40 × 10,000 lies above 1,000,000', () => {
    const result = of({ 因子: 41, 倍数: 0, 逾期: false });
    expect(result.range).toMatchObject({ min: 60_000_000, max: 100_000_000 });
    expect(kinds(result)).toEqual(['outside-statute']);
  });

  it('settles nothing while a number is missing, and tells what one unit more adds', () => {
    const open = of({ 因子: 3, 逾期: false });
    expect(open.range).toBeUndefined();
    expect(open.settled).toBeUndefined();
    expect(open.counting).toEqual({
      parts: [
        { factor: '因子', units: '2', each: 1_000_000, adds: 2_000_000 },
        { factor: '倍数', each: 1_000_000 },
      ],
      from: 22_000_000,
    });
    expect(open.missing.map(({ factor }) => factor)).toEqual(['倍数']);
    const { whatWouldChange } = of({ 因子: 3, 倍数: 0, 逾期: false });
    expect(whatWouldChange[0]).toEqual({
      factor: '因子',
      change: '因子由 3 变为 4',
      tier: '按单位数额',
      range: '230,000 元以上、730,000 元以下',
    });
  });

  it('gives way to a tier that stands beside it', () => {
    const grave = tier({
      when: { factor: '数', op: '>=', value: 100 },
      fine: { min: 1_000_000, max: 1_000_000 },
    });
    const item = { perUnit, factors, tiers: [grave] };
    const facts = { 因子: 1, 倍数: 0, 逾期: false };
    expect(given(item, { ...facts, 数: 100 }, { sanction }).settled).toBe('tier');
    expect(given(item, { ...facts, 数: 99 }, { sanction }).settled).toBe('per-unit');
  });
});

describe('the part of a span that the grounds call for, and rounding', () => {
  const within = {
    lighter: { from: 0, to: 0.3, toInclusive: false },
    ordinary: { from: 0.3, to: 0.7 },
    heavier: { from: 0.7, to: 1, fromInclusive: false },
    source: '示例规定第八条',
  };
  const LIGHTER = { kind: 'removed-harm', state: 'accepted' };
  const HEAVIER = { kind: 'heavier', state: 'accepted', basis: { law: LAW, article: '3' } };
  const of = (circumstances: object, tierMore: object = {}) =>
    given(
      { tiers: [tier({ fine: { min: 20_000, max: 50_000 }, ...tierMore })] },
      {},
      {
        table: { within },
        more: { circumstances: { factors: { 数: 1 }, ...circumstances } },
      },
    );

  it.each([
    ['lighter', { grounds: [LIGHTER] }, 2_000_000, 2_900_000], // 20,000 to 20,000 + 0.3 × 30,000
    ['ordinary', { noGrounds: true }, 2_900_000, 4_100_000],
    ['heavier', { grounds: [HEAVIER] }, 4_100_000, 5_000_000],
  ])('%s', (_, circumstances, min, max) => {
    const result = of(circumstances);
    expect(result.range).toMatchObject({ min, max });
    expect(result.steps).toContainEqual(
      expect.objectContaining({ basis: '《示例裁量基准》：示例规定第八条' }),
    );
  });

  describe('of a span with one end', () => {
    const ends = {
      ...within,
      onlyMax: { lighter: { from: 0.2, to: 0.2 }, ordinary: { from: 0.5, to: 0.5 }, source: '第八条第三项' },
      onlyMin: { ordinary: 2, heavier: 5, source: '第八条第三项' },
    };
    const open = (fine: object, circumstances: object, table: object = ends) => {
      const result = given(
        { tiers: [tier({ fine })] },
        {},
        {
          sanction: sanctionOf(fine),
          table: { within: table },
          more: { circumstances: { factors: { 数: 1 }, ...circumstances } },
        },
      );
      const named = result.steps.some(({ basis }) => basis.includes('第八条第三项'));
      return [result.range?.min, result.range?.max, named];
    };
    const [light, plain, heavy] = [{ grounds: [LIGHTER] }, { noGrounds: true }, { grounds: [HEAVIER] }];

    it.each([
      ['only a maximum, lighter: 20 % of it', { max: 50_000 }, light, [1_000_000, 1_000_000, true]],
      ['only a maximum, ordinary: half of it', { max: 50_000 }, plain, [2_500_000, 2_500_000, true]],
      ['only a maximum, heavier: nothing is named', { max: 50_000 }, heavy, [undefined, 5_000_000, false]],
      ['only a minimum, lighter: nothing is named', { min: 10_000 }, light, [1_000_000, undefined, false]],
      ['only a minimum, ordinary: twice', { min: 10_000 }, plain, [2_000_000, 2_000_000, true]],
      ['only a minimum, heavier: five times', { min: 10_000 }, heavy, [5_000_000, 5_000_000, true]],
      ['both ends: the common part', { min: 20_000, max: 50_000 }, heavy, [4_100_000, 5_000_000, false]],
    ] as [string, object, object, unknown[]][])('%s', (_, fine, circumstances, due) => {
      expect(open(fine, circumstances)).toEqual(due);
    });

    it('without a word of its own takes the common part from zero, as 30, 60 per cent of only a maximum', () => {
      expect(open({ max: 50_000 }, light, within)).toEqual([undefined, 1_500_000, false]);
      const split = {
        ...within,
        onlyMax: {
          lighter: { from: 0, to: 0.3 },
          ordinary: { from: 0.3, to: 0.6, fromInclusive: false },
          heavier: { from: 0.6, to: 1, fromInclusive: false },
          source: '第八条第三项',
        },
      };
      expect(open({ max: 50_000 }, plain, split)).toEqual([1_500_000, 3_000_000, true]);
      expect(open({ max: 50_000 }, heavy, split)).toEqual([3_000_000, 5_000_000, true]);
    });
  });

  it('a part that holds no fen is the one next to it, never the whole span', () => {
    const span = { min: 100, max: 102, minInclusive: true, maxInclusive: true };
    const part = takeShare(span, { from: 0.6, to: 0.9, fromInclusive: true, toInclusive: true });
    expect([part.min, part.max]).toEqual([101, 101]);
  });

  it('does not narrow on both, on a claimed ground, or where nobody has looked; a person is asked', () => {
    for (const circumstances of [
      { grounds: [LIGHTER, HEAVIER] },
      { grounds: [{ ...LIGHTER, state: 'claimed' }] },
      {},
    ]) {
      const result = of(circumstances);
      expect(result.range).toMatchObject({ min: 2_000_000, max: 5_000_000 });
      expect(result.missing.some(({ factor }) => factor.startsWith('circumstances.grounds'))).toBe(true);
    }
  });

  it('lighter stays inside the statute even where the tier begins below it', () => {
    const result = of({ grounds: [LIGHTER] }, { fine: { min: 5_000, max: 40_000 } });
    // Cut to 10,000 to 40,000 first, then 0.3 × 30,000.
    expect(result.range).toMatchObject({ min: 1_000_000, max: 1_900_000, maxInclusive: false });
  });

  it('rounds down, never out of the range', () => {
    const rounding = { to: 'thousand', source: '示例规定第九条' };
    const of = (fine: object, goods: number, sanction = sanctionOf({ base: 'goods', min: 1, max: 10 })) =>
      given({ tiers: [tier({ fine })] }, {}, { sanction, amounts: { goods }, table: { rounding } });
    // 1,234.56 × 3 to × 6 = 3,703.68 to 7,407.36: the upper end becomes 7,000, the lower would leave the tier.
    expect(of({ base: 'goods', min: 3, max: 6 }, 1_234.56).range).toMatchObject({
      min: 370_368,
      max: 700_000,
    });
    // A single amount of 3,703.68 becomes 3,000; one whose thousand lies below the statute stays.
    expect(of({ base: 'goods', min: 3, max: 3 }, 1_234.56).range).toMatchObject({
      min: 300_000,
      max: 300_000,
    });
    expect(of({ base: 'goods', min: 1, max: 1 }, 1_234.56).range).toMatchObject({
      min: 123_456,
      max: 123_456,
    });
  });
});
