import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readConfig } from '../src/config.ts';
import { importPaths } from '../src/corpus/import-paths.ts';
import { currentView, type LibraryView } from '../src/corpus/library-view.ts';
import { loadBundledCorpus } from '../src/corpus/load-bundled-corpus.ts';
import { scoreLexical } from '../src/corpus/score-lexical.ts';
import { expandQuery } from '../src/corpus/search/expand-query.ts';
import { joinLists } from '../src/corpus/search/join-lists.ts';
import { makeFilter } from '../src/corpus/search/make-filter.ts';
import { rankFeatures } from '../src/corpus/search/rank-features.ts';
import { rerank } from '../src/corpus/search/rerank.ts';
import { timesAsked } from '../src/corpus/search/times-asked.ts';
import type { SearchOptions } from '../src/corpus/search.ts';
import type { Db } from '../src/db/database.ts';
import { openDatabase } from '../src/db/open-database.ts';
import { today } from '../src/law/dates.ts';
import { type Embedder, openEmbedder } from '../src/models/embed.ts';
import { denseLists } from './dense-lists.ts';
import { articleWords, layQuestions, ownQuestions, type Question } from './questions.ts';

type Dense = Awaited<ReturnType<typeof denseLists>>;

/** Sums over questions, by system. */
type Sums = Map<string, { n: number; r10: number; r100: number; ndcg: number; mrr: number }>;

const DATA = resolve(import.meta.dirname, '../../shared/data');
/** As many as `search --limit 100` takes of either list. */
const POOL = 200;
/**
 * How well search finds, on questions that nothing was trained on: `npx node --import tsx bench/search-quality.ts FOLDER`.
 * FOLDER keeps the two libraries from run to run; MINGCAI_EMBEDDING_MODEL adds the dense half.
 */
async function main(folder: string): Promise<void> {
  const embedder = await openEmbedder(readConfig());
  const statutes = join(DATA, 'retrieval/statutes');
  const lay = await measure(join(folder, 'statutes'), join(statutes, 'corpus.jsonl'), embedder, 'all', [
    ...layQuestions(statutes, 'validation'),
    ...articleWords(join(statutes, 'corpus.jsonl'), 'validation'),
  ]);
  const own = await measure(
    join(folder, 'laws'),
    join(DATA, 'laws'),
    embedder,
    'law',
    ownQuestions('validation'),
  );
  for (const [group, sums] of [...lay, ...own]) print(group, sums);
}

async function measure(
  folder: string,
  source: string,
  embedder: Embedder | undefined,
  kind: NonNullable<SearchOptions['kind']>,
  questions: Question[],
): Promise<Map<string, Sums>> {
  const fresh = !existsSync(folder);
  await mkdir(folder, { recursive: true });
  const database = await openDatabase({ dataFolder: folder });
  try {
    const { db } = database;
    if (fresh) {
      await loadBundledCorpus(db);
      const report = await importPaths(db, [source]);
      console.error(`${folder}：导入 ${report.added} 条，${report.seconds} 秒`);
    }
    const dense = embedder && (await denseLists(db, embedder, join(folder, 'vectors.i16')));
    return await ask(db, questions, kind, dense);
  } finally {
    await database.close();
  }
}

async function ask(
  db: Db,
  questions: Question[],
  kind: NonNullable<SearchOptions['kind']>,
  dense: Dense | undefined,
): Promise<Map<string, Sums>> {
  const view = await currentView(db);
  const rows = await db.selectFrom('entries').select(['seq', 'id']).execute();
  const ids = new Map(rows.map(({ seq, id }) => [seq, id]));
  const groups = new Map<string, Sums>();
  for (const question of questions) {
    const sums = groups.get(question.group) ?? (new Map() as Sums);
    groups.set(question.group, sums);
    for (const [system, seqs] of await rankings(db, view, question, kind, dense)) {
      const hits = [...new Set(seqs.map((seq) => ids.get(seq) ?? ''))].slice(0, 100);
      add(sums, system, hits, question.expect);
    }
  }
  return groups;
}

/** The ranking of each system for one question. */
async function rankings(
  db: Db,
  view: LibraryView,
  { text, asOf = today() }: Question,
  kind: NonNullable<SearchOptions['kind']>,
  searchDense: Dense | undefined,
): Promise<[string, number[]][]> {
  const filter = makeFilter(asOf, { kind });
  const plain = await scoreLexical(db, view, text, filter, POOL);
  const wide = await scoreLexical(db, view, text, filter, POOL, expandQuery(text));
  const seqs = (list: { seq: number }[]) => list.map(({ seq }) => seq);
  const found: [string, number[]][] = [
    ['词法三路', seqs(plain.top)],
    ['词法三路 + 扩展', seqs(wide.top)],
  ];
  if (!searchDense) return found;
  const dense = await searchDense(text, filter, POOL);
  const cosinesFor = (lexical: typeof plain) => {
    const inTop = seqs(lexical.top).flatMap((seq) => {
      const cosine = dense.of(seq);
      return cosine === undefined ? [] : [[seq, cosine] as const];
    });
    return new Map([...dense.top, ...inTop]);
  };
  const asked = await timesAsked(db, [...seqs(wide.top), ...dense.top.keys()]);
  const joined = (lexical: typeof plain, a: number) => seqs(joinLists(lexical, cosinesFor(lexical), a));
  return [
    ...found,
    ['语义', [...dense.top.keys()]],
    ['融合 a = 1，无扩展', joined(plain, 1)],
    ['融合 a = 2，无扩展', joined(plain, 2)],
    ['融合 a = 1', joined(wide, 1)],
    ['融合 a = 2', joined(wide, 2)],
    ['融合 a = 3', joined(wide, 3)],
    ['重排（产品所用）', seqs(rerank(rankFeatures(text, wide, dense.top, cosinesFor(wide), asked)))],
  ];
}

function add(sums: Sums, system: string, hits: string[], right: Set<string>): void {
  const sum = sums.get(system) ?? { n: 0, r10: 0, r100: 0, ndcg: 0, mrr: 0 };
  sums.set(system, sum);
  const gain = (rank: number) => 1 / Math.log2(rank + 2);
  const places = hits.flatMap((id, rank) => (right.has(id) ? [rank] : []));
  const best = Array.from({ length: Math.min(10, right.size) }, (_, rank) => gain(rank));
  sum.n++;
  sum.r10 += places.filter((rank) => rank < 10).length / right.size;
  sum.r100 += places.length / right.size;
  sum.ndcg +=
    places.filter((rank) => rank < 10).reduce((total, rank) => total + gain(rank), 0) /
    best.reduce((total, value) => total + value, 0);
  sum.mrr += places[0] === undefined ? 0 : 1 / (places[0] + 1);
}

function print(group: string, sums: Sums): void {
  const [first] = sums.values();
  console.log(
    `\n${group}（${first?.n ?? 0} 问）\n\n| | R@10 | R@100 | NDCG@10 | MRR |\n|---|---|---|---|---|`,
  );
  for (const [system, { n, r10, r100, ndcg, mrr }] of sums) {
    const cells = [r10, r100, ndcg, mrr].map((sum) => (sum / n).toFixed(3).replace(/^0/, ''));
    console.log(`| ${system} | ${cells.join(' | ')} |`);
  }
}

if (!existsSync(DATA)) console.error('检索质量：没有 ../shared/data，略过');
else await main(resolve(process.argv[2] ?? 'data/search-quality'));
