import type { LikeCase } from './like-cases.ts';
import { bigrams, cosine } from './text-similarity.ts';

/** From here on the facts of two cases say the same but for names and figures. */
const SAME_FACTS = 0.9;

/** A like case with those that say the same, best first. */
export interface FoldedLike {
  like: LikeCase;
  same: LikeCase[];
}

/**
 * Folds near-duplicates: of cases of one violation whose facts say the same (the shops of a chain, the batch of one raid),
 * the most alike stands for the others. Nothing is lost, and the order stays.
 */
export function foldLikes(likes: readonly LikeCase[]): FoldedLike[] {
  const folded: (FoldedLike & { words: Map<string, number> })[] = [];
  for (const like of likes) {
    const words = bigrams(like.facts);
    const known = folded.find(
      (one) => one.like.violation === like.violation && cosine(one.words, words) >= SAME_FACTS,
    );
    if (known) known.same.push(like);
    else folded.push({ like, same: [], words });
  }
  return folded.map(({ like, same }) => ({ like, same }));
}
