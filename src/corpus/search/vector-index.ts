import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Db } from '../../db/database.ts';
import type { Tables } from '../../db/tables.ts';

/** Below so many vectors, looking at each of them is as quick. */
const LEAST = 10_000;
const GIGABYTE = 2 ** 30;

/** The name of the index over the vectors of a model. */
export function vectorIndexName(model: string, dimensions: number): string {
  const digest = createHash('sha256').update(`${model}/${dimensions}`).digest('hex').slice(0, 16);
  return `entry_vectors_hnsw_${digest}`;
}

/** Whether the index is there and complete. */
export async function hasVectorIndex(db: Db, model: string, dimensions: number): Promise<boolean> {
  const { rows } = await sql<{ valid: boolean }>`
    select indisvalid as valid from pg_index
    where indexrelid = to_regclass(${vectorIndexName(model, dimensions)}::text)`.execute(db);
  return rows[0]?.valid ?? false;
}

/**
 * Makes the index (HNSW by cosine) over a model's vectors on a server, where there are many and it is lacking; those of
 * other models go. Searches and imports go on meanwhile. Embedded, vectors are held in memory instead.
 * @returns whether it was made.
 */
export async function indexVectors(
  db: Db,
  model: string,
  dimensions: number,
  least = LEAST,
): Promise<boolean> {
  if (db.isTransaction || (await isEmbedded(db))) return false;
  return (db as Kysely<Tables>).connection().execute(async (one) => {
    const lock = sql`hashtext('mingcai vector index')`;
    const { rows } = await sql<{ free: boolean }>`select pg_try_advisory_lock(${lock}) as free`.execute(one);
    // Another process is at it.
    if (!rows[0]?.free) return false;
    try {
      await dropVectorIndexes(one, vectorIndexName(model, dimensions));
      if (await hasVectorIndex(one, model, dimensions)) return false;
      const count = await countVectors(one, model);
      if (count < least) return false;
      await build(one, model, dimensions, count);
      return true;
    } finally {
      await sql`select pg_advisory_unlock(${lock})`.execute(one);
    }
  });
}

/** Drops the indexes over vectors, but for one: before many vectors come in, and of models that serve no more. */
export async function dropVectorIndexes(db: Db, keep?: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = 'entry_vectors'::regclass and c.relname like 'entry\\_vectors\\_hnsw\\_%'
      and (not i.indisvalid or c.relname <> ${keep ?? ''}::text)`.execute(db);
  for (const { name } of rows) await sql`drop index if exists ${sql.id(name)}`.execute(db);
}

async function build(db: Db, model: string, dimensions: number, count: number): Promise<void> {
  // A graph that does not fit into memory takes many times as long.
  const needed = Math.ceil((count * (2 * dimensions + 512) * 1.2) / 2 ** 20) + 64;
  const memory = Math.min(needed, (8 * GIGABYTE) / 2 ** 20);
  const create = sql`
    create index concurrently ${sql.id(vectorIndexName(model, dimensions))} on entry_vectors
    using hnsw ((vector::halfvec(${sql.raw(String(dimensions))})) halfvec_cosine_ops)
    where model = ${sql.lit(model)}`;
  await sql`select set_config('maintenance_work_mem', ${`${memory}MB`}, false)`.execute(db);
  try {
    await create.execute(db);
  } catch (error) {
    // 53100: containers often allow workers hardly any memory to share. Then it is made without them.
    if ((error as { code?: string }).code !== '53100') throw error;
    await dropVectorIndexes(db);
    await sql`set max_parallel_maintenance_workers = 0`.execute(db);
    await create.execute(db);
  } finally {
    await sql`reset max_parallel_maintenance_workers`.execute(db);
    await sql`reset maintenance_work_mem`.execute(db);
  }
}

async function countVectors(db: Db, model: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from entry_vectors where model = ${model}`.execute(db);
  return rows[0]?.count ?? 0;
}

async function isEmbedded(db: Db): Promise<boolean> {
  const { rows } = await sql<{ version: string }>`select version() as version`.execute(db);
  return /wasm|emscripten/i.test(rows[0]?.version ?? '');
}
