import { existsSync, readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { sql } from 'kysely';
import pg from 'pg';
import { BUNDLED_MODEL } from '../src/config.ts';
import { currentView } from '../src/corpus/library-view.ts';
import { scoreLexical } from '../src/corpus/score-lexical.ts';
import { allowedDocuments } from '../src/corpus/search/allowed-documents.ts';
import { expandQuery } from '../src/corpus/search/expand-query.ts';
import { makeFilter } from '../src/corpus/search/make-filter.ts';
import { nearestVectors } from '../src/corpus/search/nearest-vectors.ts';
import { keepSignatures } from '../src/corpus/search/resident-signatures.ts';
import { searchDense } from '../src/corpus/search/search-dense.ts';
import { vectorText, wholeNumbers } from '../src/corpus/search/vector-text.ts';
import { warmDense } from '../src/corpus/search/warm-dense.ts';
import { warmTerms } from '../src/corpus/search/warm-terms.ts';
import { search } from '../src/corpus/search.ts';
import type { Database, Db } from '../src/db/database.ts';
import { openDatabase } from '../src/db/open-database.ts';
import { type OpenedEmbedder, openEmbedder } from '../src/models/embed.ts';
import { fillLibrary } from './scale/fill-library.ts';
import { type CaseMaker, makeDraw, openCaseMaker, REGIONS } from './scale/make-cases.ts';
import { measurePlainPgvector } from './scale/plain-pgvector.ts';

/**
 * Search at a size that a province reaches: made cases (bench/scale/make-cases.ts) with vectors by the bundled model, on the
 * server of TEST_DATABASE_URL; beside it the same vectors in a plain LangChain vector store.
 *
 *   s=$(PG_SHARED_BUFFERS=4GB .ci/postgres start)
 *   TEST_DATABASE_URL=$s npx node --import tsx bench/search-scale.ts [cases, 100000] [--keep NAME] [--fill-only] [--no-plain]
 *
 * `--keep` names a database that is filled once and used again. Times are of one process that asks one question after the
 * other; what is said is p50 / p95 after the first 100 questions, which read terms from the disk.
 */
const AS_OF = '2026-08-01';
const SEED = 20_261_121;
const WARM = 100;
const QUERIES = 200;
const EXACT = 40;
/** Other breadths of the search than the usual one that are tried. */
const BREADTHS = [200, 400];
const TALES = 60;
/** Cases that are told, not stored: numbers behind all that are. */
const TOLD = 1e8;
/** Milliseconds that each of the server's processes has worked, by its id. */
const worked = new Map<number, number>();

const size = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? 100_000);
const kept = process.argv.includes('--keep') ? process.argv[process.argv.indexOf('--keep') + 1] : undefined;
const server = process.env.TEST_DATABASE_URL;
if (!server) throw new Error('没有 TEST_DATABASE_URL：本基准只量服务器数据库。');

const client = new pg.Client({ connectionString: server });
await client.connect();
const name = kept ?? `mingcai_scale_${process.pid}`;
const there = await client.query('select from pg_database where datname = $1', [name]);
if (there.rowCount === 0) await client.query(`create database ${name}`);
const url = new URL(server);
url.pathname = `/${name}`;
const database = await openDatabase({ dataFolder: '', databaseUrl: url.href });
try {
  await measure(database);
} finally {
  await database.close();
  if (kept === undefined) await client.query(`drop database if exists ${name} with (force)`);
  await client.end();
}

async function measure({ db }: Database): Promise<void> {
  const embedder = await openEmbedder({ embeddingModel: BUNDLED_MODEL });
  if (!embedder) throw new Error(`没有嵌入模型的文件夹 ${BUNDLED_MODEL}。`);
  const maker = openCaseMaker(SEED);
  say(
    '机器',
    `${cpus().length} × ${cpus()[0]?.model.trim() ?? '?'}，${Math.round(totalmem() / 2 ** 30)} GiB，Node ${process.version}`,
  );
  say(
    '量前负载',
    loadavg()
      .map((load) => load.toFixed(1))
      .join(' '),
  );
  say('服务器', await setting(db, 'server_version'), 'shared_buffers', await setting(db, 'shared_buffers'));
  const { count } = await db
    .selectFrom('entries')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  if (Number(count) === 0) {
    const times = await fillLibrary(db, maker, embedder, size, (what) => console.error(what));
    say(`存入 ${size} 件`, seconds(times.store), '合并词项索引', seconds(times.merge));
  }
  await saySizes(db);
  if (process.argv.includes('--fill-only')) return;
  keepSignatures(db);
  const start = performance.now();
  await warmDense(db, embedder);
  say('向量的符号读入内存', seconds((performance.now() - start) / 1000));
  const started = performance.now();
  await warmTerms(db);
  say('常用词项读入内存', seconds((performance.now() - started) / 1000));

  let asked = 0;
  const ask = (): string => maker.ask(asked++);
  const tell = (): string => maker.make(TOLD + asked++).text;
  const region = () => ({ region: REGIONS[asked % REGIONS.length]! });
  const hybrid = async (query: string, where: { region?: string } = {}) => {
    await search(db, query, { asOf: AS_OF, kind: 'case', embedder, ...where });
  };
  const words = async (query: string, where: { region?: string } = {}) => {
    const view = await currentView(db);
    const filter = makeFilter(AS_OF, { kind: 'case', ...where });
    await scoreLexical(db, view, query, filter, 100, expandQuery(query));
  };
  const meaning = async (query: string, where: { region?: string } = {}) => {
    const view = await currentView(db);
    await searchDense(db, view, embedder, query, makeFilter(AS_OF, { kind: 'case', ...where }), 100);
  };
  const steps: [string, number, () => Promise<void>][] = [
    ['首次检索', 1, () => hybrid(ask())],
    [`其后 ${WARM} 次`, WARM, () => hybrid(ask())],
    ['混合检索', QUERIES, () => hybrid(ask())],
    ['  其中词项', QUERIES, () => words(ask())],
    ['  其中向量（前 100 条）', QUERIES, () => meaning(ask())],
    ['混合检索，限一地（1%）', QUERIES, () => hybrid(ask(), region())],
    ['  其中词项', QUERIES, () => words(ask(), region())],
    ['  其中向量（前 100 条）', QUERIES, () => meaning(ask(), region())],
    ['以整件案情找类案', TALES, () => hybrid(tell())],
  ];
  for (const [what, times, step] of steps) say(what, figures(await timed(times, step)));
  await sayRecall(db, maker, embedder);
  say('进程内存', `${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`);
  if (!process.argv.includes('--no-plain')) {
    for (const [what, value] of await measurePlainPgvector(db, maker, embedder)) say(what, value);
  }
}

/**
 * Share of the ten nearest, of all and of one region, that an exact scan finds too; for all also with other breadths of the
 * search, each with its time, to choose by.
 */
async function sayRecall(db: Db, maker: CaseMaker, embedder: OpenedEmbedder): Promise<void> {
  const { model } = embedder;
  const view = await currentView(db);
  const draw = makeDraw(1);
  const same = new Map<string, { found: number; took: number[] }>();
  for (let n = 0; n < EXACT; n++) {
    const [vector] = await embedder.embed([maker.ask(1_000_000 + n)]);
    const whole = wholeNumbers(vector!);
    const text = vectorText(whole);
    const region = REGIONS[Math.floor(draw() * REGIONS.length)]!;
    for (const where of [{}, { region }]) {
      const filter = makeFilter(AS_OF, where);
      const allowed = allowedDocuments(view, filter);
      const regional = 'region' in where;
      const exact = await sql<{ entry: number }>`
        select v.entry from entry_vectors v join entries e on e.seq = v.entry
        where v.model = ${model} ${regional ? sql`and e.region = ${region}` : sql``}
        order by (v.vector <=> ${text}::halfvec) + 0 limit 10`.execute(db);
      for (const breadth of regional ? [undefined] : [undefined, ...BREADTHS]) {
        const start = performance.now();
        const near = { view, filter, allowed, model, vector: whole, limit: 100 };
        const nearest = await nearestVectors(db, { ...near, ...(breadth === undefined ? {} : { breadth }) });
        const top = new Set(nearest.slice(0, 10).map(({ entry }) => entry));
        const what = regional ? '限一地' : breadth === undefined ? '全部' : `全部，取 ${breadth} 件细算`;
        const sum = same.get(what) ?? { found: 0, took: [] };
        sum.found += exact.rows.filter(({ entry }) => top.has(entry)).length;
        sum.took.push(performance.now() - start);
        same.set(what, sum);
      }
    }
  }
  for (const [what, { found, took }] of same) {
    took.sort((a, b) => a - b);
    const share = (found / (10 * EXACT)).toFixed(3);
    const at = (part: number) => took[Math.floor(part * (EXACT - 1))]?.toFixed(1) ?? '?';
    say(`前 10 条与逐一比较相同的比例（${what}）`, share, `p50 ${at(0.5)}　p95 ${at(0.95)} 毫秒`);
  }
}

async function saySizes(db: Db): Promise<void> {
  const { rows } = await sql<{ lexical: string; vectors: string; entries: string }>`
    select pg_size_pretty(pg_total_relation_size('lexical_blocks') + pg_total_relation_size('lexical_segments')) as lexical,
      pg_size_pretty(pg_table_size('entry_vectors')) as vectors,
      pg_size_pretty(pg_total_relation_size('entries')) as entries`.execute(db);
  const [one] = rows;
  say('占用', `条目 ${one?.entries}`, `词项索引 ${one?.lexical}`, `向量 ${one?.vectors}`);
}

async function setting(db: Db, what: string): Promise<string> {
  const { rows } = await sql<{ value: string }>`select current_setting(${what}) as value`.execute(db);
  return rows[0]?.value ?? '?';
}

async function timed(times: number, work: () => Promise<void>): Promise<Times> {
  const took: number[] = [];
  const before = process.cpuUsage();
  const serverBefore = await serverWork();
  for (let n = 0; n < times; n++) {
    const start = performance.now();
    await work();
    took.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(before);
  const server = (await serverWork()) - serverBefore;
  return {
    sorted: took.sort((a, b) => a - b),
    cpu: (user + system) / 1000 / times,
    server: server / times,
  };
}

/** Milliseconds that the server's processes for this database have worked so far; they must run on this machine. */
async function serverWork(): Promise<number> {
  const { rows } = await sql<{ pid: number }>`
    select pid from pg_stat_activity where datname = current_database()`.execute(database.db);
  for (const { pid } of rows) {
    const file = `/proc/${pid}/stat`;
    if (!existsSync(file)) continue;
    const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? [];
    worked.set(pid, 10 * (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)));
  }
  // What one that has ended meanwhile had worked before stays counted.
  return [...worked.values()].reduce((sum, time) => sum + time, 0);
}

interface Times {
  sorted: number[];
  /** Milliseconds that this process and the server's worked, on average: what is left where the machine is idle. */
  cpu: number;
  server: number;
}

function figures({ sorted, cpu, server }: Times): string {
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  return `p50 ${at(0.5)}　p95 ${at(0.95)}　最慢 ${at(1)} 毫秒（所占 CPU：本进程 ${cpu.toFixed(1)}，数据库 ${server.toFixed(1)}）`;
}

function seconds(value: number): string {
  return `${value.toFixed(1)} 秒`;
}

function say(...words: string[]): void {
  console.log(words.join('　'));
}
