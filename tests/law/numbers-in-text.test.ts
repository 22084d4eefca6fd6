import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseNumeral } from '../../src/law/citation.ts';
import { chineseValue, numbersInText } from '../../src/law/numbers-in-text.ts';

const values = (text: string) => numbersInText(text).map((number) => number.value);

describe('numbers in a text', () => {
  it('reads Arabic and Chinese numerals, 万, 亿, per cent', () => {
    expect(values('罚款5,000元，货值0.5万元')).toEqual(['5000', '5000']);
    expect(values('罚款伍仟元、五千元整')).toEqual(['5000', '5000']);
    expect(values('销售额1.25亿元')).toEqual(['125000000']);
    expect(values('每次5千元以上2万元以下，5千克')).toEqual(['5000', '20000', '5']);
    expect(values('百分之二十以上50%以下，30％')).toEqual(['0.2', '0.5', '0.3']);
    expect(values('千分之五以上千分之十以下，10‰')).toEqual(['0.005', '0.01', '0.01']);
    expect(values('二〇二五年三月五日')).toEqual(['2025', '3', '5']);
    expect(values('两次、十五日内、二十万元')).toEqual(['2', '15', '200000']);
    expect(values('捌万柒仟元、一亿零五百万元、壹拾贰万叁仟肆佰伍拾陆元')).toEqual([
      '87000',
      '105000000',
      '123456',
    ]);
  });

  it('does not take words for numbers', () => {
    expect(values('属于一般情节，统一执行，万一十分')).toEqual(['10']);
    expect(values('没有数字')).toEqual([]);
  });

  it('reads every numeral of statutes (property)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (n) => {
        expect(chineseValue(chineseNumeral(n))).toBe(n);
        expect(values(`共${n}件`)).toEqual([String(n)]);
      }),
    );
  });
});
