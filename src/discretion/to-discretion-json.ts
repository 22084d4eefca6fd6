import { yuanText } from '../law/money.ts';
import type { LikeCase } from './like-cases.ts';
import type { StatedRange, TierResult } from './tier-result.ts';

/** The `discretion` command's document. Sums in yuan; a side that is open is `null`. */
export function toDiscretionJson(result: TierResult, likes: LikeCase[]) {
  return {
    benchmark: result.benchmark ? { id: result.benchmark.id, name: result.benchmark.name } : null,
    item: result.item ? { id: result.item.id, violation: result.item.violation } : null,
    tier: result.tier ? tierJson(result.tier) : null,
    possibleTiers: result.possibleTiers.map(tierJson),
    statutory: rangeJson(result.statutory),
    range: rangeJson(result.range),
    ...(result.amount === undefined ? {} : { amount: Number(yuanText(result.amount)) }),
    position: result.position
      ? { ...result.position, amount: Number(yuanText(result.position.amount)) }
      : null,
    steps: result.steps,
    missing: result.missing,
    whatWouldChange: result.whatWouldChange,
    likeCases: likes,
    conflicts: result.conflicts,
  };
}

function tierJson(tier: NonNullable<TierResult['tier']>): object {
  return { order: tier.order, name: tier.name, grade: tier.grade, conditions: tier.conditions };
}

function rangeJson(range: StatedRange | undefined): object | null {
  if (!range) return null;
  return {
    min: range.min === undefined ? null : Number(yuanText(range.min)),
    max: range.max === undefined ? null : Number(yuanText(range.max)),
    minInclusive: range.minInclusive,
    maxInclusive: range.maxInclusive,
    unit: 'yuan',
    text: range.text,
  };
}
