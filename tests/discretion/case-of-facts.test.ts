import { describe, expect, it } from 'vitest';
import { caseOfFacts } from '../../src/discretion/case-of-facts.ts';
import { findTier } from '../../src/discretion/find-tier.ts';
import { refuseUnknownFacts } from '../../src/discretion/refuse-unknown-facts.ts';
import { bookOf, itemOf, sanctionOf, tableOf } from './invented-tables.ts';

const tier = (fines: object) => ({
  order: 1,
  name: '一般',
  grade: 'ordinary',
  when: { factor: '数', op: '>=', value: 0 },
  conditions: '一律',
  ...fines,
});
const factors = [{ name: '数', question: '多少？', type: 'number' }];
const bookWith = (fines: object, more: object = {}) =>
  bookOf(
    [tableOf([itemOf({ factors, tiers: [tier(fines)], ...more })])],
    [sanctionOf({ min: 1, max: 90_000 })],
  );
const PLAIN = { fine: { min: 100, max: 200 } };
const PARTED = {
  fines: [
    { party: 'unit', min: 100, max: 200 },
    { party: 'person', min: 10, max: 20 },
  ],
};

describe('facts without a case file', () => {
  it('without a day the day is asked for, never taken to be today', () => {
    const book = bookWith(PLAIN);
    const result = findTier({ file: caseOfFacts('item', { 数: 1 }, book), book });
    expect([result.on, result.range]).toEqual([undefined, undefined]);
    expect(result.missing.map(({ factor }) => factor)).toContain('violation.endedOn');
    const dated = findTier({ file: caseOfFacts('item', { on: '2023-05-01', 数: 1 }, book), book });
    expect(dated.range).toMatchObject({ min: 10_000, max: 20_000 });
  });

  it('without a party nothing is assumed where units and persons are told apart', () => {
    const book = bookWith(PARTED);
    const facts = { on: '2023-05-01', 数: 1 };
    expect(() => caseOfFacts('item', facts, book)).toThrow(/请在事实中写明 party/);
    const min = (party: string) =>
      findTier({ file: caseOfFacts('item', { ...facts, party }, book), book }).range?.min;
    expect([min('unit'), min('person'), min('individual-business')]).toEqual([10_000, 1_000, undefined]);
    // An item for one side alone names its party.
    const only = bookWith(PLAIN, { appliesTo: 'person' });
    expect(caseOfFacts('item', facts, only).party.kind).toBe('person');
  });

  it('a fact below zero is refused, as on the page', () => {
    const book = bookWith(PLAIN);
    const said = /“数”应为不小于 0 的数字，不是 -4/;
    expect(() => caseOfFacts('item', { factors: { 数: -4 } }, book)).toThrow(said);
    expect(() => caseOfFacts('item', { 数: -4 }, book)).toThrow(said);
    expect(() => caseOfFacts('item', { amounts: { goods: -1 } }, book)).toThrow(/\p{Script=Han}/u);
    expect(() => caseOfFacts('item', { goods: -1 }, book)).toThrow(/\p{Script=Han}/u);
    expect(caseOfFacts('item', { 数: 0 }, book).circumstances?.factors).toEqual({ 数: 0 });
  });

  it('a misspelt fact is refused with the names that are known, wherever it stands', () => {
    const days = { name: 'days', label: '天数', question: '几天？', type: 'number' };
    const book = bookWith(PLAIN, { factors: [...factors, days] });
    const checked = (facts: object) => refuseUnknownFacts(caseOfFacts('item', facts, book), book);
    const said = /“dayz”不是“.*”所问的事实.*可以写的有：数、days（天数）/;
    for (const facts of [{ 数: 1, dayz: 3 }, { factors: { 数: 1, dayz: 3 } }, { facts: { dayz: 3 } }])
      expect(() => checked(facts)).toThrow(said);
    expect(() => checked({ 数: 1, factores: true, dais: 2 })).toThrow(/“factores”“dais”/);
    const facts = { 数: 1, days: '无法查明', gains: 0, serious: false, 'corrected-in-time': true };
    expect(() => checked(facts)).not.toThrow();
  });
});
