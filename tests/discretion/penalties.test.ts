import { describe, expect, it } from 'vitest';
import { findTier } from '../../src/discretion/find-tier.ts';
import type { Sanction } from '../../src/law/sanction.ts';
import { bookOf, caseWith, itemOf, sanctionOf, tableOf } from './invented-tables.ts';

const tiers = [
  {
    order: 1,
    name: '轻微',
    grade: 'no-penalty',
    when: { factor: '数', op: '<', value: 1 },
    conditions: '不足一件',
  },
  {
    order: 2,
    name: '一般',
    grade: 'ordinary',
    when: {
      all: [
        { factor: '数', op: '>=', value: 1 },
        { factor: '数', op: '<', value: 9 },
      ],
    },
    conditions: '一件以上不足九件',
    fine: { min: 10_000, max: 50_000 },
  },
  {
    order: 3,
    name: '严重',
    grade: 'heavier',
    when: { factor: '数', op: '>=', value: 9 },
    conditions: '九件以上',
    fine: { min: 50_000, max: 100_000 },
    extra: ['吊销许可证件', 'detention', '在当地报纸上刊登'],
  },
];
const factors = [{ name: '数', question: '多少件？', type: 'number' }];
const SANCTION: Sanction = sanctionOf(
  { min: 10_000, max: 100_000 },
  {
    types: ['warning', 'fine', 'confiscate-gains', 'suspend', 'revoke'],
    mandatory: ['confiscate-gains'],
    conditional: [
      { type: 'revoke', when: 'serious' },
      { type: 'suspend', when: { factor: '逾期', op: '=', value: true } },
    ],
  },
);

function given(
  facts: Record<string, number | string | boolean>,
  more: Parameters<typeof caseWith>[2] = {},
  table = {},
) {
  const book = bookOf([tableOf([itemOf({ factors, tiers })], table)], [SANCTION]);
  return findTier({ file: caseWith(facts, {}, more), book });
}
const types = (list: { type?: string; text: string }[] = []) => list.map(({ type, text }) => type ?? text);

describe('penalties that must and may be imposed', () => {
  it('those the provision demands, those it allows, and those that hang on a missing fact', () => {
    const { penalties, missing } = given({ 数: 1 });
    expect(types(penalties?.required)).toEqual(['confiscate-gains', 'fine']);
    expect(types(penalties?.optional)).toEqual(['warning']);
    expect(types(penalties?.open)).toEqual(['suspend', 'revoke']);
    expect(missing.map(({ factor }) => factor)).toEqual(['逾期', 'serious']);
    expect(penalties?.required[0]?.basis).toBe('《示例法》第一条');
    expect(penalties?.required[1]?.basis).toBe('《示例裁量基准》“示例违法行为”一般阶次');
  });

  it('a condition that does not hold takes the type away, one that holds allows it', () => {
    const { penalties } = given({ 数: 1, 逾期: true }, { major: { serious: false } });
    expect(types(penalties?.optional)).toEqual(['warning', 'suspend']);
    expect(penalties?.open).toEqual([]);
  });

  it('what the tier adds is due where the provision allows it; a type unknown to the provision is reported', () => {
    const { penalties, conflicts } = given({ 数: 9, 逾期: false }, { major: { serious: true } });
    expect(types(penalties?.required)).toEqual(['confiscate-gains', 'fine', 'revoke', '在当地报纸上刊登']);
    expect(conflicts.map(({ kind }) => kind)).toEqual(['type-not-allowed']);
    expect(conflicts[0]!.text).toContain('行政拘留');
    const mild = given({ 数: 9, 逾期: false }, { major: { serious: false } });
    expect(types(mild.penalties?.required)).not.toContain('revoke');
    expect(mild.conflicts.map(({ kind }) => kind)).toEqual(['type-not-allowed', 'type-not-allowed']);
  });

  it('a tier without a penalty has none', () => {
    expect(given({ 数: 0 }).penalties).toEqual({ required: [], optional: [], open: [] });
  });
});

describe('a type that the provision demands in a condition', () => {
  const must = (when: object | 'serious', more: object = {}) =>
    sanctionOf(
      { min: 10_000, max: 100_000 },
      {
        types: ['fine', 'suspend'],
        mandatory: ['fine'],
        conditional: [{ type: 'suspend', when, must: true, ...more } as never],
      },
    );
  const dues = (sanction: Sanction, facts: Record<string, number | boolean>, more = {}) => {
    const book = bookOf([tableOf([itemOf({ factors, tiers })])], [sanction]);
    return findTier({ file: caseWith({ 数: 1, ...facts }, {}, more), book });
  };
  const refused = { factor: 'refused-correction', op: '=', value: true };

  it('is due where the condition holds, not where it does not, and open where nobody knows', () => {
    const due = dues(must(refused), { 'refused-correction': true }).penalties;
    expect(types(due?.required)).toEqual(['fine', 'suspend']);
    const not = dues(must(refused), { 'refused-correction': false }).penalties;
    expect([...types(not?.required), ...types(not?.optional), ...types(not?.open)]).toEqual(['fine']);
    const open = dues(must(refused), {});
    expect(types(open.penalties?.open)).toEqual(['suspend']);
    expect(open.missing.map(({ factor }) => factor)).toContain('refused-correction');
  });

  it('serious circumstances count as such a condition', () => {
    const due = dues(must('serious'), {}, { major: { serious: true } }).penalties;
    expect(types(due?.required)).toEqual(['fine', 'suspend']);
    const not = dues(must('serious'), {}, { major: { serious: false } }).penalties;
    expect(types(not?.required)).toEqual(['fine']);
  });
});
