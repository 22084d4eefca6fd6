import { describe, expect, it } from 'vitest';
import {
  groupCases,
  quarterName,
  quarterOf,
  quartersBetween,
} from '../../../src/discretion/evenness/group-cases.ts';
import { judgeGroups } from '../../../src/discretion/evenness/judge-groups.ts';
import type { PlacedCase } from '../../../src/discretion/evenness/placed-case.ts';
import { ofShares, placed } from './placed.ts';

const byHandler = (one: PlacedCase) => one.handlers;
const low = Array.from({ length: 12 }, (_, index) => 0.1 + index / 100);
const high = Array.from({ length: 12 }, (_, index) => 0.7 + index / 100);

describe('groupCases', () => {
  it('knows quartiles from five cases on, and none of four', () => {
    const [small] = groupCases(ofShares([0.1, 0.2, 0.3, 0.4], { handlers: ['a'] }), 'share', byHandler);
    expect(small?.quartiles).toBeUndefined();
    const [enough] = groupCases(ofShares([0.5, 0.1, 0.2, 0.3, 0.4], { handlers: ['a'] }), 'share', byHandler);
    expect(enough?.quartiles).toEqual({ lower: 0.2, median: 0.3, upper: 0.4 });
  });

  it('puts a case of two handlers under both, and one named twice once', () => {
    const groups = groupCases([placed({ handlers: ['b', 'a', 'a'] })], 'share', byHandler);
    expect(groups.map(({ key, cases }) => [key, cases.length])).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
  });

  it('leaves out what has no value', () => {
    const { times: _times, ...without } = placed({ handlers: ['a'] });
    expect(groupCases([without], 'times', byHandler)).toEqual([]);
  });

  it('does not depend on the order', () => {
    const cases = [...ofShares(low, { handlers: ['a'] }), ...ofShares(high, { handlers: ['b'] })];
    expect(groupCases([...cases].reverse(), 'share', byHandler)).toEqual(
      groupCases(cases, 'share', byHandler),
    );
  });
});

describe('quarters', () => {
  it.each([
    ['2024-03-31', '2024Q1'],
    ['2024-04-01', '2024Q2'],
    ['2024-12-31', '2024Q4'],
  ])('%s lies in %s', (decidedOn, quarter) => {
    expect(quarterOf({ decidedOn })).toBe(quarter);
  });

  it('are named, and none between is left out', () => {
    expect(quarterName('2024Q4')).toBe('2024年第四季度');
    expect(quartersBetween('2023Q3', '2024Q2')).toEqual(['2023Q3', '2023Q4', '2024Q1', '2024Q2']);
  });
});

describe('judgeGroups', () => {
  const judge = (cases: PlacedCase[]) => judgeGroups(groupCases(cases, 'share', byHandler), cases, 'share');

  it('notices groups that stand clearly apart', async () => {
    const cases = [...ofShares(low, { handlers: ['a'] }), ...ofShares(high, { handlers: ['b'] })];
    const found = await judge(cases);
    // Medians 0.155 and 0.755.
    expect(found.get('a')?.difference).toBeCloseTo(-0.6, 9);
    expect(found.get('a')?.notable).toBe(true);
    expect(found.get('b')?.notable).toBe(true);
  });

  it('says nothing where both are alike', async () => {
    const cases = [...ofShares(low, { handlers: ['a'] }), ...ofShares(low, { handlers: ['b'] })];
    const found = await judge(cases);
    expect([...found.values()].map(({ notable }) => notable)).toEqual([false, false]);
  });

  it('is not asked of nine cases, nor against nine', async () => {
    const nine = [...ofShares(low.slice(0, 9), { handlers: ['a'] }), ...ofShares(high, { handlers: ['b'] })];
    expect((await judge(nine)).size).toBe(0);
    const ten = [...ofShares(low.slice(0, 10), { handlers: ['a'] }), ...ofShares(high, { handlers: ['b'] })];
    expect([...(await judge(ten)).keys()]).toEqual(['a', 'b']);
  });

  it('does not depend on the order', async () => {
    const cases = [...ofShares(low, { handlers: ['a'] }), ...ofShares(high, { handlers: ['b'] })];
    expect(await judge([...cases].reverse())).toEqual(await judge(cases));
  });
});
