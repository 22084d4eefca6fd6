import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countTerms, FIELDS, K1, type TermCounts } from '../../src/corpus/lexical-terms.ts';
import { currentView } from '../../src/corpus/library-view.ts';
import { mergeSegments } from '../../src/corpus/merge-segments.ts';
import { scoreLexical } from '../../src/corpus/score-lexical.ts';
import type { Expansion } from '../../src/corpus/search/expand-query.ts';
import { makeFilter } from '../../src/corpus/search/make-filter.ts';
import { segmentText } from '../../src/corpus/segment-text.ts';
import { removeSource, storeSource } from '../../src/corpus/store-source.ts';
import type { Database } from '../../src/db/database.ts';
import { openTestDatabase } from '../support/database.ts';

/** From the most frequent to the rarest: the first stand in nearly every text. */
const WORDS =
  '的当事人处罚 违法 食品 罚款 经营 销售 过期 广告 虚假 没收 许可证 排污 噪声 夜间施工 农药 种子 烟草 特种设备 听证 餐饮 abc 7天'.split(
    ' ',
  );
const REGIONS = ['', '甲省', '甲省乙市'];

interface Doc {
  seq: number;
  region: string;
  terms: TermCounts;
}

/** A number 0..1 from a seed. */
function draw(seed: number): number {
  let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

function makeText(seed: number): string {
  const length = 1 + Math.floor(draw(seed) * 30);
  return Array.from({ length }, (_, place) => {
    const rank = Math.floor(WORDS.length * draw(seed * 101 + place) ** 3);
    return WORDS[rank]!;
  }).join('，');
}

/** BM25 of every document, one by one, straight from its terms. */
function plainScores(
  docs: Doc[],
  query: string,
  expansion: Expansion[],
  shownIn: (region: string) => boolean,
): { seq: number; score: number }[] {
  const averages = [0, 1, 2].map((field) =>
    Math.max(1, docs.reduce((sum, { terms }) => sum + terms.lengths[field]!, 0) / docs.length),
  );
  const holding = new Map<string, number>();
  for (const { terms } of docs) {
    for (const term of terms.counts.keys()) holding.set(term, (holding.get(term) ?? 0) + 1);
  }
  const idf = (term: string) => {
    const found = holding.get(term) ?? 0;
    return Math.log(1 + (docs.length - found + 0.5) / (found + 0.5));
  };
  const gain = ({ terms }: Doc, term: string, weight: number) => {
    const field = FIELDS.findIndex(({ mark }) => mark === term[0]);
    const count = terms.counts.get(term) ?? 0;
    const norm = K1 * (1 - 0.75 + (0.75 * terms.lengths[field]!) / averages[field]!);
    return count === 0 ? 0 : (FIELDS[field]!.weight * weight * idf(term) * count * (K1 + 1)) / (count + norm);
  };
  const behind = new Map<string, number>();
  for (const { word, weight } of expansion) {
    const pairs = segmentText(word).bigrams;
    for (const pair of pairs)
      behind.set(`b${pair}`, Math.max(behind.get(`b${pair}`) ?? 0, weight / pairs.length));
  }
  const sum = (doc: Doc, terms: Map<string, number>) =>
    [...terms].reduce((total, [term, weight]) => total + gain(doc, term, weight), 0);
  const shown = docs.filter(({ region }) => shownIn(region));
  const own = new Map(shown.map((doc) => [doc.seq, sum(doc, countTerms(query).counts)]));
  const added = new Map(shown.map((doc) => [doc.seq, sum(doc, behind)]));
  const most = (sums: Map<number, number>) => Math.max(0, ...sums.values());
  const share = most(added) > 0 ? (0.3 * (most(own) || 1)) / most(added) : 0;
  return shown
    .map(({ seq }) => ({ seq, score: own.get(seq)! + share * added.get(seq)! }))
    .filter(({ score }) => score > 0);
}

let database: Database;
const docs: Doc[] = [];
beforeAll(async () => {
  database = await openTestDatabase();
  const { db } = database;
  for (const [source, size] of [900, 40, 150].entries()) {
    const drafts = Array.from({ length: size }, (_, index) => ({
      id: `${source}-${index}`,
      title: '',
      text: makeText(source * 10_000 + index),
      region: REGIONS[Math.floor(3 * draw(index * 7 + source) ** 2)]!,
      textIs: 'gist' as const,
    }));
    await storeSource(
      db,
      {
        kind: 'case',
        key: `file:${source}`,
        origin: 'imported',
        title: `${source}`,
        versionDate: null,
        digest: `${source}`,
        file: `${source}`,
      },
      drafts,
    );
  }
  await removeSource(db, 'file:1');
  const rows = await db
    .selectFrom('entries')
    .select(['seq', 'text', 'title', 'region'])
    .orderBy('seq')
    .execute();
  for (const { seq, text, title, region } of rows)
    docs.push({ seq, region: region ?? '', terms: countTerms(`${title}\n\n${text}`) });
});
afterAll(() => database.close());

describe('the best by words', () => {
  const queries = fc.record({
    seed: fc.nat(100_000),
    behind: fc.array(
      fc.record({ word: fc.constantFrom(...WORDS), weight: fc.double({ min: 0.1, max: 1, noNaN: true }) }),
      {
        maxLength: 3,
      },
    ),
    region: fc.constantFrom(undefined, '甲省', '甲省乙市', '丙省'),
    limit: fc.constantFrom(1, 5, 40, 2000),
  });

  it('are those of the plain sum over every document, after a merge too', async () => {
    const { db } = database;
    for (const runs of [60, 30]) {
      const view = await currentView(db);
      await fc.assert(
        fc.asyncProperty(queries, async ({ seed, behind, region, limit }) => {
          const query = makeText(seed);
          const expansion = behind.map((one) => ({ ...one, from: '' }));
          const filter = makeFilter('2026-01-01', region === undefined ? {} : { region });
          const found = await scoreLexical(db, view, query, filter, limit, expansion);
          const plain = plainScores(docs, query, expansion, filter.region ?? (() => true));
          const scores = new Map(plain.map(({ seq, score }) => [seq, score]));
          const best = [...scores.values()].sort((a, b) => b - a).slice(0, limit);
          expect(found.top.length).toBe(best.length);
          const off = found.top.map(({ score }, place) => Math.abs(score - best[place]!));
          expect(Math.max(0, ...off)).toBeLessThan(1e-9);
          for (const { seq, score } of found.top) {
            expect(score).toBeCloseTo(scores.get(seq)!, 9);
            expect(found.of(seq)).toBe(score);
          }
        }),
        { numRuns: runs, endOnFailure: true },
      );
      await mergeSegments(db, { settle: true });
    }
  });

  it('are worth the same whether entries are looked up together or one by one', async () => {
    const { db } = database;
    const view = await currentView(db);
    const score = () => scoreLexical(db, view, makeText(7), makeFilter('2026-01-01', {}), 3, []);
    const together = await score();
    const singly = await score();
    const absent = -1;
    const seqs = [...docs.map(({ seq }) => seq).reverse(), absent];
    together.look(seqs);
    for (const seq of seqs) {
      expect(together.of(seq)).toBe(singly.of(seq));
      expect(together.partsOf(seq)).toEqual(singly.partsOf(seq));
    }
    expect(together.of(absent)).toBe(0);
    expect(seqs.filter((seq) => together.partsOf(seq).held > 0).length).toBeGreaterThan(together.top.length);
  });
});
