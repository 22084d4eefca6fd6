import { correctHolm } from './correct-holm.ts';
import type { Group } from './group-cases.ts';
import { permuteMedians } from './permute-medians.ts';
import type { Measure, PlacedCase } from './placed-case.ts';

/** Fewer on either side, and no question is asked. */
export const LEAST_JUDGED = 10;
const LEVEL = 0.05;

/** The more values, the fewer draws: nobody should wait, and what chance does to many values is seen in few draws. */
function drawsFor(values: number): number {
  if (values <= 2000) return 4999;
  return values <= 10_000 ? 999 : 499;
}

/** One group against all other cases. `p` is corrected for the number of groups asked about. */
export interface Difference {
  difference: number;
  p: number;
  /** 值得看一看: chance alone would seldom part the same values so far. No word on why. */
  notable: boolean;
}

/** Asks of each group of at least ten whether its median differs from that of all cases outside it. By the group's key. */
export async function judgeGroups(
  groups: readonly Group[],
  cases: readonly PlacedCase[],
  measure: Measure,
): Promise<Map<string, Difference>> {
  const asked: { key: string; difference: number; p: number }[] = [];
  for (const group of groups) {
    if (group.values.length < LEAST_JUDGED) continue;
    const own = new Set(group.cases);
    const rest = cases.flatMap((one) => (own.has(one) ? [] : (one[measure] ?? [])));
    if (rest.length < LEAST_JUDGED) continue;
    const draws = drawsFor(group.values.length + rest.length);
    asked.push({ key: group.key, ...(await permuteMedians(group.values, rest, { draws })) });
  }
  const corrected = correctHolm(asked.map(({ p }) => p));
  return new Map(
    asked.map(({ key, difference }, index) => {
      const p = corrected[index] ?? 1;
      return [key, { difference, p, notable: p < LEVEL && Math.abs(difference) > 1e-9 }];
    }),
  );
}
