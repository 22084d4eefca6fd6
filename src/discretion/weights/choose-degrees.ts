import type { BenchmarkItem, Weights } from '../../corpus/benchmark.ts';
import { type Condition, evaluate, type FactorValue } from '../../law/condition.ts';
import {
  compareFractions,
  type Fraction,
  fraction,
  greater,
  lesser,
  plus,
  ZERO,
} from '../../law/fraction.ts';
import type { CaseFactors } from '../case-factors.ts';
import { completions } from '../completions.ts';
import type { Side } from '../spans/side-of.ts';

export type Start = Weights['starts'][number];
export type Degree = Weights['factors'][number]['degrees'][number];

/** One weighted factor: its degree where the facts settle it, else those still open, in the table's order. */
export interface ChosenDegree {
  factor: string;
  degree?: Degree;
  open: Degree[];
  /** The facts that would settle it. */
  missing: string[];
  /** Counted at its lowest, since the fact cannot be established and the table says so. */
  lowest?: true;
  /** The facts fit several degrees, or none. */
  fault?: 'several' | 'none';
}

/** What the facts choose: the columns still open with the lightest and heaviest sum of percentages each leads to. */
export interface ChosenDegrees {
  starts: { start: Start; least: Fraction; most: Fraction }[];
  startMissing: string[];
  startFault?: 'several' | 'none';
  parts: ChosenDegree[];
}

interface Member {
  conditions: (Condition | undefined)[];
  missing: string[];
  /** Options (by index) that the facts, or some completion of the missing ones, lead to. */
  open: number[];
}

/**
 * The column and the degrees of a weighted item. Exactly one of each must hold. Missing facts are completed in every way that
 * can matter; factors that ask for the same missing fact are completed together, so that no impossible sum is counted.
 */
export function chooseDegrees(
  item: BenchmarkItem & { weights: Weights },
  facts: Pick<CaseFactors, 'values' | 'notEstablished'>,
  side: Side | undefined,
): ChosenDegrees {
  const { starts, factors } = item.weights;
  const columns = starts.filter(
    ({ party, subject }) => subject !== 'responsible-person' && (!party || party === side),
  );
  const first = memberOf(
    columns.map(({ when }) => when),
    facts.values,
  );
  const members = factors.map(({ degrees }) =>
    memberOf(
      degrees.map(({ when }) => when),
      facts.values,
    ),
  );
  const percents = factors.map(({ degrees }) => degrees.map(({ percent }) => fraction(percent)));
  const lowest = members.map(
    ({ missing }) =>
      missing.length > 0 &&
      item.unknownFactor === 'lowest' &&
      missing.every((fact) => facts.notEstablished.includes(fact)),
  );
  const settledSum = new Map<number, Fraction>();
  members.forEach((member, index) => {
    if (member.missing.length === 0) {
      if (member.open.length === 1) settledSum.set(index, percents[index]![member.open[0]!]!);
    } else if (lowest[index]) {
      completeTogether([member], item, facts.values);
      member.open = member.open
        .toSorted((a, b) => compareFractions(percents[index]![a]!, percents[index]![b]!))
        .slice(0, 1);
      if (member.open.length === 1) settledSum.set(index, percents[index]![member.open[0]!]!);
    }
  });
  const rest = members.filter((member, index) => member.missing.length > 0 && !lowest[index]);
  const sure = [...settledSum.values()].reduce(plus, ZERO);
  let least = sure;
  let most = sure;
  let byStart = new Map<number, [Fraction, Fraction]>(first.open.map((index) => [index, [ZERO, ZERO]]));
  for (const group of groups(first.missing.length > 0 ? [first, ...rest] : rest)) {
    const sumOf = (chosen: Map<Member, number>): Fraction =>
      [...chosen]
        .filter(([member]) => member !== first)
        .map(([member, option]) => percents[members.indexOf(member)]![option]!)
        .reduce(plus, ZERO);
    const found = completeTogether(group, item, facts.values);
    const sums = found?.map((chosen) => ({ start: chosen.get(first), sum: sumOf(chosen) }));
    if (group.includes(first) && sums) {
      byStart = new Map();
      for (const { start, sum } of sums) {
        const [low, high] = byStart.get(start!) ?? [sum, sum];
        byStart.set(start!, [lesser(low, sum), greater(high, sum)]);
      }
    } else if (sums && sums.length > 0) {
      least = plus(least, sums.map(({ sum }) => sum).reduce(lesser));
      most = plus(most, sums.map(({ sum }) => sum).reduce(greater));
    } else {
      for (const member of group.filter((one) => one !== first && one.open.length > 0)) {
        const open = member.open.map((option) => percents[members.indexOf(member)]![option]!);
        least = plus(least, open.reduce(lesser));
        most = plus(most, open.reduce(greater));
      }
    }
  }
  return {
    starts: [...byStart].map(([index, [low, high]]) => {
      const start = columns[index]!;
      const own = fraction(start.percent);
      return { start, least: plus(own, plus(least, low)), most: plus(own, plus(most, high)) };
    }),
    startMissing: first.missing,
    ...faultOf(first, 'startFault'),
    parts: members.map((member, index) => {
      const { name, degrees } = factors[index]!;
      const open = member.open.map((option) => degrees[option]!);
      const settled = settledSum.has(index);
      return {
        factor: name,
        ...(settled ? { degree: open[0]! } : {}),
        open,
        missing: member.missing,
        ...(settled && lowest[index] ? { lowest: true as const } : {}),
        ...faultOf(member, 'fault'),
      };
    }),
  };
}

function faultOf<Key extends string>(
  { open, missing }: Member,
  key: Key,
): Partial<Record<Key, 'several' | 'none'>> {
  const fault = open.length === 0 ? 'none' : open.length > 1 && missing.length === 0 ? 'several' : undefined;
  return fault ? ({ [key]: fault } as Partial<Record<Key, 'several' | 'none'>>) : {};
}

function memberOf(
  conditions: (Condition | undefined)[],
  values: Readonly<Record<string, FactorValue>>,
): Member {
  const missing = new Set<string>();
  let unsure = false;
  const open = conditions.flatMap((when, index) => {
    const truth = when ? evaluate(when, values, missing) : true;
    unsure ||= truth === undefined;
    return truth === false ? [] : [index];
  });
  return { conditions, missing: unsure ? [...missing] : [], open };
}

/** Members that share a missing fact, directly or through others. */
function groups(members: Member[]): Member[][] {
  const found: Member[][] = [];
  for (const member of members) {
    const joined = found.filter((group) =>
      group.some((other) => other.missing.some((fact) => member.missing.includes(fact))),
    );
    for (const group of joined) found.splice(found.indexOf(group), 1);
    found.push([member, ...joined.flat()]);
  }
  return found;
}

/**
 * The options of every member for each completion in which each has exactly one, and `open` narrowed to those. `undefined`
 * where there are too many completions: then what the facts do not exclude stays open.
 */
function completeTogether(
  group: Member[],
  item: BenchmarkItem,
  known: Readonly<Record<string, FactorValue>>,
): Map<Member, number>[] | undefined {
  const conditions = group.flatMap((member) => member.conditions.flatMap((when) => when ?? []));
  const facts = [...new Set(group.flatMap(({ missing }) => missing))];
  const filled = completions(facts, conditions, item, known);
  if (!filled) return undefined;
  const found: Map<Member, number>[] = [];
  for (const values of filled) {
    const chosen = group.map(({ conditions: options }) =>
      options.flatMap((when, index) => (!when || evaluate(when, values) === true ? [index] : [])),
    );
    if (chosen.every((options) => options.length === 1)) {
      found.push(new Map(group.map((member, index) => [member, chosen[index]![0]!])));
    }
  }
  for (const member of group) {
    const seen = new Set(found.map((chosen) => chosen.get(member)));
    member.open = member.open.filter((option) => seen.has(option));
  }
  return found;
}
