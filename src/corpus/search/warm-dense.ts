import type { Db } from '../../db/database.ts';
import type { Embedder } from '../../models/embed.ts';
import { currentView } from '../library-view.ts';
import { warmSignatures } from './resident-signatures.ts';
import { residentVectors } from './resident-vectors.ts';

/** Reads the vectors or their signs into memory, where that is asked for, before the first search needs them. */
export async function warmDense(db: Db, embedder: Embedder): Promise<void> {
  const view = await currentView(db);
  const { model, dimensions } = embedder;
  await warmSignatures(db, embedder);
  await residentVectors(db, view, model, dimensions);
}
