import { describe, expect, it } from 'vitest';
import { findTier } from '../../src/discretion/find-tier.ts';
import type { Sanction } from '../../src/law/sanction.ts';
import { bookOf, caseWith, itemOf, sanctionOf, tableOf } from './invented-tables.ts';

const factors = [{ name: '数', question: '多少件？', type: 'number' }];
const tier = { order: 1, grade: 'ordinary', fine: { min: 10_000, max: 100_000 } };
const tiers = [
  { ...tier, name: '一般', when: { factor: '数', op: '<', value: 9 }, conditions: '不足九件' },
  {
    ...tier,
    order: 2,
    name: '严重',
    when: { factor: '数', op: '>=', value: 9 },
    conditions: '九件以上',
    extra: ['revoke'],
  },
];
const CHOICE: Partial<Sanction> = {
  types: ['fine', 'suspend', 'revoke'],
  mandatory: ['fine'],
  conditional: [
    { type: 'suspend', when: 'serious' },
    { type: 'revoke', when: 'serious' },
  ],
  oneOf: [{ types: ['suspend', 'revoke'], when: 'serious' }],
};

function given(number: number, serious: boolean | undefined, more: Partial<Sanction> = CHOICE) {
  const book = bookOf(
    [tableOf([itemOf({ factors, tiers })])],
    [sanctionOf({ min: 10_000, max: 100_000 }, more)],
  );
  const file = caseWith({ 数: number, gains: 0 }, {}, serious === undefined ? {} : { major: { serious } });
  return findTier({ file, book });
}
const texts = (list: { text: string }[] = []) => list.map(({ text }) => text);
const ONE = '责令停产停业或者吊销许可证件（选择其一）';

describe('one of several that must follow', () => {
  it('is due as a choice, and neither is told as one that may be imposed', () => {
    const { penalties, steps } = given(1, true);
    expect(texts(penalties?.required)).toEqual([ONE, '罚款']);
    expect([...penalties!.optional, ...penalties!.open]).toEqual([]);
    expect(steps.find(({ step }) => step === '处罚种类')?.value).toBe(`应当：罚款、“${ONE}”`);
  });

  it('is not due where its condition does not hold', () => {
    expect(texts(given(1, false).penalties?.required)).toEqual(['罚款']);
  });

  it('is open, and asked for, where nobody knows', () => {
    const { penalties, missing } = given(1, undefined);
    expect(texts(penalties?.required)).toEqual(['罚款']);
    expect(texts(penalties?.open)).toEqual([ONE]);
    expect(missing.map(({ factor }) => factor)).toContain('serious');
  });

  it('is settled by a table that asks for one of them', () => {
    const { penalties, conflicts } = given(9, true);
    expect(texts(penalties?.required)).toEqual(['罚款', '吊销许可证件']);
    expect(conflicts).toEqual([]);
  });

  it('names the measure that would do as well, and what others do beside it', () => {
    const more: Partial<Sanction> = {
      types: ['fine', 'suspend'],
      oneOf: [{ types: ['suspend'], others: ['责令停止建设'] }],
      places: { suspend: { paragraph: 2 } },
      also: [{ text: '移送公安机关', when: 'serious' }],
    };
    const { penalties } = given(1, true, more);
    expect(penalties?.required[0]).toMatchObject({
      text: '责令停止建设或者责令停产停业（选择其一）',
      basis: '《示例法》第一条第二款',
    });
    expect(texts(penalties?.measures)).toContain('移送公安机关');
    expect(texts(given(1, false, more).penalties?.measures)).not.toContain('移送公安机关');
  });
});
