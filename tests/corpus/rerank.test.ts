import { describe, expect, it } from 'vitest';
import type { LexicalScores } from '../../src/corpus/score-lexical.ts';
import { queryWording } from '../../src/corpus/search/query-wording.ts';
import { FEATURES, rankFeatures } from '../../src/corpus/search/rank-features.ts';
import { rerank } from '../../src/corpus/search/rerank.ts';
import { lawNamed } from '../../src/corpus/search/times-asked.ts';

describe('how a query is put', () => {
  it.each([
    ['没证卖药怎么处罚', true, false],
    ['私屠滥宰生猪', false, false],
    ['不得少于几个人', true, true],
    ['执法人员应当主动出示执法证件', false, true],
  ])('%s', (query, asks, statute) => {
    expect(queryWording(query)).toEqual({ asks, statute });
  });
});

/** Lexical scores of entries whose only field is pairs. */
function lexicalOf(scores: Record<number, number>, held: Record<number, number> = {}): LexicalScores {
  const of = (seq: number) => scores[seq] ?? 0;
  return {
    top: Object.keys(scores)
      .map((seq) => ({ seq: Number(seq), score: of(Number(seq)) }))
      .sort((a, b) => b.score - a.score),
    look: () => undefined,
    of,
    partsOf: (seq) => ({ fields: [of(seq), 0, 0], behind: 0, held: held[seq] ?? 0, length: 50 }),
    ideal: 10,
  };
}

const NONE = new Map<number, number>();
const cosines = new Map([
  [3, 0.6],
  [1, 0.2],
]);

describe('the re-ranker', () => {
  it('is told of each candidate of either list, in numbers that the length of the lists does not change', () => {
    const { seqs, rows } = rankFeatures('怎么罚', lexicalOf({ 1: 4, 2: 2 }), cosines, cosines, NONE);
    expect(seqs).toEqual([1, 2, 3]);
    const of = (seq: number, name: (typeof FEATURES)[number]) =>
      rows[seqs.indexOf(seq)]![FEATURES.indexOf(name)];
    for (const row of rows) expect(row).toHaveLength(FEATURES.length);
    expect([1, 2, 3].map((seq) => of(seq, 'pairs'))).toEqual([1, 0.5, 0]);
    expect([1, 2, 3].map((seq) => of(seq, 'cosine'))).toEqual([0.2, 0, 0.6]);
    expect(of(1, 'cosine less best')).toBeCloseTo(-0.4);
    expect([1, 2, 3].map((seq) => of(seq, 'dense place'))).toEqual([0.5, 0, 1]);
    expect(of(3, 'lexical place')).toBe(0);
    expect(of(2, 'ideal share')).toBeCloseTo(0.2);
    expect(of(2, 'asks')).toBe(1);
  });

  it('puts what both lists hold best first, and the words of a statute above what only resembles them', () => {
    const plain = rankFeatures('怎么罚', lexicalOf({ 3: 4, 2: 2 }), cosines, cosines, NONE);
    expect(rerank(plain)[0]!.seq).toBe(3);
    const verbatim = lexicalOf({ 1: 8, 2: 2 }, { 1: 1, 2: 0.3 });
    const statute = rankFeatures('执法人员应当主动出示执法证件', verbatim, cosines, cosines, NONE);
    expect(rerank(statute)[0]!.seq).toBe(1);
    expect(rerank(statute)).toEqual(rerank(statute).toSorted((a, b) => b.score - a.score));
  });

  it('prefers the law that laypeople ask about where two candidates are alike', () => {
    const alike = lexicalOf({ 1: 4, 2: 4 });
    const near = new Map([
      [1, 0.4],
      [2, 0.4],
    ]);
    for (const seq of [1, 2]) {
      const found = rankFeatures('离婚了孩子归谁', alike, near, near, new Map([[seq, 200]]));
      const places = rerank(found).map((one) => one.seq);
      const other = rerank(rankFeatures('离婚了孩子归谁', alike, near, near, NONE));
      const lift = (list: { seq: number; score: number }[]) =>
        list.find((one) => one.seq === seq)!.score - list.find((one) => one.seq !== seq)!.score;
      expect(lift(rerank(found))).toBeGreaterThan(lift(other));
      expect(places).toHaveLength(2);
    }
  });

  it('knows a law by its name, with an article, a year or without', () => {
    const names = ['中华人民共和国刑法第一百二十条之一', '刑法', '刑法（2020修正）', '中华人民共和国刑法 '];
    expect(new Set(names.map(lawNamed))).toEqual(new Set(['刑法']));
    expect(lawNamed('最高人民法院关于审理劳动争议案件适用法律若干问题的解释')).toContain('劳动争议');
  });

  it('has nothing to say of nothing', () => {
    expect(rerank(rankFeatures('无', lexicalOf({}), new Map(), new Map(), NONE))).toEqual([]);
  });
});
