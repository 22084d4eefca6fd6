import { describe, expect, it } from 'vitest';
import { findTier } from '../../src/discretion/find-tier.ts';
import type { Sanction } from '../../src/law/sanction.ts';
import { AS_RESPONSIBLE } from '../../src/law/sanction-conditions.ts';
import { bookOf, caseWith, itemOf, sanctionOf, tableOf } from './invented-tables.ts';

const factors = [{ name: '数', question: '多少件？', type: 'number' }];
const tiers = [
  {
    order: 1,
    name: '严重',
    grade: 'heavier',
    when: { factor: '数', op: '>=', value: 0 },
    conditions: '一律',
    fine: { min: 130_000, max: 170_000 },
    extra: ['吊销许可证件'],
  },
];
const types = ['fine', 'suspend', 'revoke', 'confiscate-gains'] as const;
const beside = { subject: 'responsible-person', range: { min: 20_000, max: 50_000 } } as const;
const unit = { range: { min: 100_000, max: 200_000 } };
const law = (fines: Sanction['fines']) =>
  sanctionOf({}, { types: [...types], mandatory: ['fine', 'suspend'], fines });

function given(
  fines: Sanction['fines'],
  said?: boolean,
  { kind = 'person', own = tiers, item = {} }: { kind?: string; own?: object[]; item?: object } = {},
) {
  const book = bookOf([tableOf([itemOf({ factors, tiers: own, ...item })])], [law(fines)]);
  const facts = { 数: 1, ...(said === undefined ? {} : { [AS_RESPONSIBLE]: said }) };
  return findTier({ file: caseWith(facts, { gains: 5_000 }, { party: { kind, name: '示例' } }), book });
}
const due = (result: ReturnType<typeof given>) =>
  result.penalties?.required.map(({ type, text }) => type ?? text);

describe('a natural person under a provision for units', () => {
  it.each([
    ['with persons responsible', [unit, beside]],
    ['for units alone', [{ ...unit, party: 'unit' as const }]],
  ])('%s is asked whether it answers as one of them', (_, fines) => {
    const open = given(fines);
    expect(open.missing.map(({ factor }) => factor)).toContain(AS_RESPONSIBLE);
    expect(open.statutory).toBeUndefined();
    expect(open.range).toBeUndefined();
    expect(due(open)?.filter((type) => type === 'suspend' || type === 'fine')).toEqual([]);
    // A unit is asked nothing.
    const asUnit = given(fines, undefined, { kind: 'organisation' });
    expect(asUnit.range).toMatchObject({ min: 13_000_000 });
    expect(due(asUnit)).toContain('suspend');
  });

  it('as one of them it has their span and none of the unit’s penalties, and the table is not blamed', () => {
    const result = given([unit, beside], true);
    expect(result.statutory).toMatchObject({ min: 2_000_000, max: 5_000_000 });
    expect(result.range).toMatchObject({ min: 2_000_000, max: 5_000_000 });
    expect(due(result)).toEqual(['fine']);
    expect(result.penalties?.optional).toEqual([]);
    expect(result.conflicts).toEqual([]);
    expect(result.steps.map(({ value }) => value).join()).toContain('没有对责任人员的罚款幅度，按法定幅度');
  });

  it('a tier with a column of theirs is used', () => {
    const fines = [
      { min: 130_000, max: 170_000 },
      { subject: 'responsible-person', min: 30_000, max: 40_000 },
    ];
    const own = [{ ...tiers[0], fine: undefined, fines }];
    expect(given([unit, beside], true, { own }).range).toMatchObject({ min: 3_000_000, max: 4_000_000 });
  });

  it('where it is none of them: the offender’s span, or nothing where units alone are fined', () => {
    expect(given([unit, beside], false).range).toMatchObject({ min: 13_000_000 });
    const outside = given([{ ...unit, party: 'unit' }, beside], false);
    expect(outside.conflicts).toContainEqual(expect.objectContaining({ kind: 'other-party', blocks: true }));
    expect(outside.range).toBeUndefined();
    expect(due(outside)).toEqual([]);
  });

  it('one for whom the provision has a span of its own is asked nothing', () => {
    const person = { party: 'person' as const, range: { min: 10_000, max: 180_000 } };
    const result = given([{ ...unit, party: 'unit' }, person, beside]);
    expect(result.missing.map(({ factor }) => factor)).not.toContain(AS_RESPONSIBLE);
    expect(result.statutory).toMatchObject({ min: 1_000_000 });
  });
});
