import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseNumeral, citationShort, citationText, sameProvision } from '../../src/law/citation.ts';
import { evaluate } from '../../src/law/condition.ts';
import { birthDateOf, isCreditCode, isIdNumber } from '../../src/law/identity-numbers.ts';

describe('citations', () => {
  it('writes article numbers as statutes do', () => {
    expect([1, 10, 15, 20, 64, 101, 110, 1242].map(chineseNumeral)).toEqual([
      '一',
      '十',
      '十五',
      '二十',
      '六十四',
      '一百零一',
      '一百一十',
      '一千二百四十二',
    ]);
  });

  it('writes in text and in tight places', () => {
    const citation = { law: '中华人民共和国行政处罚法', article: '64', paragraph: 1, item: 2 };
    expect(citationText(citation)).toBe('《中华人民共和国行政处罚法》第六十四条第一款第二项');
    expect(citationShort(citation)).toBe('行政处罚法 64 ①(2)');
    expect(citationText({ law: '中华人民共和国刑法', article: '133-1' })).toBe(
      '《中华人民共和国刑法》第一百三十三条之一',
    );
  });

  it('compares as far as both sides are precise', () => {
    const law = '中华人民共和国食品安全法';
    expect(sameProvision({ law, article: '124' }, { law, article: '124', paragraph: 1 })).toBe(true);
    expect(sameProvision({ law, article: '124', paragraph: 2 }, { law, article: '124', paragraph: 1 })).toBe(
      false,
    );
  });
});

describe('identity numbers', () => {
  it('checks the last digit of an identity number', () => {
    expect(isIdNumber('11010519491231002X')).toBe(true);
    expect(isIdNumber('110105194912310021')).toBe(false);
    expect(isIdNumber('11010519491331002X')).toBe(false);
    expect(birthDateOf('11010519491231002X')).toBe('1949-12-31');
  });

  it('checks the last character of a credit code', () => {
    const good = '91350100M000100Y43';
    expect(isCreditCode(good)).toBe(true);
    for (let place = 0; place < 17; place += 1) {
      const changed = `${good.slice(0, place)}${good[place] === '2' ? '3' : '2'}${good.slice(place + 1)}`;
      expect(isCreditCode(changed)).toBe(false);
    }
    expect(isCreditCode('91350100M000100Y4')).toBe(false);
  });
});

describe('conditions over circumstances', () => {
  const goods = { factor: 'goods', op: '<' as const, value: 10000 };

  it('takes a missing fact for neither true nor false', () => {
    const missing = new Set<string>();
    expect(evaluate(goods, {}, missing)).toBeUndefined();
    expect([...missing]).toEqual(['goods']);
    expect(evaluate({ not: goods }, {})).toBeUndefined();
  });

  it('decides as soon as the known facts decide', () => {
    const second = { factor: 'repeat', op: '=' as const, value: true };
    expect(evaluate({ any: [goods, second] }, { repeat: true })).toBe(true);
    expect(evaluate({ all: [goods, second] }, { repeat: false })).toBe(false);
    expect(evaluate({ all: [goods, second] }, { repeat: true })).toBeUndefined();
  });

  it('knowing more never turns true into false or back (property)', () => {
    const value = fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined });
    const leaf = fc.record({
      factor: fc.constantFrom('a', 'b', 'c'),
      op: fc.constantFrom('<' as const, '>=' as const, '=' as const),
      value: fc.integer({ min: 0, max: 3 }),
    });
    const tree = fc.oneof(
      leaf,
      fc.record({ all: fc.array(leaf, { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(leaf, { minLength: 1, maxLength: 3 }) }),
      leaf.map((inner) => ({ not: inner })),
    );
    const facts = fc.record({ a: value, b: value, c: value });
    fc.assert(
      fc.property(
        tree,
        facts,
        fc.record({ a: fc.nat(3), b: fc.nat(3), c: fc.nat(3) }),
        (condition, some, rest) => {
          const before = evaluate(condition, some);
          const known = Object.fromEntries(Object.entries(some).filter(([, v]) => v !== undefined));
          const after = evaluate(condition, { ...rest, ...known });
          expect(after).not.toBeUndefined();
          if (before !== undefined) expect(after).toBe(before);
        },
      ),
    );
  });
});
