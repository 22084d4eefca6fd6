import { yuanText } from '../law/money.ts';
import type { LikeCase } from './like-cases.ts';
import type { Counting, StatedRange, TierResult, Weighing } from './tier-result.ts';

/** The `discretion` command's document. Sums in yuan, percentages as decimal text; a side that is open is `null`. */
export function toDiscretionJson(result: TierResult, likes: LikeCase[]) {
  return {
    benchmark: result.benchmark ? { id: result.benchmark.id, name: result.benchmark.name } : null,
    item: result.item ? { id: result.item.id, violation: result.item.violation } : null,
    tier: result.tier ? tierJson(result.tier) : null,
    possibleTiers: result.possibleTiers.map(tierJson),
    settled: result.settled ?? null,
    ...(result.weighing ? { weighing: weighingJson(result.weighing) } : {}),
    ...(result.counting ? { counting: countingJson(result.counting) } : {}),
    statutory: rangeJson(result.statutory),
    range: rangeJson(result.range),
    ...(result.amount === undefined ? {} : { amount: Number(yuanText(result.amount)) }),
    position: result.position
      ? { ...result.position, amount: Number(yuanText(result.position.amount)) }
      : null,
    grounds: result.grounds,
    penalties: result.penalties ?? null,
    responsible: result.responsible
      ? { ...result.responsible, range: rangeJson(result.responsible.range) }
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

function weighingJson({ from, to, ...rest }: Weighing): object {
  const end = (side: Weighing['from']) =>
    side && {
      sum: side.sum,
      amount: side.amount === undefined ? null : Number(yuanText(side.amount)),
    };
  return { ...rest, ...(from ? { from: end(from) } : {}), ...(to ? { to: end(to) } : {}) };
}

function countingJson({ parts, from, to }: Counting): object {
  return {
    parts: parts.map(({ factor, units, each, adds }) => ({
      factor,
      units: units ?? null,
      each: Number(yuanText(each)),
      adds: adds === undefined ? null : Number(yuanText(adds)),
    })),
    from: Number(yuanText(from)),
    to: to === undefined ? null : Number(yuanText(to)),
  };
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
