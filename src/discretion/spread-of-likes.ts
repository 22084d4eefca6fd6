import { type Quartiles, quartilesOf } from './evenness/quartiles-of.ts';
import type { LikeCase } from './like-cases.ts';

/** Median and quartiles of the fines of like cases, by their place in the statute's span (0 to 1). */
export interface Spread {
  count: number;
  share: Quartiles;
  /** Over those cases whose statute has a minimum. */
  timesMinimum?: Quartiles & { count: number };
  /** Fewer than ten cases of the same item say little (C5-25). */
  enough: boolean;
}

const ENOUGH = 10;

/** The spread over cases of the same item that carry a fine with a known span; `undefined` when there are none. */
export function spreadOfLikes(
  likes: readonly Pick<LikeCase, 'sameItem' | 'share' | 'timesMinimum'>[],
): Spread | undefined {
  const same = likes.filter((like) => like.sameItem && like.share !== undefined);
  if (same.length === 0) return undefined;
  const times = same.flatMap((like) => like.timesMinimum ?? []);
  return {
    count: same.length,
    share: quartilesOf(same.map((like) => like.share!)),
    ...(times.length > 0 ? { timesMinimum: { ...quartilesOf(times), count: times.length } } : {}),
    enough: same.length >= ENOUGH,
  };
}
