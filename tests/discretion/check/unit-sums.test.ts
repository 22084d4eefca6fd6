import { describe, expect, it } from 'vitest';
import type { Benchmark } from '../../../src/corpus/benchmark.ts';
import { checkBenchmark } from '../../../src/discretion/check/check-benchmark.ts';
import type { SanctionFine } from '../../../src/law/sanction.ts';
import { byWord, itemOf, LAW, sanctionOf, tableOf, weightedItem } from '../invented-tables.ts';
import { BOOK, soundTable } from './invented-tables.ts';

const STATUTE: SanctionFine[] = [{ range: { min: 500, max: 20_000 } }];

function faultsOf(item: object, fines: SanctionFine[] = STATUTE): string[] {
  const sanction = sanctionOf({}, { fines });
  const table = tableOf([{ ...item, breached: [{ law: LAW, article: '9' }] }]);
  return checkBenchmark(table, { ...BOOK, sanction: () => sanction, sanctionsOf: () => [sanction] }).map(
    ({ kind, row, detail }) => `${kind} ${row} ${detail}`,
  );
}

const area = { name: '面积', question: '多少平方米？', type: 'number', unit: '平方米' };
const pieces = { name: '条数', question: '多少条？', type: 'number', unit: '条' };
const place = { name: '地点', question: '什么地点？', type: 'choice', choices: ['干道', '支路'] };
const tier = (order: number, when: object, min: number, max: number) => ({
  order,
  name: `阶次${order}`,
  grade: order === 1 ? 'lighter' : 'heavier',
  when,
  conditions: '示例',
  fine: { min, max },
});
const at = (factor: string, op: string, value: number | string) => ({ factor, op, value });
const perUnit = (row: object) => ({ from: 500, add: [{ factor: '面积', above: 2, each: 200, ...row }] });

describe('sums by units and the tiers beside them', () => {
  const above = (min: number, part = 'share') =>
    itemOf({
      factors: [area],
      tiers: [tier(1, at('面积', '>=', 90), min, 20_000)],
      perUnit: perUnit({ part }),
    });

  it('a tier above begins where the sums end, to the fen', () => {
    // 500 + 88 × 200 is 18,100, which the sums come near to and whole square metres do not.
    expect(faultsOf(above(18_100))).toEqual([]);
    expect(faultsOf(above(18_099))).toEqual([
      expect.stringMatching(/^not-rising .*90 .*18,100 元降为.*18,099/),
    ]);
    expect(faultsOf(above(17_900, 'whole'))).toEqual([]);
    expect(faultsOf(above(17_899, 'whole'))).toEqual([expect.stringContaining('17,900 元降为')]);
  });

  it('a tier below ends where the sums begin', () => {
    const below = (max: number) =>
      itemOf({
        factors: [area],
        tiers: [tier(1, at('面积', '<=', 2), 500, max), tier(2, at('面积', '>=', 90), 18_100, 20_000)],
        perUnit: perUnit({ part: 'share' }),
      });
    expect(faultsOf(below(500))).toEqual([]);
    expect(faultsOf(below(501))).toEqual([
      expect.stringMatching(/^not-rising .*501.*降为按单位数额的 500 元/),
    ]);
  });

  it('the sums stay inside the statute where the table itself bounds the count', () => {
    const bounded = (last: number) =>
      itemOf({
        factors: [area],
        tiers: [tier(1, at('面积', '>=', last), 20_000, 20_000)],
        perUnit: perUnit({ part: 'share' }),
      });
    expect(faultsOf(bounded(99.5))).toEqual([]);
    expect(faultsOf(bounded(100)).join()).toContain('outside-statute');
    // Without a bound the statute's maximum is the end of every sum.
    expect(faultsOf(itemOf({ factors: [area], perUnit: perUnit({}) }))).toEqual([]);
  });

  it('a later band that prices all units lower', () => {
    const bands = (each: number) =>
      itemOf({
        factors: [pieces],
        perUnit: {
          from: 500,
          add: [
            { factor: '条数', each: 300, when: at('条数', '<=', 10) },
            { factor: '条数', each, when: at('条数', '>', 10) },
          ],
        },
      });
    expect(faultsOf(bands(300))).toEqual([]);
    expect(faultsOf(bands(200))).toEqual([expect.stringMatching(/^not-rising /)]);
  });

  it('bands that overlap, and a choice without one', () => {
    const priced = (...choices: string[]) =>
      itemOf({
        factors: [pieces, place],
        perUnit: {
          from: 500,
          add: choices.map((one, index) => ({
            factor: '条数',
            each: 100 * (index + 1),
            when: at('地点', '=', one),
          })),
        },
      });
    expect(faultsOf(priced('干道', '支路'))).toEqual([]);
    expect(faultsOf(priced('干道', '干道')).map((told) => told.split(' ')[0])).toEqual(['overlap', 'gap']);
    const twice = itemOf({
      factors: [pieces],
      perUnit: {
        from: 500,
        add: [
          { factor: '条数', each: 100, when: at('条数', '<=', 10) },
          { factor: '条数', each: 100, when: at('条数', '>=', 10) },
        ],
      },
    });
    expect(faultsOf(twice)[0]).toMatch(/^overlap .*条数：10/);
  });
});

describe('weights of the persons responsible', () => {
  const column = (percent: number, whose: object = { subject: 'responsible-person' }) =>
    weightedItem(
      [
        { party: 'unit', percent: 10, of: { max: 20_000 } },
        { ...whose, percent, of: { max: 5_000 } },
      ],
      [
        byWord('度', [
          ['轻', 0],
          ['重', 40],
        ]),
      ],
    );
  const fines: SanctionFine[] = [
    { party: 'unit', range: { min: 2_000, max: 20_000 } },
    { subject: 'responsible-person', range: { min: 1_000, max: 4_000 } },
  ];

  it('lie inside the span that the provision has for them', () => {
    expect(faultsOf(column(20), fines)).toEqual([]);
    expect(faultsOf(column(19), fines)).toEqual([
      expect.stringMatching(/^outside-statute .*最轻时.*责任人员/),
    ]);
    expect(faultsOf(column(41), fines)).toEqual([
      expect.stringMatching(/^outside-statute .*最重时.*责任人员/),
    ]);
  });

  it('a column of persons is theirs where the provision fines no other persons', () => {
    const own = column(19, { party: 'person' });
    expect(faultsOf(own, fines)).toEqual([expect.stringMatching(/^outside-statute .*责任人员/)]);
  });
});

describe('rows that are lost or never used', () => {
  const spared = (when: Benchmark['noPenalty'][number]['when']) => {
    const table = soundTable();
    table.noPenalty[0]!.when = when;
    return checkBenchmark(table, BOOK).map(({ row, kind }) => `${kind} ${row}`);
  };

  it('conditions of a no-penalty entry that exclude one another', () => {
    expect(spared({ all: [{ factor: 'area', op: '<', value: 1 }] })).toEqual([]);
    const never = {
      all: [
        { factor: 'area', op: '<' as const, value: 1 },
        { factor: 'area', op: '>=' as const, value: 5 },
      ],
    };
    expect(spared(never)).toEqual(['dead-tier spared']);
  });

  it('numbers in the names of tiers that are out of order or left out', () => {
    const named = (...names: string[]) =>
      itemOf({
        factors: [area],
        tiers: names.map((name, index) => ({
          ...tier(index + 1, at('面积', '=', index), 500 + index, 501 + index),
          name,
          when:
            index === names.length - 1
              ? at('面积', '>=', index)
              : { all: [at('面积', '>=', index), at('面积', '<', index + 1)] },
        })),
      });
    const kinds = (...names: string[]) => faultsOf(named(...names)).map((told) => told.split(' ')[0]);
    expect(kinds('第一档', '第二档', '第三档')).toEqual([]);
    expect(kinds('3档', '2档', '1档')).toEqual([]);
    expect(kinds('第一档', '第三档')).toEqual(['order']);
    expect(kinds('第一档', '第三档', '第二档')).toEqual(['order']);
  });
});
