import { sql } from 'kysely';
import type { Db } from '../../src/db/database.ts';
import type { OpenedEmbedder } from '../../src/models/embed.ts';
import { type CaseMaker, REGIONS } from './make-cases.ts';

const QUERIES = 100;

/**
 * The same vectors as a plain LangChain vector store keeps and asks for them: PGVectorStore of @langchain/community, which is
 * not among our dependencies, so its statements are given here (a `vector` column, metadata as jsonb, the index of its
 * `createHnswIndex` with its defaults). No words, no days, and a filter that the index does not know.
 */
export async function measurePlainPgvector(
  db: Db,
  maker: CaseMaker,
  embedder: OpenedEmbedder,
): Promise<[string, string][]> {
  const { model } = embedder;
  const dimensions = sql.raw(String(embedder.dimensions));
  const start = performance.now();
  await sql`drop table if exists langchain_pg_embedding`.execute(db);
  await sql`
    create table langchain_pg_embedding as
    select gen_random_uuid() as id, e.text as content, jsonb_build_object('region', e.region) as metadata,
      v.vector::vector(${dimensions}) as embedding
    from entry_vectors v join entries e on e.seq = v.entry where v.model = ${model}`.execute(db);
  await sql`alter table langchain_pg_embedding alter column embedding set storage plain`.execute(db);
  const stored = performance.now();
  await db.connection().execute(async (one) => {
    await sql`set maintenance_work_mem = '6GB'`.execute(one);
    await sql`
      create index on langchain_pg_embedding
      using hnsw ((embedding::vector(${dimensions})) vector_cosine_ops)
      with (m = 16, ef_construction = 64)`.execute(one);
    await sql`reset maintenance_work_mem`.execute(one);
  });
  const indexed = performance.now();
  const { rows } = await sql<{ table: string; index: string }>`
    select pg_size_pretty(pg_table_size('langchain_pg_embedding')) as table,
      pg_size_pretty(pg_indexes_size('langchain_pg_embedding')) as index`.execute(db);
  const all = await ask(db, maker, embedder, false);
  const regional = await ask(db, maker, embedder, true);
  await sql`drop table langchain_pg_embedding`.execute(db);
  return [
    ['LangChain 的 PGVectorStore：存入', `${seconds(stored - start)}　建 HNSW ${seconds(indexed - stored)}`],
    ['  占用', `表 ${rows[0]?.table}　索引 ${rows[0]?.index}`],
    ['  向量（前 100 条）', all],
    ['  向量，限一地（1%，metadata 过滤）', regional],
  ];
}

async function ask(db: Db, maker: CaseMaker, embedder: OpenedEmbedder, regional: boolean): Promise<string> {
  const took: number[] = [];
  let found = 0;
  for (let n = 0; n < QUERIES; n++) {
    const [vector] = await embedder.embed([maker.ask(2_000_000 + n)]);
    const text = `[${vector!.join(',')}]`;
    const filter = regional ? sql`where metadata->>'region' = ${REGIONS[n % REGIONS.length]!}` : sql``;
    const start = performance.now();
    const { rows } = await sql`
      select *, embedding <=> ${text} as "_distance" from langchain_pg_embedding ${filter}
      order by "_distance" asc limit 100`.execute(db);
    took.push(performance.now() - start);
    found += rows.length;
  }
  took.sort((a, b) => a - b);
  const at = (share: number) => (took[Math.floor((took.length - 1) * share)] ?? 0).toFixed(1);
  return `p50 ${at(0.5)}　p95 ${at(0.95)} 毫秒　平均 ${(found / QUERIES).toFixed(1)} 条`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} 秒`;
}
