import { setImmediate as nextTurn } from 'node:timers/promises';
import { type SqlBool, sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { countTerms } from './lexical-terms.ts';
import { type EntryDraft, type SourceDraft, sha256, storable } from './source-draft.ts';
import { forgetChanges } from './versions/forget-changes.ts';
import { insertAmendments } from './versions/insert-amendments.ts';
import { insertRepeals } from './versions/insert-repeals.ts';
import { knownEffectiveDay } from './versions/known-effective-day.ts';
import { touchedBy, updateIntervals } from './versions/update-intervals.ts';
import type { OwnList } from './violations/own-violation.ts';
import { type IndexedDoc, raiseRevision, writeSegment } from './write-segment.ts';

/** Entries per transaction: an embedded database lets nobody else in while one is open. */
const CHUNK = 500;

export interface StoreOptions {
  /** Put the new content in place of a different one under the same key. */
  replace?: boolean;
  /** The run of an import it belongs to: what it replaces is set aside until the run is undone. */
  run?: string;
  signal?: AbortSignal;
  /** Called after each chunk with the entries stored so far. */
  onChunk?: (stored: number) => void;
}

/** `differs`: the library holds other content under this key and `replace` was not asked for; nothing was changed. */
export type StoreResult =
  | { state: 'stored'; articles: number }
  | { state: 'unchanged'; articles: number }
  | { state: 'differs' };

/**
 * Stores one source with its entries and their lexical index. It becomes visible all at once, in the last of its
 * transactions, in which the content it replaces leaves: killed at any moment, the former library still serves.
 */
export async function storeSource(
  db: Db,
  given: SourceDraft,
  entries: EntryDraft[] | AsyncIterable<EntryDraft>,
  options: StoreOptions = {},
): Promise<StoreResult> {
  const statedFrom = given.statedFrom ?? knownEffectiveDay(given.title, given.versionDate);
  const draft = {
    ...given,
    key: storable(given.key),
    title: storable(given.title),
    ...(statedFrom ? { statedFrom } : {}),
  };
  const existing = await db
    .selectFrom('library_sources')
    .select(['digest', 'articles', 'complete'])
    .where('key', '=', draft.key)
    .where('origin', '=', draft.origin)
    .where('state', '=', 'live')
    .executeTakeFirst();
  if (existing?.digest === draft.digest) return { state: 'unchanged', articles: existing.articles };
  // A text that came with holes makes way for the whole one.
  const mended = existing?.complete === false && draft.complete !== false && isNorm(draft);
  if (existing && !mended && !options.replace) return { state: 'differs' };
  let source: number | undefined;
  let stored = draft.ownList?.items.length ?? 0;
  try {
    for await (const { chunk, last } of inChunks(entries)) {
      options.signal?.throwIfAborted();
      source = await transact(db, async (trx) => {
        const id = source ?? (await insertSource(trx, draft, options.run));
        await insertEntries(trx, id, draft, chunk);
        if (isNorm(draft)) {
          await insertRepeals(trx, id, chunk, source === undefined ? draft.repeals : []);
          await insertAmendments(trx, id, draft.title, chunk);
        }
        stored += chunk.length;
        if (last) await goLive(trx, id, draft, stored, options.run);
        return id;
      });
      options.onChunk?.(stored);
      await nextTurn();
    }
  } catch (error) {
    if (source !== undefined) await db.deleteFrom('library_sources').where('id', '=', source).execute();
    throw error;
  }
  return { state: 'stored', articles: stored };
}

/** Cuts the entries into chunks and tells which is the last; nothing at all is one empty last chunk. */
async function* inChunks(
  entries: EntryDraft[] | AsyncIterable<EntryDraft>,
): AsyncGenerator<{ chunk: EntryDraft[]; last: boolean }> {
  let chunk: EntryDraft[] = [];
  for await (const entry of entries) {
    if (chunk.length === CHUNK) {
      yield { chunk, last: false };
      chunk = [];
    }
    chunk.push(entry);
  }
  yield { chunk, last: true };
}

/** A version of a norm, which has days in force. */
function isNorm({ kind, key }: SourceDraft): boolean {
  return kind === 'law' && key.startsWith('law:');
}

async function insertSource(db: Db, draft: SourceDraft, run: string | undefined): Promise<number> {
  const row = await db
    .insertInto('library_sources')
    .values({
      kind: draft.kind,
      key: draft.key,
      origin: draft.origin,
      state: 'loading',
      title: draft.title,
      version_date: draft.versionDate,
      number: draft.number ?? null,
      issuer: draft.issuer ? storable(draft.issuer) : null,
      level: draft.level ?? null,
      region: draft.region ? storable(draft.region) : null,
      stated_from: draft.statedFrom ?? null,
      stated_to: draft.statedTo ?? null,
      replaced_by: draft.replacedBy ?? null,
      in_force_from: draft.statedFrom ?? null,
      in_force_to: draft.statedTo ?? null,
      last_article: draft.lastArticle ?? null,
      complete: draft.complete ?? true,
      digest: draft.digest,
      file: storable(draft.file),
      import_run: run ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (draft.original !== undefined) {
    const text = storable(draft.original);
    await db
      .insertInto('library_originals')
      .values({ source: row.id, sha256: sha256(text), text })
      .execute();
  }
  if (draft.ownList) await insertOwnList(db, row.id, draft.ownList);
  return row.id;
}

async function insertOwnList(db: Db, source: number, { agency, map, items }: OwnList): Promise<void> {
  const list = { source, agency: storable(agency), map: map === undefined ? null : JSON.stringify(map) };
  await db.insertInto('own_lists').values(list).execute();
  const rows = items.map((item, place) => ({ place, item }));
  const json = JSON.stringify(rows, (_, value: unknown) =>
    typeof value === 'string' ? storable(value) : value,
  );
  await sql`insert into own_violations (source, place, item)
    select ${source}::int, r.place, r.item from jsonb_to_recordset(${json}::text::jsonb) as r(place int, item jsonb)`.execute(
    db,
  );
}

async function insertEntries(
  db: Db,
  source: number,
  draft: SourceDraft,
  entries: EntryDraft[],
): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry, index) => ({
    place: index,
    id: storable(entry.id),
    title: storable(entry.title),
    law: entry.law === undefined ? null : storable(entry.law),
    article: entry.article ?? null,
    chapter: entry.chapter ? storable(entry.chapter) : null,
    text: storable(entry.text),
    text_is: entry.textIs,
    region: storable(entry.region ?? draft.region ?? '') || null,
    payload: storablePayload(entry.payload ?? {}),
  }));
  // One JSON parameter instead of thousands: by far the quickest way in, embedded and on a server.
  const inserting = sql<{ seq: number }>`
    insert into entries (source, id, kind, title, law, article, chapter, text, text_is, region, level, payload)
    select ${source}::int, r.id, ${draft.kind}::text, r.title, r.law, r.article, r.chapter, r.text, r.text_is,
      r.region, ${draft.level ?? null}::text, r.payload
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(place int, id text, title text, law text,
      article text, chapter text, text text, text_is text, region text, payload jsonb)
    order by r.place
    returning seq`;
  const cut = async () => {
    // First the statement goes off: a server writes while the words are counted here.
    await nextTurn();
    return entries.map(({ title, alsoSearched = '', text }) =>
      countTerms(`${title}\n${alsoSearched}\n${text}`),
    );
  };
  const [inserted, terms] = await Promise.all([inserting.execute(db), cut()]);
  const docs: IndexedDoc[] = inserted.rows.map(({ seq }, index) => ({
    seq,
    source,
    region: rows[index]?.region ?? '',
    terms: terms[index]!,
  }));
  await writeSegment(db, docs);
}

function storablePayload(payload: Record<string, unknown>): unknown {
  return JSON.parse(JSON.stringify(payload), (_, value: unknown) =>
    typeof value === 'string' ? storable(value) : value,
  );
}

async function goLive(
  db: Db,
  source: number,
  draft: SourceDraft,
  articles: number,
  run: string | undefined,
): Promise<void> {
  await raiseRevision(db);
  const touchedBefore = isNorm(draft) ? await touchedBy(db, [draft.title]) : [];
  await leave(db, draft.key, draft.origin, run);
  await db.updateTable('library_sources').set({ state: 'live', articles }).where('id', '=', source).execute();
  if (isNorm(draft)) await updateIntervals(db, [draft.title, ...touchedBefore]);
}

/** The live source of a key makes room: for good, or set aside in place of what an earlier run had set aside. */
async function leave(
  db: Db,
  key: string,
  origin: SourceDraft['origin'],
  run: string | undefined,
): Promise<void> {
  const live = await db
    .selectFrom('library_sources')
    .select(['id', 'title', 'version_date'])
    .where('key', '=', key)
    .where('origin', '=', origin)
    .where('state', '=', 'live')
    .executeTakeFirst();
  if (!live) return;
  if (live.version_date !== null && origin === 'imported')
    await forgetChanges(db, live.title, live.version_date);
  await db
    .deleteFrom('library_sources')
    .where('key', '=', key)
    .where('origin', '=', origin)
    .where('state', '=', 'set-aside')
    .execute();
  if (run === undefined) await db.deleteFrom('library_sources').where('id', '=', live.id).execute();
  else {
    await db
      .updateTable('library_sources')
      .set({ state: 'set-aside', set_aside_by: run })
      .where('id', '=', live.id)
      .execute();
  }
}

/** Removes a live source; bundled gists of the same version are seen again. Answers whether there was one. */
export async function removeSource(
  db: Db,
  key: string,
  origin: 'bundled' | 'imported' = 'imported',
): Promise<boolean> {
  return transact(db, async (trx) => {
    await raiseRevision(trx);
    const live = trx
      .selectFrom('library_sources')
      .select(['id', 'title', 'kind', 'version_date'])
      .where('key', '=', key)
      .where('origin', '=', origin)
      .where('state', '=', 'live');
    const gone = await live.execute();
    const titles = gone.flatMap(({ kind, title }) => (kind === 'law' ? [title] : []));
    const touched = await touchedBy(trx, titles);
    await trx
      .deleteFrom('library_sources')
      .where('id', 'in', gone.map(({ id }) => id).concat(-1))
      .execute();
    for (const { title, version_date: day } of gone)
      if (day !== null && origin === 'imported') await forgetChanges(trx, title, day);
    await updateIntervals(trx, [...titles, ...touched]);
    return gone.length > 0;
  });
}

/** Sweeps up what imports that were killed left behind; it was never visible. Those still running are younger. */
export async function sweepLoading(db: Db): Promise<void> {
  await db
    .deleteFrom('library_sources')
    .where('state', '=', 'loading')
    .where(sql<SqlBool>`imported_at < now() - interval '1 hour'`)
    .execute();
}
