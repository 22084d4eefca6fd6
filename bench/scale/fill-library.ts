import { sql } from 'kysely';
import { mergeSegments } from '../../src/corpus/merge-segments.ts';
import { indexVectors } from '../../src/corpus/search/vector-index.ts';
import { type IndexedDoc, intArray, writeSegment } from '../../src/corpus/write-segment.ts';
import type { Db } from '../../src/db/database.ts';
import { DIMENSIONS, type openCaseMaker } from './make-cases.ts';

export const MODEL = 'bench-scale';
const BATCH = 2000;
/** Cases of one source, and of one segment before they are merged. */
const PER_SOURCE = 20_000;

/** Seconds that each step took. */
export interface FillTimes {
  store: number;
  merge: number;
  index: number;
}

/**
 * Fills a library with made cases and their vectors. They are not cut into words one by one: the terms of each phrase are
 * known, and those of a text are their sum.
 */
export async function fillLibrary(
  db: Db,
  maker: ReturnType<typeof openCaseMaker>,
  size: number,
): Promise<FillTimes> {
  const start = performance.now();
  for (let from = 0; from < size; from += PER_SOURCE) {
    await storeSource(db, maker, from, Math.min(size, from + PER_SOURCE));
    console.error(`${Math.min(size, from + PER_SOURCE)} / ${size}`);
  }
  const stored = performance.now();
  await mergeSegments(db, { settle: true });
  await sql`vacuum analyze entries`.execute(db);
  await sql`vacuum analyze entry_vectors`.execute(db);
  const merged = performance.now();
  await indexVectors(db, MODEL, DIMENSIONS);
  await db
    .updateTable('library_state')
    .set({ revision: sql`revision + 1`, embedding_model: MODEL, embedding_folder: '' })
    .execute();
  const indexed = performance.now();
  return {
    store: (stored - start) / 1000,
    merge: (merged - stored) / 1000,
    index: (indexed - merged) / 1000,
  };
}

async function storeSource(
  db: Db,
  maker: ReturnType<typeof openCaseMaker>,
  from: number,
  to: number,
): Promise<void> {
  const key = `file:scale-${from}`;
  const { id: source } = await db
    .insertInto('library_sources')
    .values({
      kind: 'case',
      key,
      origin: 'imported',
      state: 'live',
      title: key,
      version_date: null,
      digest: key,
      file: key,
      articles: to - from,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const docs: IndexedDoc[] = [];
  for (let at = from; at < to; at += BATCH) {
    const made = Array.from({ length: Math.min(BATCH, to - at) }, (_, index) => maker.make(at + index));
    const rows = made.map(({ title, text, region }, index) => ({
      place: index,
      id: `${at + index}`,
      title,
      text,
      region,
    }));
    const inserted = await sql<{ seq: number }>`
      insert into entries (source, id, kind, title, text, text_is, region)
      select ${source}::int, r.id, 'case', r.title, r.text, 'gist', r.region
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(place int, id text, title text, text text, region text)
      order by r.place
      returning seq`.execute(db);
    const seqs = inserted.rows.map(({ seq }) => seq);
    const vectors = made.map(({ vector }) => `[${vector.join(',')}]`).join(';');
    await sql`
      insert into entry_vectors (entry, model, vector)
      select r.entry, ${MODEL}, r.vector::halfvec
      from unnest(${intArray(seqs)}::int[], string_to_array(${vectors}::text, ';')) as r(entry, vector)`.execute(
      db,
    );
    for (const [index, { terms, region }] of made.entries())
      docs.push({ seq: seqs[index]!, source, region, terms });
  }
  await writeSegment(db, docs);
}
