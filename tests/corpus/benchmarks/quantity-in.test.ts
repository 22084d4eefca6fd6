import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { degreeSequence } from '../../../src/corpus/benchmarks/words/degree-sequence.ts';
import { enumerated } from '../../../src/corpus/benchmarks/words/enumerated.ts';
import { quantityIn } from '../../../src/corpus/benchmarks/words/quantity-in.ts';
import { chineseNumeral } from '../../../src/law/citation.ts';

const WORDS = { above: true, below: false };

/** `[3, 6)个月 持续`, with ∞ for an open end. */
function said(text: string, words = WORDS): string | undefined {
  const found = quantityIn(text, words);
  if (!found) return undefined;
  const { low, lowInclusive, high, highInclusive, unit, about } = found;
  return `${lowInclusive ? '[' : '('}${low ?? '-∞'}, ${high ?? '∞'}${highInclusive ? ']' : ')'}${unit}${about ? ` ${about}` : ''}`;
}

describe('the quantity of a cell', () => {
  it.each([
    ['违法次数不少于3次', '[3, ∞)次 违法次数'],
    ['面积不低于10平方米', '[10, ∞)平方米 面积'],
    ['不小于5吨', '[5, ∞)吨'],
    ['10平米以上', '[10, ∞)平方米'],
    ['没有超过3次', '(-∞, 3]次'],
    ['未超过3次', '(-∞, 3]次'],
    ['面积≥10平方米', '[10, ∞)平方米 面积'],
    ['面积＞10㎡', '(10, ∞)平方米 面积'],
    ['货值金额≤1万元', '(-∞, 10000]元 货值金额'],
    ['货值金额大于等于1万元', '[10000, ∞)元 货值金额'],
    ['大于或者等于10吨', '[10, ∞)吨'],
    ['小于等于10吨', '(-∞, 10]吨'],
    ['至少3次', '[3, ∞)次'],
    ['至多3次', '(-∞, 3]次'],
    ['超3吨', '(3, ∞)吨'],
    ['大于3吨且小于5吨', '(3, 5)吨'],
    ['3吨<数量≤5吨', '(3, 5]吨 数量'],
    ['3次（含3次）以上', '[3, ∞)次'],
    ['3次（含本数）以下', '(-∞, 3]次'],
    ['3次以下（含3次）', '(-∞, 3]次'],
    ['3次（不含）以上', '(3, ∞)次'],
    ['3次以上（不含3次）5次以下（含5次）', '(3, 5]次'],
    ['3次以上（含5次）', undefined],
    ['3次及以上', '[3, ∞)次'],
    ['2次（含本次）', '[2, 2]次'],
    ['2次以下（含本次）', '(-∞, 2)次'],
    ['1次以上同类违法行为3次以下同类违法行为', '[1, 3)次 同类违法行为'],
    ['超标百分之十以上百分之五十以下', '[10, 50)% 超标'],
    ['达到5人以上', '[5, ∞)人'],
    ['人数10人以上', '[10, ∞)人 人数'],
    ['5人次以上', '[5, ∞)人次'],
  ])('%s', (text, quantity) => {
    expect(said(text)).toBe(quantity);
  });

  it.each([
    ['3个月至5年', '[3, 60]个月'],
    ['50公斤至100吨', '[50, 100000]千克'],
    ['1天-3个月', undefined],
    ['1周至10天', '[7, 10]天'],
    ['5000元-1万元', '[5000, 10000]元'],
    ['5-10万元', '[50000, 100000]元'],
    ['1——3次', '[1, 3]次'],
    ['1－3次', '[1, 3]次'],
    ['10%～30%', '[10, 30]%'],
    ['3次（不含）-5次', '(3, 5]次'],
    ['50公斤以上1吨以下', '[50, 1000)千克'],
    ['5以上10万元以下', undefined],
    ['100-1万吨', undefined],
  ])('%s, each end in its own unit', (text, quantity) => {
    expect(said(text)).toBe(quantity);
  });

  it.each([
    '约3吨',
    '近3吨',
    '3吨左右',
    '10余吨',
    '3年半以上',
    '数十次',
    '几十人以上',
    '3名儿童以上',
    '3个标准箱以上',
    '每增加1吨',
    '不3次',
    '第三条',
    '5次以上3次以下',
    '3项以上5项以上',
    '3次以外',
    '3次（以上）',
    '3吨（约）',
    '3日内改正',
    '逾期3日后改正',
    '一百二吨以上',
    '1,50吨以上',
  ])('does not read %s', (text) => {
    expect(said(text)).toBeUndefined();
  });

  it('counts the number in where the table does, and where the cell does', () => {
    const words = { above: false, below: true };
    expect(said('3次以上5次以下', words)).toBe('(3, 5]次');
    expect(said('3次（含）以上5次（不含）以下', words)).toBe('[3, 5)次');
  });
});

const units = fc.constantFrom('次', '平方米', '吨', '人', '个月', '%', '元');
const number = fc.integer({ min: 1, max: 9998 });
const spell = (value: number, style: number) =>
  [String(value), chineseNumeral(value), value.toLocaleString('en-US')][style]!;
const LOWS: [(number: string) => string, boolean][] = [
  [(n) => `${n}以上`, true],
  [(n) => `不少于${n}`, true],
  [(n) => `≥${n}`, true],
  [(n) => `${n}（含${n}）以上`, true],
  [(n) => `${n}以上（不含本数）`, false],
  [(n) => `超过${n}`, false],
  [(n) => `大于${n}`, false],
];
const HIGHS: [(number: string) => string, boolean][] = [
  [(n) => `${n}以下`, false],
  [(n) => `不超过${n}`, true],
  [(n) => `≤${n}`, true],
  [(n) => `${n}（含）以下`, true],
  [(n) => `不足${n}`, false],
  [(n) => `小于${n}`, false],
];

describe('any number, unit and spelling is read back or refused', () => {
  it('ends and spans', () => {
    fc.assert(
      fc.property(
        fc.tuple(number, number, units, fc.nat({ max: 2 })),
        fc.constantFrom(...LOWS),
        fc.constantFrom(...HIGHS),
        fc.constantFrom('', '超标', '未按规定处理'),
        ([one, other, unit, style], [low, lowIn], [high, highIn], about) => {
          const [from, to] = [Math.min(one, other), Math.max(one, other) + 1];
          const [a, b] = [from, to].map((value) => `${spell(value, style)}${unit}`) as [string, string];
          const joint = { unit, about };
          const under = { low: from, lowInclusive: lowIn };
          const over = { high: to, highInclusive: highIn };
          expect(quantityIn(about + low(a), WORDS)).toEqual({ ...joint, ...under });
          expect(quantityIn(about + high(b), WORDS)).toEqual({ ...joint, ...over });
          expect(quantityIn(about + low(a) + high(b), WORDS)).toEqual({ ...joint, ...under, ...over });
          expect(quantityIn(about + low(b) + high(a), WORDS)).toBeUndefined();
          expect(quantityIn(`${about}${a}至${b}`, WORDS)).toEqual({
            ...joint,
            low: from,
            lowInclusive: true,
            high: to,
            highInclusive: true,
          });
        },
      ),
    );
  });

  it('two units are one measure or none', () => {
    const months: Record<string, number> = { 个月: 1, 年: 12 };
    const grams: Record<string, number> = { 克: 1, 千克: 1000, 公斤: 1000, 吨: 1_000_000 };
    const unit = fc.constantFrom('个月', '年', '克', '千克', '公斤', '吨', '天', '次');
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 99 }),
        unit,
        unit,
        (one, other, a, b) => {
          const read = quantityIn(`${one}${a}至${other}${b}`, WORDS);
          const kind = [months, grams].find((scale) => scale[a] && scale[b]);
          const [low, high] = kind ? [one * kind[a]!, other * kind[b]!] : [one, other];
          if ((!kind && a !== b) || low > high) expect(read).toBeUndefined();
          else if (kind)
            expect([read!.low! * kind[read!.unit]!, read!.high! * kind[read!.unit]!]).toEqual([low, high]);
          else expect([read!.low, read!.high, read!.unit]).toEqual([low, high, a]);
        },
      ),
    );
  });

  it('a word that changes a number is never passed over', () => {
    const changed = fc.oneof(
      fc.constantFrom('约', '近', '几', '不', '每').map((word) => (text: string) => `${word}${text}`),
      fc.constantFrom('余', '左右', '以外', '半', '多').map((word) => (text: string) => `${text}${word}`),
    );
    fc.assert(
      fc.property(number, units, changed, (value, unit, change) => {
        expect(quantityIn(change(`${value}${unit}`), WORDS)).toBeUndefined();
      }),
    );
  });
});

describe('degrees that are words', () => {
  const conditionsOf = (...degrees: string[]) => {
    const found = degreeSequence(degrees, WORDS);
    return found && 'conditions' in found ? [...found.conditions.values()].map((of) => of('n')) : undefined;
  };

  it('首次, 2次, 3次以上 are one, two, and three or more', () => {
    expect(conditionsOf('首次', '2次', '3次以上')).toEqual([
      { factor: 'n', op: '=', value: 1 },
      { factor: 'n', op: '=', value: 2 },
      { factor: 'n', op: '>=', value: 3 },
    ]);
  });

  it.each(['非首次', '不是首次', '首次以外', '约两次', '两次之内'])('%s is none of them', (word) => {
    expect(conditionsOf(word, '3次以上', '5次以上')).toBeUndefined();
  });
});

describe('a list within one cell', () => {
  it.each([
    ['具有下列情形之一的：①违法次数不少于3次；②造成影响', 'any'],
    ['同时具备：（1）首次违法；（2）及时改正', 'all'],
  ])('%s', (cell, joined) => {
    expect(Object.keys(enumerated(cell, WORDS)!.condition)).toEqual([joined]);
  });

  it('reads no less than three as three and more', () => {
    const { condition } = enumerated('有下列情形之一的：①违法次数不少于3次；②面积≥10平方米', WORDS)!;
    expect(condition).toEqual({
      any: [
        { factor: '违法次数', op: '>=', value: 3 },
        { factor: '面积', op: '>=', value: 10 },
      ],
    });
  });

  it.each([
    '不具有下列情形之一的：①首次违法；②及时改正',
    '除下列情形之一外：①首次违法；②及时改正',
    '具有下列情形两项以上的：①首次违法；②及时改正',
    '货值金额1万元以上，且具有下列情形之一的：①首次违法；②及时改正',
    '同时具备下列情形，或者下列情形之一：①首次违法；②及时改正',
    '有下列情形之一的：①首次违法，且（1）后果轻微；（2）及时改正；②主动报告',
    '有下列情形之一的：①首次违法；①及时改正',
  ])('leaves %s to a person', (cell) => {
    expect(enumerated(cell, WORDS)).toBeUndefined();
  });
});
