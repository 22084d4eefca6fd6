import { describe, expect, it } from 'vitest';
import { checkBenchmark } from '../../../src/discretion/check/check-benchmark.ts';
import { tiersInQuestion } from '../../../src/discretion/tiers-in-question.ts';
import type { Sanction, SanctionFine } from '../../../src/law/sanction.ts';
import { byWord, itemOf, LAW, sanctionOf, tableOf, weightedItem } from '../invented-tables.ts';
import { BOOK } from './invented-tables.ts';

type Given = Record<string, unknown>;

/** The faults of one item under one provision, as `kind row`. */
function faultsOf(item: Given, fines: SanctionFine[], more: Partial<Sanction> = {}): string[] {
  const sanction = sanctionOf({}, { fines, ...more });
  const table = tableOf([{ ...item, breached: [{ law: LAW, article: '9' }] }]);
  return checkBenchmark(table, { ...BOOK, sanction: () => sanction, sanctionsOf: () => [sanction] }).map(
    ({ kind, row }) => `${kind} ${row}`,
  );
}

const number = (name: string, unit?: string) => ({
  name,
  question: `${name}？`,
  type: 'number',
  ...(unit ? { unit } : {}),
});
const at = (factor: string, op: string, value: number) => ({ factor, op, value });
const tiersOf = (...rows: [when: object, rest: object][]) =>
  rows.map(([when, rest], index) => ({
    order: index + 1,
    name: `第${index + 1}档`,
    grade: 'ordinary',
    when,
    conditions: '示例',
    ...rest,
  }));
const always = at('数', '>=', 0);
const one = (fine: object) => itemOf({ factors: [number('数')], tiers: tiersOf([always, { fine }]) });

describe('a table counted on another base than the statute', () => {
  const gains: SanctionFine[] = [{ range: { base: 'gains', min: 1, max: 5 } }];
  const fixed: SanctionFine[] = [{ range: { min: 10_000, max: 100_000 } }];
  const outside = ['outside-statute item 第1档'];

  it.each([
    ['a sum under times of the gains', one({ min: 10_000, max: 50_000 }), gains, outside],
    ['times of the goods under a sum', one({ base: 'goods', min: 5, max: 10 }), fixed, outside],
    ['times of the goods under times of the gains', one({ base: 'goods', min: 1, max: 5 }), gains, outside],
    [
      'shares of another base',
      one({ base: 'investment', min: '0.02', max: '0.04' }),
      [{ range: { base: 'contract', min: '0.02', max: '0.04' } }],
      outside,
    ],
    ['times of the same base', one({ base: 'gains', min: 1, max: 5 }), gains, []],
    ['shares of the statute itself', one({ ofSpan: true, min: 0, max: 1 }), gains, []],
    [
      'the same base, but for the least that counts',
      one({ base: 'disposal-cost', min: 3, max: 5 }),
      [{ range: { base: 'disposal-cost', baseLeast: 200_000, min: 3, max: 5 } }],
      outside,
    ],
  ] as [string, Given, SanctionFine[], string[]][])('%s', (_, item, fines, due) => {
    expect(faultsOf(item, fines)).toEqual(due);
  });

  it('is sound where the table bounds the base itself, to the yuan', () => {
    const goods = { name: 'goods', question: '货值？', type: 'number', unit: '元' };
    const bounded = (top: number) =>
      itemOf({
        factors: [goods],
        tiers: tiersOf(
          [at('goods', '<', 10_000), { fine: { base: 'goods', min: 1, max: 5 } }],
          [
            { all: [at('goods', '>=', 10_000), at('goods', '<', 20_000)] },
            { fine: { min: 20_000, max: top } },
          ],
          [at('goods', '>=', 20_000), { fine: { base: 'goods', min: 1, max: 5 } }],
        ),
      });
    const times: SanctionFine[] = [{ range: { base: 'goods', min: 1, max: 5 } }];
    // At 10,000 the most is 50,000; up to 19,999.99 the least is below 20,000.
    expect(faultsOf(bounded(50_000), times)).toEqual([]);
    expect(faultsOf(bounded(50_001), times)).toEqual(['outside-statute item 第2档']);
  });

  it('weighted sums and sums by units as well', () => {
    const words = byWord('度', [
      ['轻', 0],
      ['重', 80],
    ]);
    const weighted = (of: object) => weightedItem([{ percent: 20, of }], [words]);
    expect(faultsOf(weighted({ max: 50_000 }), gains)).toEqual(['outside-statute item']);
    expect(faultsOf(weighted({ base: 'gains', times: 5 }), gains)).toEqual([]);
    const counted = (from: number, each: number) =>
      itemOf({ factors: [number('数')], perUnit: { from, add: [{ factor: '数', each }] } });
    expect(faultsOf(counted(10_000, 1_000), gains)).toEqual(['outside-statute item']);
    expect(faultsOf(counted(10_000, 1_000), fixed)).toEqual([]);
    // A sum built of units alone has no base below the minimum; one unit above the maximum is a fault.
    expect(faultsOf(counted(0, 500), fixed)).toEqual([]);
    expect(faultsOf(counted(0, 100_001), fixed)).toEqual(['outside-statute item']);
    expect(faultsOf(counted(1, 500), fixed)).toEqual(['outside-statute item']);
  });
});

describe('branches of a provision that the table does not ask about', () => {
  const switched = (factor: string): SanctionFine[] => [
    { when: { factor, op: '=', value: false }, range: { min: 1_000, max: 10_000 } },
    { when: { factor, op: '=', value: true }, range: { min: 10_001, max: 50_000 } },
  ];
  const rows = (first: object, second: object) =>
    itemOf({
      factors: [number('数')],
      tiers: tiersOf([at('数', '<', 5), { fine: first }], [at('数', '>=', 5), { fine: second }]),
    });
  const [low, high] = [
    { min: 1_000, max: 5_000 },
    { min: 20_000, max: 50_000 },
  ];
  const middle = { min: 5_000, max: 10_000 };

  it('one branch must be right for all rows', () => {
    expect(faultsOf(rows(low, middle), switched('逾期不改正'))).toEqual([]);
    expect(faultsOf(rows(low, high), switched('逾期不改正'))).toHaveLength(1);
    expect(faultsOf(rows(low, { min: 5_000, max: 60_000 }), switched('逾期不改正'))).toEqual([
      'outside-statute item 第2档',
    ]);
  });

  it('what is left to judgment each row may stand for', () => {
    expect(faultsOf(rows(low, high), switched('serious'))).toEqual([]);
    expect(faultsOf(rows(low, { min: 5_000, max: 50_000 }), switched('serious'))).toEqual([
      'outside-statute item 第2档',
    ]);
  });

  it('a branch that is right for persons does not excuse the span of units', () => {
    const parted: SanctionFine[] = [
      ...switched('逾期不改正').map((fine) => ({ ...fine, party: 'unit' as const })),
      { party: 'person', range: { min: 1_000, max: 50_000 } },
    ];
    expect(faultsOf(rows(low, high), parted)).toHaveLength(1);
  });
});

describe('parties and counts', () => {
  const fixed: SanctionFine[] = [{ range: { min: 1_000, max: 100_000 } }];

  it('one span for one kind of party leaves the other without', () => {
    const units = one({ party: 'unit', min: 1_000, max: 2_000 });
    expect(faultsOf(units, fixed)).toEqual(['party-missing item 第1档']);
    expect(faultsOf({ ...units, appliesTo: 'unit' }, fixed)).toEqual([]);
    const sometimes = one({ when: at('数', '>', 3), min: 1_000, max: 2_000 });
    expect(faultsOf(sometimes, fixed)).toEqual(['party-missing item 第1档']);
  });

  const rows = (label: string, unit: string, ...ops: [string, number][]) => ({
    ...itemOf({
      factors: [number(label, unit)],
      tiers: tiersOf(
        ...ops.map(([op, value], index): [object, object] => [
          at(label, op, value),
          { fine: { min: 1_000 * (index + 1), max: 1_000 * (index + 2) } },
        ]),
      ),
    }),
  });

  it.each([
    ['首次、2次、3次以上', rows('违法次数', '次', ['=', 1], ['=', 2], ['>=', 3]), []],
    ['1人、2人以上', rows('涉及人数', '人', ['=', 1], ['>=', 2]), []],
    ['1个、3个以上：2 个没有', rows('数量', '个', ['=', 1], ['>=', 3]), ['gap item']],
    ['0 次另有阶次的，从 0 起', rows('次数', '次', ['=', 0], ['>=', 2]), ['gap item']],
    ['此前受过处罚的次数可以是 0', rows('此前受处罚次数', '次', ['=', 1], ['>=', 2]), ['gap item']],
    ['死亡人数可以是 0', rows('死亡人数', '人', ['=', 1], ['>=', 2]), ['gap item']],
    ['量出来的可以不足 1', rows('重量', '吨', ['=', 1], ['>=', 1.5]), ['gap item']],
  ] as [string, Given, string[]][])('%s', (_, item, due) => {
    expect(faultsOf(item, fixed)).toEqual(due);
  });

  it('an unanswered count leaves its tiers and no gap', () => {
    const [item] = tableOf([rows('违法次数', '次', ['=', 1], ['>=', 2])]).items;
    const open = tiersInQuestion(item!, {});
    expect([open.possible.length, open.gap]).toEqual([2, false]);
    const [none] = tableOf([
      {
        ...rows('次数', '次', ['>=', 1]),
        tiers: tiersOf([{ not: at('次数', '>=', 1) }, {}], [at('次数', '>=', 1), {}]),
      },
    ]).items;
    expect(tiersInQuestion(none!, {}).possible.length).toBe(2);
  });
});

describe('a provision that fines units alone', () => {
  const units: SanctionFine[] = [
    { party: 'unit', range: { min: 10_000, max: 100_000 } },
    { subject: 'responsible-person', range: { min: 1_000, max: 5_000 } },
  ];

  it('is divided by a table that does not speak of persons', () => {
    expect(faultsOf(one({ min: 10_000, max: 100_000 }), units)).toEqual([]);
  });

  it('has no span for a column of persons', () => {
    const fines = [
      { party: 'unit', min: 10_000, max: 100_000 },
      { party: 'person', min: 10_000, max: 100_000 },
    ];
    const item = itemOf({ factors: [number('数')], tiers: tiersOf([always, { fines }]) });
    expect(faultsOf(item, units).some((fault) => fault.startsWith('outside-statute'))).toBe(true);
  });
});
