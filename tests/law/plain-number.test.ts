import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseNumeral } from '../../src/law/citation.ts';
import { plainNumber } from '../../src/law/plain-number.ts';

describe('one number by itself', () => {
  it.each([
    ['5,000', '5000'],
    ['2.5', '2.5'],
    ['十', '10'],
    ['百', '100'],
    ['一百一十二', '112'],
    ['一百十二', '112'],
    ['两千零五', '2005'],
    ['十万零五百', '100500'],
    ['一万五千', '15000'],
    ['一亿零三十万', '100300000'],
    ['壹拾贰万', '120000'],
    ['一点五', '1.5'],
    ['零点零五', '0.05'],
  ])('%s is %s', (words, value) => {
    expect(plainNumber(words)).toBe(value);
  });

  it.each(['一百二', '二三', '二〇二五', '1,50', '5000,000', '两万五', '万', '一万五', '十十', '五零', ''])(
    'does not take %s for a number',
    (words) => {
      expect(plainNumber(words)).toBeUndefined();
    },
  );

  it('reads back every number up to 9999 in both spellings (property)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), (value) => {
        expect(plainNumber(chineseNumeral(value))).toBe(String(value));
        expect(plainNumber(value.toLocaleString('en-US'))).toBe(String(value));
      }),
    );
  });

  it('reads any row of numerals as itself or not at all (property)', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'零一二三五九十百千万'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(signs, signs, (one, other) => {
        const [a, b] = [plainNumber(one), plainNumber(other)];
        // Two spellings of one number differ only in 一 before 十, 百, 千.
        const bare = (words: string) => words.replaceAll(/一(?=[十百千])/g, '');
        if (a !== undefined && a === b) expect(bare(one)).toBe(bare(other));
      }),
    );
  });
});
