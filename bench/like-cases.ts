import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readConfig } from '../src/config.ts';
import { importPaths } from '../src/corpus/import-paths.ts';
import { currentView } from '../src/corpus/library-view.ts';
import { PART_WEIGHTS } from '../src/corpus/like-cases/score-like-cases.ts';
import { scoreLexical } from '../src/corpus/score-lexical.ts';
import { embedEntries } from '../src/corpus/search/embed-entries.ts';
import { makeFilter } from '../src/corpus/search/make-filter.ts';
import { type Hit, search } from '../src/corpus/search.ts';
import type { Db } from '../src/db/database.ts';
import { openDatabase } from '../src/db/open-database.ts';
import { today } from '../src/law/dates.ts';
import { type Embedder, openEmbedder } from '../src/models/embed.ts';

/** A query case with its pool and the grades (0 to 3) of those that were graded. */
interface LikeQuery {
  id: string;
  text: string;
  pool: Set<string>;
  grades: Map<string, number>;
}

const DATA = resolve(import.meta.dirname, '../../shared/data/retrieval/cases');
/** Queries whose id's SHA-256 begins with a smaller byte are for validation alone. */
const VALIDATION = 102;
const ALL = 8950;

/**
 * How well like cases are found: `npx node --import tsx bench/like-cases.ts FOLDER [--parts FILE]`. FOLDER keeps the library from
 * run to run; FILE gets the parts of every case of a pool as JSON lines, for models/train/like_cases.py.
 */
async function main(folder: string, parts: string | undefined): Promise<void> {
  const embedder = await openEmbedder(readConfig());
  const database = await openLibrary(folder, embedder);
  const queries = readQueries();
  const systems = new Map<string, Map<string, number>>();
  const out = parts ? createWriteStream(parts) : undefined;
  const times: number[] = [];
  try {
    for (const query of queries) {
      const { hits } = await search(database.db, query.text, {
        kind: 'case',
        limit: ALL,
        ...(embedder ? { embedder } : {}),
      });
      for (const [name, ranked] of await rankings(database.db, query, hits)) {
        const figures = systems.get(name) ?? new Map<string, number>();
        systems.set(name, figures.set(query.id, ndcg(ranked, query)));
      }
      const started = performance.now();
      await search(database.db, query.text, { kind: 'case', ...(embedder ? { embedder } : {}) });
      times.push(performance.now() - started);
      for (const line of out ? partLines(hits, query) : []) out?.write(line);
    }
  } finally {
    out?.end();
    await database.close();
  }
  const validation = new Set(queries.filter(({ id }) => firstByte(id) < VALIDATION).map(({ id }) => id));
  for (const [name, figures] of systems) {
    const all = [...figures.values()];
    const held = [...figures].flatMap(([id, value]) => (validation.has(id) ? [value] : []));
    const median = name.padEnd(12);
    process.stdout.write(`${median} NDCG@10 ${mean(all).toFixed(3)}（验证部分 ${mean(held).toFixed(3)}）\n`);
  }
  times.sort((a, b) => a - b);
  process.stdout.write(
    `${queries.length} 个案件；每次检索中位数 ${at(times, 0.5)} 毫秒，p95 ${at(times, 0.95)} 毫秒\n`,
  );
}

async function openLibrary(folder: string, embedder: Embedder | undefined) {
  await mkdir(folder, { recursive: true });
  const database = await openDatabase({ ...readConfig(), databaseUrl: undefined, dataFolder: folder });
  const mark = join(folder, 'imported');
  if (!existsSync(mark)) {
    const file = join(folder, 'corpus.jsonl');
    writeFileSync(file, gunzipSync(readFileSync(join(DATA, 'corpus.jsonl.gz'))));
    await importPaths(database.db, [file], { kind: 'case' });
    writeFileSync(mark, '');
  }
  if (embedder) await embedEntries(database.db, embedder);
  return database;
}

/** The pool in the order of the former ways and of ours, whole and with each part alone left out. */
async function rankings(db: Db, query: LikeQuery, hits: Hit[]): Promise<[string, string[]][]> {
  const view = await currentView(db);
  const filter = makeFilter(today(), { kind: 'case' });
  const ids = await idsOf(db);
  const ranked: [string, string[]][] = [];
  for (const once of [false, true]) {
    const { top } = await scoreLexical(db, view, query.text, filter, ALL, [], { once });
    ranked.push([once ? '词只计一次' : 'BM25', top.map(({ seq }) => ids.get(seq) ?? '')]);
  }
  ranked.push(['类案', hits.map(({ id }) => id)]);
  for (const left of Object.keys(PART_WEIGHTS)) {
    const rest = hits
      .map(({ id, why }) => ({
        id,
        score: (why.parts ?? []).reduce(
          (sum, { part, share, weight }) => sum + (part === left ? 0 : share * weight),
          0,
        ),
      }))
      .sort((a, b) => b.score - a.score);
    ranked.push([`缺 ${left}`, rest.map(({ id }) => id)]);
  }
  return ranked;
}

function partLines(hits: Hit[], query: LikeQuery): string[] {
  return hits
    .filter(({ id }) => query.pool.has(id))
    .map(({ id, why }) => {
      const shares = Object.fromEntries((why.parts ?? []).map(({ part, share }) => [part, share]));
      const grade = query.grades.get(id) ?? 0;
      return `${JSON.stringify({ query: query.id, id, grade, graded: query.grades.has(id), ...shares })}\n`;
    });
}

let idsBySeq: Map<number, string> | undefined;

async function idsOf(db: Db): Promise<Map<number, string>> {
  idsBySeq ??= new Map(
    (await db.selectFrom('entries').select(['seq', 'id']).execute()).map(({ seq, id }) => [seq, id]),
  );
  return idsBySeq;
}

function readQueries(): LikeQuery[] {
  const pools = new Map(
    rows<{ id: string; pool: string[] }>('pools.jsonl').map(({ id, pool }) => [String(id), new Set(pool)]),
  );
  const grades = Map.groupBy(
    readFileSync(join(DATA, 'qrels.tsv'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('\t')),
    ([query]) => query,
  );
  return rows<{ id: string; text: string }>('queries.jsonl').map(({ id, text }) => ({
    id: String(id),
    text,
    pool: pools.get(String(id)) ?? new Set(),
    grades: new Map(
      (grades.get(String(id)) ?? []).map(([, document, grade]) => [document ?? '', Number(grade)]),
    ),
  }));
}

function rows<Row>(file: string): Row[] {
  return readFileSync(join(DATA, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}

/** NDCG@10 inside the pool, linear gain; what was not graded counts 0. */
function ndcg(ranked: string[], { pool, grades }: LikeQuery): number {
  const gain = (values: number[]): number =>
    values.slice(0, 10).reduce((sum, grade, index) => sum + grade / Math.log2(index + 2), 0);
  const best = gain([...grades.values()].sort((a, b) => b - a));
  return best === 0 ? 0 : gain(ranked.filter((id) => pool.has(id)).map((id) => grades.get(id) ?? 0)) / best;
}

function firstByte(id: string): number {
  return createHash('sha256').update(id).digest().readUInt8(0);
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function at(sorted: number[], part: number): string {
  return (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(0);
}

const [folder, flag, parts] = process.argv.slice(2);
if (!folder) throw new Error('用法：bench/like-cases.ts 文件夹 [--parts 文件]');
await main(resolve(folder), flag === '--parts' ? parts : undefined);
