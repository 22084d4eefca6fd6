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

export interface Quartiles {
  lower: number;
  median: number;
  upper: number;
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
    share: quartiles(same.map((like) => like.share!)),
    ...(times.length > 0 ? { timesMinimum: { ...quartiles(times), count: times.length } } : {}),
    enough: same.length >= ENOUGH,
  };
}

/** Quartiles by linear interpolation between ordered values (Hyndman and Fan, type 7). */
function quartiles(values: number[]): Quartiles {
  const ordered = [...values].sort((a, b) => a - b);
  const at = (part: number): number => {
    const place = (ordered.length - 1) * part;
    const low = Math.floor(place);
    const below = ordered[low]!;
    const above = ordered[Math.min(low + 1, ordered.length - 1)]!;
    return below + (above - below) * (place - low);
  };
  return { lower: at(0.25), median: at(0.5), upper: at(0.75) };
}
