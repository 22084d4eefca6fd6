import { describe, expect, it } from 'vitest';
import { caseOfFacts } from '../../src/discretion/case-of-facts.ts';
import { findTier } from '../../src/discretion/find-tier.ts';
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
});
