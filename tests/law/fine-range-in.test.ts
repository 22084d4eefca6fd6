import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseNumeral } from '../../src/law/citation.ts';
import { fineRangeIn, yuanOf } from '../../src/law/fine-range-in.ts';

describe('the span between 处 and 罚款', () => {
  it.each([
    ['违法所得一倍至三倍', { base: 'gains', min: 1, max: 3 }],
    ['违法所得1-3倍', { base: 'gains', min: 1, max: 3 }],
    ['货值金额十至十五倍', { base: 'goods', min: 10, max: 15 }],
    ['货值金额10倍以上、20倍以下', { base: 'goods', min: 10, max: 20 }],
    ['合同价款百分之二至百分之四', { base: 'contract', min: 0.02, max: 0.04 }],
    ['合同价款百分之二至四', { base: 'contract', min: 0.02, max: 0.04 }],
    ['总投资额1%－5%', { base: 'investment', min: 0.01, max: 0.05 }],
    ['违法所得不超过3倍', { base: 'gains', max: 3 }],
    ['不超过违法所得三倍', { base: 'gains', max: 3 }],
    ['最高不超过违法所得的三倍', { base: 'gains', max: 3 }],
    ['货值金额不低于5倍', { base: 'goods', min: 5 }],
    ['货值金额5倍以上', { base: 'goods', min: 5 }],
    ['货值金额不足5倍', { base: 'goods', max: 5, maxInclusive: false }],
    ['货值金额不低于5倍不超过10倍', { base: 'goods', min: 5, max: 10 }],
    ['直接经济损失百分之二十', { base: 'loss', min: 0.2, max: 0.2 }],
    ['违法所得30%以上2倍以下', { base: 'gains', min: 0.3, max: 2 }],
    ['违法所得一点五倍以上2.5倍以下', { base: 'gains', min: 1.5, max: 2.5 }],
  ])('%s', (words, range) => {
    expect(fineRangeIn(words)).toEqual(range);
  });

  it.each([
    ['2-5万元', { min: 20_000, max: 50_000 }],
    ['2——5万元', { min: 20_000, max: 50_000 }],
    ['２万元－５万元', { min: 20_000, max: 50_000 }],
    ['二至五万元', { min: 20_000, max: 50_000 }],
    ['十至二十万元', { min: 100_000, max: 200_000 }],
    ['5000元-1万元', { min: 5000, max: 10_000 }],
    ['2～5千元', { min: 2000, max: 5000 }],
    ['5千元以上1万元以下', { min: 5000, max: 10_000 }],
    ['一万五千元以下', { max: 15_000 }],
    ['0-1万元', { max: 10_000 }],
    ['人民币5万元以上10万元以下', { min: 50_000, max: 100_000 }],
    ['超过3万元5万元以下', { min: 30_000, max: 50_000, minInclusive: false }],
    ['3万元以下（不含3万元）', { max: 30_000, maxInclusive: false }],
    ['3万元（不含）以下', { max: 30_000, maxInclusive: false }],
    ['3万元（含本数）以下', { max: 30_000 }],
    ['1万元（不含）-3万元（含）', { min: 10_000, max: 30_000, minInclusive: false }],
    ['≥1万元', { min: 10_000 }],
  ])('%s', (words, range) => {
    expect(fineRangeIn(words)).toEqual(range);
  });

  it.each([
    '违法所得约三倍',
    '货值金额近5倍',
    '货值金额数倍',
    '货值金额十几倍',
    '货值金额或者违法所得三倍',
    '违法所得和货值金额三倍',
    '违法所得5万元',
    '扣除成本后的违法所得一倍以上三倍以下',
    '5万元10万元以下',
    '5万元以上10万元',
    '10万元以下5万元以上',
    '5万美元以下',
    '二以上五万元以下',
    '二以上五千元以下',
    '500-1万元',
    '五百至一万元',
    '5万元至10',
    '5万元以下以上',
    '不超过5万元以上',
    '不足5万元（含5万元）',
    '3万元以下（不含5万元）',
    '3万元以下（不含个人）',
    '1,50元以下',
    '一百二元以下',
    '3万元左右',
    '两倍以上五倍以下',
  ])('refuses %s', (words) => {
    expect(fineRangeIn(words)).toBeUndefined();
  });

  it('follows a table that says how it uses 以上 and 以下, except where the cell itself says', () => {
    const words = { above: true, below: false };
    expect(fineRangeIn('1万元以上3万元以下', words)).toEqual({
      min: 10_000,
      max: 30_000,
      maxInclusive: false,
    });
    expect(fineRangeIn('1万元以上3万元及以下', words)).toEqual({ min: 10_000, max: 30_000 });
    expect(fineRangeIn('3万元以下（含3万元）', words)).toEqual({ max: 30_000 });
    expect(fineRangeIn('不超过3万元', words)).toEqual({ max: 30_000 });
    expect(fineRangeIn('1-3万元', words)).toEqual({ min: 10_000, max: 30_000 });
  });

  it.each([
    ['5千元', 5000],
    ['十万零五百元', 100_500],
    ['0.35万', 3500],
    ['5.35万元', 53_500],
    ['2千万元', 20_000_000],
    ['两万五元', undefined],
    ['2至5万元', undefined],
  ])('%s as one sum', (words, sum) => {
    expect(yuanOf(words)).toBe(sum);
  });
});

interface Spelled {
  words: string;
  value: number;
}

const inWords = (value: number) =>
  value < 10_000
    ? chineseNumeral(value)
    : `${chineseNumeral(Math.floor(value / 10_000))}万${value % 10_000 ? `${value % 10_000 < 1000 ? '零' : ''}${chineseNumeral(value % 10_000)}` : ''}`;
const sum: fc.Arbitrary<Spelled> = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.constantFrom(1, 10_000), fc.nat({ max: 4 }))
  .map(([number, scale, style]) => {
    const value = number * scale;
    const unit = scale === 10_000 ? '万元' : '元';
    const words = [
      `${number}${unit}`,
      `${inWords(value)}元`,
      `${value.toLocaleString('en-US')}元`,
      `${value / 10_000}万元`,
      [...`${number}${unit}`]
        .map((sign) => (/\d/.test(sign) ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0) : sign))
        .join(''),
    ];
    return { value, words: words[style]! };
  });
const multiple: fc.Arbitrary<Spelled> = fc
  .tuple(fc.integer({ min: 1, max: 99 }), fc.nat({ max: 4 }))
  .map(([number, style]) => ({
    value: style < 3 ? number : Number(`${number}e-2`),
    words: [
      `${number}倍`,
      `${chineseNumeral(number)}倍`,
      `${number}.0倍`,
      `${number}%`,
      `百分之${chineseNumeral(number)}`,
    ][style]!,
  }));
const JOINTS: ((low: string, high: string) => string)[] = [
  (low, high) => `${low}以上${high}以下`,
  (low, high) => `${low}以上、${high}以下的`,
  (low, high) => `${low}至${high}`,
  (low, high) => `${low}——${high}`,
  (low, high) => `${low}－${high}以下`,
  (low, high) => `不低于${low}不超过${high}`,
  (low, high) => `${low}（含）以上${high}（含${high}）以下`,
];

describe('any number, unit and spelling is read back or refused', () => {
  it.each([
    ['sums', sum, ''],
    ['multiples', multiple, '违法所得'],
  ] as const)('%s', (_name, spelled, base) => {
    fc.assert(
      fc.property(spelled, spelled, fc.constantFrom(...JOINTS), (one, other, join) => {
        const [low, high] = one.value <= other.value ? [one, other] : [other, one];
        const own = base ? { base: 'gains' } : {};
        expect(fineRangeIn(`${base}${join(low.words, high.words)}`)).toEqual({
          ...own,
          min: low.value,
          max: high.value,
        });
        expect(fineRangeIn(`${base}不超过${high.words}`)).toEqual({ ...own, max: high.value });
        expect(fineRangeIn(`${base}${low.words}`)).toEqual({ ...own, min: low.value, max: low.value });
        if (low.value < high.value)
          expect(fineRangeIn(`${base}${join(high.words, low.words)}`)).toBeUndefined();
      }),
    );
  });

  it('a sum whose unit stands only at the end is that unit or nothing', () => {
    const scale = fc.constantFrom('', '百', '千', '万', '亿');
    const powers: Record<string, number> = { '': 1, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 99 }),
        scale,
        fc.constantFrom('-', '至', '以上'),
        (low, high, unit, joint) => {
          const read = fineRangeIn(`${low}${joint}${high}${unit}元${joint === '以上' ? '以下' : ''}`);
          const max = high * powers[unit]!;
          const min = low * powers[unit]!;
          if (read !== undefined) expect(read).toEqual({ min, max });
          if (joint !== '以上') expect(read === undefined).toBe(min > max);
        },
      ),
    );
  });

  it('a word before, between or after that is not understood is never passed over', () => {
    const strange = fc.constantFrom(
      '约',
      '近',
      '不',
      '未',
      '余',
      '左右',
      '每',
      '另',
      '美',
      '以外',
      '不足',
      '除',
      '数',
      '几',
      '半',
      '倍',
    );
    fc.assert(
      fc.property(sum, sum, strange, fc.nat({ max: 2 }), (one, other, word, place) => {
        const [low, high] = one.value <= other.value ? [one, other] : [other, one];
        const parts = [`${low.words}以上`, `${high.words}以下`];
        const text = [word + parts.join(''), parts.join(word), parts.join('') + word][place]!;
        expect(fineRangeIn(text)).toBeUndefined();
      }),
    );
  });
});
