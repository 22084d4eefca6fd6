import type { FenRange } from '../../../law/fine-range.ts';
import type { PenaltyType } from '../../../law/penalties.ts';

/** What a provision threatens in this case: its types and the span of its fine, where it has one. */
export interface Threat {
  types: readonly PenaltyType[];
  range?: FenRange;
}

/** A warning may stand instead of the fine or beside it: whether one more of these is lighter nobody can tell. */
const SOFT: PenaltyType[] = ['warning', 'public-criticism'];

export type Comparison = 'lighter' | 'heavier' | 'same' | 'mixed';

/**
 * Whether `now` is lighter than `before`: types first, then the maximum, then the minimum (新旧法比较的次序).
 * Signs that point in different directions are mixed: a person decides.
 */
export function compareSanctions(before: Threat, now: Threat): Comparison {
  const signs = new Set<number>();
  const added = now.types.filter((type) => !before.types.includes(type));
  const dropped = before.types.filter((type) => !now.types.includes(type));
  const hard = (type: PenaltyType) => !SOFT.includes(type);
  if (added.some(hard)) signs.add(1);
  if (dropped.some(hard)) signs.add(-1);
  if (before.range && now.range) {
    signs.add(Math.sign((now.range.max ?? Infinity) - (before.range.max ?? Infinity) || 0));
    signs.add(Math.sign((now.range.min ?? 0) - (before.range.min ?? 0)));
  }
  signs.delete(0);
  // Where nothing else changed, one warning more or less has no direction.
  if (signs.size === 0) return added.length + dropped.length > 0 ? 'mixed' : 'same';
  if (signs.size > 1) return 'mixed';
  return signs.has(1) ? 'heavier' : 'lighter';
}
