import { foldIdentical } from '../corpus/like-cases/fold-identical.ts';
import { sketchWords } from '../corpus/like-cases/words-sketch.ts';
import type { LikeCase } from './like-cases.ts';

/** A like case with those that say the same, best first. */
export interface FoldedLike {
  like: LikeCase;
  same: LikeCase[];
}

/**
 * Folds near-duplicates as the search of the library does: of cases of one violation whose facts say the same, the most alike
 * stands for the others. Nothing is lost, and the order stays.
 */
export function foldLikes(likes: readonly LikeCase[]): FoldedLike[] {
  const folded = foldIdentical(likes, ({ violation, facts }) => ({ violation, sketch: sketchWords(facts) }));
  return folded.map(({ one, same }) => ({ like: one, same }));
}
