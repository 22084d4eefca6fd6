import type { Db } from '../../db/database.ts';
import { transact } from '../../db/transact.ts';
import { AppError } from '../../errors.ts';
import { type Embedder, openEmbedder } from '../../models/embed.ts';
import type { LibraryView } from '../library-view.ts';
import { raiseRevision } from '../write-segment.ts';

/** Vectors taken away at a time. */
const BATCH = 2000;

const opened = new Map<string, Promise<Embedder | undefined>>();

/**
 * The model to ask with: the one that is set, or while its vectors are being made the former one, whose vectors are all
 * there. Where that cannot be opened any more, the new one with what it has.
 */
export async function servingModel(view: LibraryView, wanted: Embedder): Promise<Embedder> {
  const { serving } = view;
  if (!serving || serving.model === wanted.model) return wanted;
  let former = opened.get(serving.folder);
  if (!former) {
    former = openFormer(serving.folder);
    opened.set(serving.folder, former);
  }
  const model = await former;
  return model?.model === serving.model ? model : wanted;
}

async function openFormer(folder: string): Promise<Embedder | undefined> {
  try {
    return await openEmbedder({ embeddingModel: folder });
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

/** From now on searches ask with this model, which has made all its vectors; those of others go. */
export async function adoptModel(db: Db, embedder: Embedder, made: number): Promise<void> {
  const { model, folder = '' } = embedder;
  const state = await db.selectFrom('library_state').select('embedding_model').executeTakeFirstOrThrow();
  if (state.embedding_model === model && made === 0) return;
  await transact(db, async (trx) => {
    await raiseRevision(trx);
    await trx
      .updateTable('library_state')
      .set({ embedding_model: model, embedding_folder: folder })
      .execute();
  });
  for (;;) {
    const gone = await db
      .deleteFrom('entry_vectors')
      .where('model', '!=', model)
      .where('entry', 'in', (from) =>
        from.selectFrom('entry_vectors').select('entry').where('model', '!=', model).limit(BATCH),
      )
      .executeTakeFirst();
    if (gone.numDeletedRows === 0n) return;
  }
}
