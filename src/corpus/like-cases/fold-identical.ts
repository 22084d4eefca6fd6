import { saySame, type WordsSketch } from './words-sketch.ts';

/** Cases that say the same lie close to each other in the list: only its beginning is folded. */
const FOLDED_AMONG = 200;

/** What tells whether two decisions say the same. */
export interface Foldable {
  violation?: string;
  sketch: WordsSketch;
}

/**
 * Folds nearly identical decisions (the shops of a chain, the batch of one raid): of cases of one violation that say the same
 * but for names and figures the first stands for the others. The order stays.
 */
export function foldIdentical<One>(
  ranked: readonly One[],
  digestOf: (one: One) => Foldable | undefined,
): { one: One; same: One[] }[] {
  const folded: { one: One; same: One[]; digest: Foldable | undefined }[] = [];
  for (const [at, one] of ranked.entries()) {
    const digest = digestOf(one);
    const known =
      digest && at < FOLDED_AMONG
        ? folded.find(
            (other) =>
              other.digest &&
              other.digest.violation === digest.violation &&
              saySame(other.digest.sketch, digest.sketch),
          )
        : undefined;
    if (known) known.same.push(one);
    else folded.push({ one, same: [], digest });
  }
  return folded.map(({ one, same }) => ({ one, same }));
}
