import { sql } from 'kysely';
import type { Db } from '../../db/database.ts';
import type { Embedder } from '../../models/embed.ts';
import { intArray } from '../write-segment.ts';
import { adoptModel } from './serving-model.ts';
import { vectorText, wholeNumbers } from './vector-text.ts';

const BATCH = 128;

/**
 * Makes the vectors that the model's entries still lack, oldest entries first; then its vectors serve. Until then those
 * of the former model do. After an abort or a kill the next run goes on where this one stopped.
 * @returns how many were made.
 */
export async function embedEntries(
  db: Db,
  embedder: Embedder,
  options: { onProgress?: (done: number, total: number) => void; signal?: AbortSignal } = {},
): Promise<number> {
  const lacking = db
    .selectFrom('entries as e')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('entry_vectors as v')
            .select('v.entry')
            .whereRef('v.entry', '=', 'e.seq')
            .where('v.model', '=', embedder.model),
        ),
      ),
    );
  const { count } = await lacking
    .select(({ fn }) => fn.countAll<string | number>().as('count'))
    .executeTakeFirstOrThrow();
  const total = Number(count);
  const next = (after: number): Promise<Told[]> =>
    lacking
      .select(['e.seq', 'e.title', 'e.text'])
      .where('e.seq', '>', after)
      .orderBy('e.seq')
      .limit(BATCH)
      .execute();
  const embed = async (rows: Told[]): Promise<Float32Array[]> => {
    options.signal?.throwIfAborted();
    return embedder.embed(
      rows.map(({ title, text }) => `${title}\n${text}`),
      options,
    );
  };
  let done = 0;
  let storing: Promise<void> = Promise.resolve();
  let rows = await next(0);
  while (rows.length > 0) {
    // While vectors are made here, a server reads the next entries and writes what was made before.
    const steps = [next(rows.at(-1)!.seq), embed(rows), storing] as const;
    // Nothing may still be under way when a fault or an abort is told.
    await Promise.allSettled(steps);
    const [following, vectors] = await Promise.all(steps);
    options.signal?.throwIfAborted();
    const { length } = rows;
    storing = store(db, embedder.model, rows, vectors).then(() => {
      done += length;
      options.onProgress?.(done, total);
    });
    rows = following;
  }
  await storing;
  options.signal?.throwIfAborted();
  await adoptModel(db, embedder, done);
  return done;
}

interface Told {
  seq: number;
  title: string;
  text: string;
}

/** An entry can have been replaced while its vector was made: then there is nothing left to put it on. */
async function store(db: Db, model: string, rows: Told[], vectors: Float32Array[]): Promise<void> {
  const seqs = intArray(rows.map(({ seq }) => seq));
  const texts = vectors.map((vector) => vectorText(wholeNumbers(vector))).join(';');
  await sql`
    insert into entry_vectors (entry, model, vector)
    select r.entry, ${model}::text, r.vector::halfvec
    from unnest(${seqs}::int[], string_to_array(${texts}::text, ';')) as r(entry, vector)
    join entries e on e.seq = r.entry
    on conflict do nothing`.execute(db);
}
