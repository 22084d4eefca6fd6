import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readConfig } from '../src/config.ts';
import { importPaths } from '../src/corpus/import-paths.ts';
import { embedEntries } from '../src/corpus/search/embed-entries.ts';
import { keepSignatures } from '../src/corpus/search/resident-signatures.ts';
import { keepVectors } from '../src/corpus/search/resident-vectors.ts';
import { warmDense } from '../src/corpus/search/warm-dense.ts';
import { warmTerms } from '../src/corpus/search/warm-terms.ts';
import { search } from '../src/corpus/search.ts';
import type { Database } from '../src/db/database.ts';
import { openDatabase } from '../src/db/open-database.ts';
import { openEmbedder } from '../src/models/embed.ts';

export interface Row {
  name: string;
  value: number;
  unit: string;
}

const NATIONAL = resolve(import.meta.dirname, '../../shared/data/laws/laws_national_2026-07_justlaws.jsonl');
const QUERIES = 200;

/** Short questions and long facts, our own words, varied so that the index is read anew and not only its cache. */
const TOPICS =
  `无照经营 虚假广告 食品过期 餐饮从业人员没有健康证明 价格欺诈 不明码标价 销售不合格产品 商业贿赂 未批先建
超标排放污水 危险废物混放 夜间施工噪声 未取得排污许可证 特种作业无证上岗 重大事故隐患未整改 违法发包 经营假农药 销售劣种子
占道经营 擅自设置户外广告 无证零售烟草 拒绝接受检查 逾期不缴罚款 申请听证 行政复议期限 先行登记保存 扣押财物 没收违法所得
违法行为轻微不予处罚 追责时效`.split(/\s+/);
const FORMS = [
  (topic: string) => topic,
  (topic: string) => `${topic}怎么处罚`,
  (topic: string) => `${topic}应当由哪个部门管辖，可以处多少罚款`,
  (topic: string) => `${topic}的法律依据`,
  (topic: string) =>
    `当事人${topic}，首次被查获，主动配合调查并及时改正，没有造成危害后果，能否从轻或者减轻处罚`,
  (topic: string) =>
    `执法人员现场检查发现当事人存在${topic}的情形，经询问当事人承认上述事实，有现场笔录、照片和询问笔录为证`,
  (topic: string) => `对${topic}逾期不改正的，责令停产停业`,
];

/**
 * Import speed, time per query and memory at the articles of `source` (by default the 24,306 of the national
 * statutes); on the embedded database, and on the server of TEST_DATABASE_URL where one is given. Empty, with a note
 * on stderr, where the file is absent.
 */
export async function benchSearch(source = NATIONAL): Promise<Row[]> {
  if (!existsSync(source)) {
    console.error(`检索基准：没有 ${source}，略过`);
    return [];
  }
  const folder = await mkdtemp(join(tmpdir(), 'mingcai-bench-'));
  try {
    const rows = await measure('内嵌', await openDatabase({ dataFolder: folder }), source);
    const server = process.env.TEST_DATABASE_URL;
    if (!server) console.error('检索基准：没有 TEST_DATABASE_URL，略过服务器数据库');
    else rows.push(...(await onServer(server, source)));
    return rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function onServer(server: string, source: string): Promise<Row[]> {
  const { default: pg } = await import('pg');
  const name = `mingcai_bench_${process.pid}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  try {
    const url = new URL(server);
    url.pathname = `/${name}`;
    return await measure('服务器', await openDatabase({ dataFolder: '', databaseUrl: url.href }), source);
  } finally {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.end();
  }
}

async function measure(name: string, database: Database, source: string): Promise<Row[]> {
  try {
    const { db } = database;
    const report = await importPaths(db, [source]);
    const embedder = await openEmbedder(readConfig({}));
    const started = performance.now();
    const embedded = embedder ? await embedEntries(db, embedder) : 0;
    const seconds = (performance.now() - started) / 1000;
    keepVectors(db);
    keepSignatures(db);
    if (embedder) await warmDense(db, embedder);
    await warmTerms(db);
    const times: number[] = [];
    for (let n = 0; n < QUERIES; n++) {
      const query = FORMS[n % FORMS.length]!(TOPICS[n % TOPICS.length]!);
      const start = performance.now();
      await search(db, query, { asOf: '2026-08-01', ...(embedder ? { embedder } : {}) });
      times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    return [
      { name: `${name}：导入 ${report.articles} 条`, value: report.seconds, unit: '秒' },
      { name: `${name}：导入速度`, value: Math.round(report.added / report.seconds), unit: '条/秒' },
      { name: `${name}：作向量`, value: Math.round(embedded / seconds), unit: '条/秒' },
      {
        name: `${name}：导入连同向量`,
        value: Math.round(report.added / (report.seconds + seconds)),
        unit: '条/秒',
      },
      {
        name: `${name}：检索 p50（${QUERIES} 次，含首次读取）`,
        value: round(times[QUERIES * 0.5]!),
        unit: '毫秒',
      },
      { name: `${name}：检索 p95`, value: round(times[QUERIES * 0.95]!), unit: '毫秒' },
      { name: `${name}：检索最慢`, value: round(times.at(-1)!), unit: '毫秒' },
      { name: `${name}：进程内存`, value: Math.round(process.memoryUsage().rss / 2 ** 20), unit: 'MB' },
    ];
  } finally {
    await database.close();
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

if (process.argv[1] === import.meta.filename) {
  const rows = await benchSearch(process.argv[2]);
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? '?'}，Node ${process.version}`;
  console.error(`${new Date().toISOString().slice(0, 10)}　${machine}`);
  for (const { name, value, unit } of rows) console.error(`${String(value).padStart(10)} ${unit}　${name}`);
  console.log(JSON.stringify({ date: new Date().toISOString(), machine, rows }));
}
