import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestCase, digestStored } from '../../../src/corpus/like-cases/case-digest.ts';
import { frequenciesOf } from '../../../src/corpus/like-cases/case-frequencies.ts';
import {
  PART_WEIGHTS,
  scoreLikeCases,
  WEIGHTS_WITHOUT_VIOLATION,
} from '../../../src/corpus/like-cases/score-like-cases.ts';
import { pastCases } from '../../../src/corpus/past-cases.ts';

const CASES = pastCases()
  .slice(0, 30)
  .map(({ title, facts, reasons }, seq) => ({
    seq,
    lexical: (seq * 7) % 11,
    cosine: seq % 3 === 0 ? null : (seq % 5) / 5,
    digest: digestCase(title, `${facts}${reasons}`),
  }));
const FREQUENCIES = frequenciesOf(CASES.map(({ digest }) => digest));
const STORY =
  '示例商店未取得许可证经营，货值 4,200 元，曾因同样的事受过处罚，依据《中华人民共和国食品安全法》第一百二十二条。';
const QUERY = { ...digestCase('', STORY), text: STORY };

describe('parts of a case', () => {
  it('are what its text says, and nothing where it says nothing', () => {
    expect(digestCase('', STORY)).toEqual({
      cause: [],
      provisions: ['食品安全法 122'],
      circumstances: ['再次违法', '未经许可'],
      sum: 420_000,
    });
    expect(digestCase('无照经营案', '')).toEqual({
      cause: ['无照', '照经', '经营', '营案'],
      provisions: [],
      circumstances: [],
    });
  });

  it('have no cause in the number of a decision', () => {
    expect(digestStored({ title: '示市监处罚〔2024〕101号', text: '' }).cause).toEqual([]);
    expect(digestStored({ title: '无照经营 示市监罚〔2024〕第12号', text: '' }).cause).toEqual([
      '无照',
      '照经',
      '经营',
    ]);
  });

  it('hold an article with its law: the same number of another law is another, a bare number none', () => {
    const of = (text: string) => digestCase('', text).provisions;
    expect(of('依据《中华人民共和国广告法》第五十五条第一款')).toEqual(['广告法 55']);
    expect(of('依据《广告法》第五十五条、第五十七条')).toEqual(['广告法 55', '广告法 57']);
    expect(of('依据《农药管理条例》第五十五条')).toEqual(['农药管理条例 55']);
    expect(of('依据第五十五条')).toEqual([]);
  });

  it('take what the import knows before what the text says', () => {
    const digest = digestStored({
      title: '示例案',
      text: '2024年3月5日查获，依据《中华人民共和国广告法》第九条。',
      region: '示例省示例市',
      payload: {
        decidedOn: '2024-06-01',
        violation: '不标明价格',
        party: '示例甲商贸有限公司',
        punishing: [{ law: '中华人民共和国价格法', article: '42' }],
      },
    });
    expect(digest).toMatchObject({
      provisions: ['价格法 42'],
      day: '2024-06-01',
      region: '示例省示例市',
      party: '示例甲商贸有限公司',
    });
    expect(digestStored({ title: '', text: '2024年3月发生', payload: { punishing: 7 } })).toMatchObject({
      provisions: [],
      day: '2024-03-15',
    });
  });

  it('weigh 1 together', () => {
    for (const weights of [PART_WEIGHTS, WEIGHTS_WITHOUT_VIOLATION])
      expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
  });

  it('are shares between 0 and 1 that make up the score', () => {
    for (const { score, parts } of scoreLikeCases(QUERY, CASES, FREQUENCIES)) {
      expect(parts.map(({ part }) => part)).toEqual(Object.keys(PART_WEIGHTS));
      for (const { share } of parts) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
      expect(score).toBeCloseTo(
        parts.reduce((sum, { share, weight }) => sum + share * weight, 0),
        9,
      );
    }
  });

  it('do not depend on the order of the candidates', () => {
    const expected = scoreLikeCases(QUERY, CASES, FREQUENCIES);
    fc.assert(
      fc.property(fc.shuffledSubarray(CASES, { minLength: CASES.length }), (shuffled) => {
        expect(scoreLikeCases(QUERY, shuffled, FREQUENCIES)).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  it('are found in any text without a crash', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, text) => {
        const digest = digestCase(title, text);
        const scored = scoreLikeCases(
          { ...digest, text },
          [{ seq: 1, lexical: 0, cosine: null, digest }],
          FREQUENCIES,
        );
        expect(scored[0]?.score).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 30 },
    );
  });
});

describe('likeness of parts', () => {
  const bare = { cause: [], provisions: [], circumstances: [] };
  const share = (query: object, other: object, part: string, items?: Map<string, number>) =>
    scoreLikeCases(
      { ...bare, text: '', ...query },
      [{ seq: 1, lexical: 1, cosine: null, digest: { ...bare, ...other }, ...(items ? { items } : {}) }],
      FREQUENCIES,
    )[0]?.parts.find((one) => one.part === part);

  it('is full for one violation, a little for one field, none for another', () => {
    const told = {
      items: new Map([['a', 1]]),
      nameOf: (id: string) => `事项${id}`,
      fieldOf: (id: string) => (id === 'c' ? '广告' : '价格'),
    };
    const of = (id: string) => share(told, {}, 'violation', new Map([[id, 1]]));
    expect(of('a')).toMatchObject({ share: 1, common: ['事项a'] });
    expect(of('b')).toMatchObject({ share: 0.35, common: ['同一领域：价格'] });
    expect(of('c')).toMatchObject({ share: 0, common: [] });
    expect(share(told, {}, 'violation')).toMatchObject({ share: 0 });
  });

  it('of regions goes by what the query names', () => {
    const region = '示例省示例市示例区';
    const of = (text: string) => share({ text }, { region }, 'region');
    expect(of('示例市示例区一家店')).toMatchObject({ share: 1, common: [region] });
    expect(of('示例省示例市一家店')).toMatchObject({ share: 0.5, common: ['示例省示例市'] });
    expect(of('他省示例市一家店')).toMatchObject({ share: 0 });
    expect(of('一家超市')).toMatchObject({ share: 0, common: [] });
  });

  it('of days falls with the years between', () => {
    const of = (day: string) => share({ day: '2024-06-01' }, { day }, 'day')?.share ?? -1;
    expect(of('2024-06-01')).toBe(1);
    expect(of('2023-06-01')).toBeGreaterThan(of('2021-06-01'));
    expect(of('2012-06-01')).toBe(0);
    expect(share({}, { day: '2024-06-01' }, 'day')?.share).toBe(0);
  });

  it('of circumstances loses by what is the opposite', () => {
    const query = { circumstances: ['初次违法', '没有售出'] };
    const of = (circumstances: string[]) => share(query, { circumstances }, 'circumstances')?.share ?? -1;
    expect(of(['初次违法', '没有售出'])).toBe(1);
    expect(of(['已经售出'])).toBe(0);
    const both = ['初次违法', '没有售出'];
    const scored = scoreLikeCases(
      { ...bare, text: '', ...query, items: new Map([['a', 1]]) },
      [both, ['初次违法'], ['初次违法', '已经售出']].map((circumstances, seq) => ({
        seq,
        lexical: 1,
        cosine: null,
        digest: { ...bare, circumstances },
      })),
      FREQUENCIES,
    );
    expect(scored.map(({ seq }) => seq)).toEqual([0, 1, 2]);
    expect(scored[1]?.score).toBeGreaterThan(scored[2]?.score ?? 1);
  });

  it('counts an article that the query cites more than what the others cite', () => {
    const candidates = ['广告法 55', '广告法 57', '广告法 57', '广告法 57'].map((one, seq) => ({
      seq,
      lexical: 1,
      cosine: null,
      digest: { ...bare, provisions: [one] },
    }));
    const cited = scoreLikeCases({ ...bare, provisions: ['广告法 55'], text: '' }, candidates, FREQUENCIES);
    expect(cited[0]?.seq).toBe(0);
  });
});
