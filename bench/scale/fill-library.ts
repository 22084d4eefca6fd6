import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import { mergeSegments } from '../../src/corpus/merge-segments.ts';
import { type IndexedDoc, intArray, writeSegment } from '../../src/corpus/write-segment.ts';
import type { Db } from '../../src/db/database.ts';
import type { OpenedEmbedder } from '../../src/models/embed.ts';
import { type EmbedApart, embedApart } from './embed-apart.ts';
import type { CaseMaker, MadeCase } from './make-cases.ts';

const BATCH = 2000;
/** Cases of one source, and of one segment before they are merged. */
const PER_SOURCE = 20_000;

/** Seconds that each step took. */
export interface FillTimes {
  store: number;
  merge: number;
}

/** Tells how far a step has come. */
export type Tell = (what: string) => void;

interface Made {
  from: number;
  cases: MadeCase[];
  /** As pgvector reads them. */
  vectors: Promise<string[]>;
}

/**
 * Fills a library with made cases and their vectors by the model. The cases are not cut into words one by one: the terms of
 * each phrase are known, and those of a text are their sum.
 */
export async function fillLibrary(
  db: Db,
  maker: CaseMaker,
  embedder: OpenedEmbedder,
  size: number,
  tell: Tell,
): Promise<FillTimes> {
  const start = performance.now();
  const since = () => (performance.now() - start) / 1000;
  const apart = embedApart(embedder.folder);
  for (let from = 0; from < size; from += PER_SOURCE) {
    const to = Math.min(size, from + PER_SOURCE);
    await storeSource(db, maker, apart, embedder.model, from, to);
    const rate = to / since();
    tell(
      `存入 ${to} / ${size} 件　每秒 ${rate.toFixed(0)} 件　尚需约 ${((size - to) / rate).toFixed(0)} 秒` +
        `　进程内存 ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
    );
  }
  await apart.close();
  const stored = since();
  tell('合并词项索引');
  await mergeSegments(db, { settle: true });
  await sql`vacuum analyze entries`.execute(db);
  await sql`vacuum analyze entry_vectors`.execute(db);
  const merged = since();
  await db
    .updateTable('library_state')
    .set({
      revision: sql`revision + 1`,
      embedding_model: embedder.model,
      embedding_folder: embedder.folder,
    })
    .execute();
  return { store: stored, merge: merged - stored };
}

async function storeSource(
  db: Db,
  maker: CaseMaker,
  apart: EmbedApart,
  model: string,
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
  let storing: Promise<void> = Promise.resolve();
  for (let at = from; at < to; at += BATCH) {
    const made = make(maker, apart, at, Math.min(BATCH, to - at));
    // While vectors are made apart and the server writes one batch, the next one is put together here.
    await storing;
    storing = store(db, source, model, made, docs);
    await nextTurn();
  }
  await storing;
  await writeSegment(db, docs);
}

function make(maker: CaseMaker, apart: EmbedApart, from: number, size: number): Made {
  const cases = Array.from({ length: size }, (_, index) => maker.make(from + index));
  return { from, cases, vectors: apart.embed(cases.map(({ title, text }) => `${title}\n${text}`)) };
}

async function store(
  db: Db,
  source: number,
  model: string,
  { from, cases, vectors }: Made,
  docs: IndexedDoc[],
): Promise<void> {
  const rows = cases.map(({ title, text, region }, place) => ({
    place,
    id: `${from + place}`,
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
  const texts = (await vectors).join(';');
  await sql`
    insert into entry_vectors (entry, model, vector)
    select r.entry, ${model}, r.vector::halfvec
    from unnest(${intArray(seqs)}::int[], string_to_array(${texts}::text, ';')) as r(entry, vector)`.execute(
    db,
  );
  for (const [index, { terms, region }] of cases.entries())
    docs.push({ seq: seqs[index]!, source, region, terms });
}
