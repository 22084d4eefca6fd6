import type { Condition } from '../../../law/condition.ts';
import type { SanctionFine } from '../../../law/sanction.ts';
import type { BenchmarkItem, Tier } from '../../benchmark.ts';
import type { RowFault } from '../item-reading.ts';
import type { Row } from '../read-rows.ts';
import { countedBy } from '../words/counted-by.ts';
import type { UnitSum } from '../words/unit-sum-in.ts';

type Factors = BenchmarkItem['factors'];

/** Columns for units and persons may state the same sum. */
function sameUnit(results: Row['results']): UnitSum | undefined {
  const [first, ...others] = results.flatMap((result) => result?.perUnit ?? []);
  const fined = results.some((result) => result?.fine || result?.fines);
  const alike = others.every((other) => JSON.stringify(other) === JSON.stringify(first));
  return alike && !fined ? first : undefined;
}

/**
 * 500元/车次: a sum for each unit instead of a tier. The rows that lay down no fine stay tiers beside it (警告); so do rows that fine in another
 * way (不足10平方米，500元以下), where the number that is counted tells them apart from those that count. The number of units is the fact that the rows already ask for in this unit, where their sum is for what is beyond a
 * limit (每超1000千克) only where that fact is itself what is beyond.
 */
export function perUnitOf(
  rows: readonly Row[],
  tiers: readonly Tier[],
  factors: Factors,
  faults: RowFault[],
  statute: readonly SanctionFine[] = [],
): Pick<BenchmarkItem, 'perUnit' | 'tiers'> | undefined {
  const each = rows.map(({ results }) => sameUnit(results));
  const counted = each.flatMap((one, at) => (one ? [{ one, at }] : []));
  const [first] = counted;
  if (!first) return undefined;
  const others = tiers.filter((_, at) => !each[at]);
  const { unit } = first.one;
  const [most, ...caps] = [...new Set(counted.flatMap(({ one }) => one.most ?? []))];
  // A cap that only the gravest rank prints and that the provision sets for all of them.
  const capsAll =
    counted.every(({ one }) => one.most === most) ||
    (statute.length > 0 && statute.every(({ range }) => !range.base && Number(range.max) === most));
  if (caps.length > 0 || !capsAll || counted.some(({ one }) => one.unit !== unit)) return undefined;
  const factor = counterOf(first.one, factors);
  if (!factor) {
    faults.push({
      row: rows[first.at]!.number,
      reason: first.one.beyond
        ? `“每超${first.one.per ?? ''}${unit}”不知道从多少起算`
        : `按每${unit}计罚，不知道乘以哪一个数`,
    });
    return undefined;
  }
  // A tier with a fine of its own counts first: it must leave the rows that count alone.
  const fined = others.filter(({ fine, fines }) => fine || fines);
  const spans = counted.map(({ at }) => spanOf(tiers[at]!.when, factor));
  if (fined.some(({ when }) => spans.some((span) => !areApart(span, spanOf(when, factor))))) return undefined;
  return {
    perUnit: {
      from: 0,
      ...(most === undefined ? {} : { most }),
      add: counted.map(({ one, at }) => ({
        factor,
        above: 0,
        per: one.per ?? 1,
        each: one.each,
        when: tiers[at]!.when,
        part: 'whole' as const,
      })),
    },
    tiers: others,
  };
}

/** The name of the fact that is counted; nothing where 每超 has no fact that is itself an excess. */
function counterOf({ unit, beyond }: UnitSum, factors: Factors): string | undefined {
  if (beyond) {
    const excess = factors.filter(
      ({ type, unit: other, name, label = '' }) =>
        type === 'number' && other === unit && /超|逾/.test(`${name}${label}`),
    );
    return excess.length === 1 ? excess[0]!.name : undefined;
  }
  const counted = countedBy(unit, factors);
  return 'name' in counted ? counted.name : undefined;
}

interface Span {
  low: number;
  high: number;
  lowInclusive: boolean;
  highInclusive: boolean;
}

/** The numbers of a factor at which a condition can hold; nothing where it does not bound them plainly. */
function spanOf(when: Condition, factor: string): Span | undefined {
  const span: Span = {
    low: Number.NEGATIVE_INFINITY,
    high: Number.POSITIVE_INFINITY,
    lowInclusive: true,
    highInclusive: true,
  };
  if (!('all' in when) && !('factor' in when)) return undefined;
  const parts = 'all' in when ? when.all : [when];
  for (const part of parts.flatMap((one) => ('all' in one ? one.all : [one]))) {
    if (!('factor' in part) || part.factor !== factor || typeof part.value !== 'number') continue;
    if (part.op === '>=' || part.op === '>' || part.op === '=')
      if (part.value >= span.low) [span.low, span.lowInclusive] = [part.value, part.op !== '>'];
    if (part.op === '<=' || part.op === '<' || part.op === '=')
      if (part.value <= span.high) [span.high, span.highInclusive] = [part.value, part.op !== '<'];
  }
  return span;
}

function areApart(one: Span | undefined, other: Span | undefined): boolean {
  if (!one || !other) return false;
  const below = (a: Span, b: Span) =>
    a.high < b.low || (a.high === b.low && !(a.highInclusive && b.lowInclusive));
  return below(one, other) || below(other, one);
}
