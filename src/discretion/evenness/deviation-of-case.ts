import { penaltyFile } from '../../cases/penalty-file.ts';
import type { StoredCase } from '../../cases/stored-case.ts';
import type { ReferenceBook } from '../../corpus/reference-book.ts';
import type { Db } from '../../db/database.ts';
import { findTier } from '../find-tier.ts';
import { deviationReasons } from './deviation-reasons.ts';
import { type DeviationState, deviationState } from './deviation-state.ts';

/** Whether the case as it stands leaves its tier with or without a reason on record. */
export async function deviationOfCase(
  db: Db,
  stored: StoredCase,
  book: ReferenceBook,
): Promise<DeviationState> {
  const file = penaltyFile(stored);
  return deviationState(
    file,
    findTier({ file, book, changes: false }),
    await deviationReasons(db, stored.id),
  );
}
