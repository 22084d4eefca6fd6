import type { LikeCase } from '../like-cases.ts';
import { fenceOf, placeInFence } from './fence-of.ts';
import { type Quartiles, quartilesOf } from './quartiles-of.ts';

/** Parameters of this system, not figures of the law; a jurisdiction's profile may set others. */
export interface FenceRule {
  /** Fewer cases say nothing. */
  minimum: number;
  /** Distances between the quartiles, beyond each of them. */
  spread: number;
}

/** A fine among the like cases of one choice. All places are shares of the statute's span, 0 to 1. */
export interface Standing {
  by: 'item' | 'region' | 'circumstances' | 'provision';
  name: string;
  count: number;
  share: Quartiles;
  times?: Quartiles & { count: number };
  /** How many of them lie lower, equal and higher than the fine. */
  rank?: { lower: number; equal: number; higher: number };
  /** Only with enough cases: -1 below the fence, 0 inside, 1 above. Never a judgement in itself. */
  fence?: -1 | 0 | 1;
  enough: boolean;
}

const CHOICES: { by: Standing['by']; name: string; takes: (like: LikeCase) => boolean }[] = [
  { by: 'item', name: '同一事项', takes: () => true },
  { by: 'region', name: '同一事项、同一地区', takes: (like) => shareOfAspect(like, 'region') === 1 },
  {
    by: 'circumstances',
    name: '同一事项、情节相近',
    takes: (like) => shareOfAspect(like, 'circumstances') >= 0.8,
  },
  {
    by: 'provision',
    name: '同一事项、同一处罚条款',
    takes: (like) => shareOfAspect(like, 'provision') === 1,
  },
];

/**
 * Where a fine stands among comparable cases (BENCHMARKS 7): all of the item, and those of them that also agree in region,
 * circumstances or provision. Like cases inform and never block.
 */
export function standAmong(
  share: number | undefined,
  likes: readonly LikeCase[],
  { minimum, spread }: FenceRule,
): Standing[] {
  return CHOICES.flatMap(({ by, name, takes }) => {
    const placed = likes.filter((like) => like.sameItem && like.share !== undefined && takes(like));
    if (placed.length === 0) return [];
    const shares = placed.flatMap((like) => like.share ?? []);
    const times = placed.flatMap((like) => like.timesMinimum ?? []);
    const quartiles = quartilesOf(shares);
    const enough = placed.length >= minimum;
    return {
      by,
      name,
      count: placed.length,
      share: quartiles,
      ...(times.length > 0 ? { times: { ...quartilesOf(times), count: times.length } } : {}),
      ...(share === undefined ? {} : { rank: rankOf(share, shares) }),
      ...(share !== undefined && enough ? { fence: placeInFence(share, fenceOf(quartiles, spread)) } : {}),
      enough,
    };
  });
}

function shareOfAspect(like: LikeCase, aspect: LikeCase['why'][number]['aspect']): number {
  return like.why.find((one) => one.aspect === aspect)?.share ?? 0;
}

function rankOf(share: number, others: readonly number[]): NonNullable<Standing['rank']> {
  const near = (other: number) => Math.abs(other - share) < 1e-9;
  const equal = others.filter(near).length;
  const lower = others.filter((other) => other < share && !near(other)).length;
  return { lower, equal, higher: others.length - lower - equal };
}
