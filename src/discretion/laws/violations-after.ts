import type { BenchmarkItem } from '../../corpus/benchmark.ts';
import { bundledViolations } from '../../corpus/violations/read-violations.ts';
import type { Violation } from '../../corpus/violations/violation.ts';
import { type Citation, sameProvision } from '../../law/citation.ts';
import type { Day } from '../../law/dates.ts';

/**
 * The violations of the catalogue that an act under the provision is on the day of the decision: that of the item, else those that
 * breach what it breaches, else all under the provision.
 */
export function violationsAfter(
  provision: Citation,
  item: BenchmarkItem | undefined,
  { on, decidedOn }: { on: Day; decidedOn: Day },
): Violation[] {
  const { items } = bundledViolations();
  const then = items.filter((one) => holds(one, on));
  const named = then.filter(({ benchmarkItem }) => item && benchmarkItem === item.id);
  const under = then.filter(({ punishing }) => punishing.some((place) => same(place, provision)));
  const breaching = under.filter(({ breached }) =>
    breached.some((place) => item?.breached.some((own) => same(place, own))),
  );
  const [found] = [named, breaching, under].filter((list) => list.length > 0);
  const after = (found ?? []).flatMap((one) => laterOf(one, items, decidedOn) ?? []);
  return [...new Set(after)];
}

function laterOf(first: Violation, items: readonly Violation[], day: Day): Violation | undefined {
  let one: Violation | undefined = first;
  for (let steps = 0; one && steps < 9; steps++) {
    if (holds(one, day)) return one === first ? undefined : one;
    const next: string | undefined = one.followedBy;
    one = items.find(({ id }) => id === next);
  }
  return undefined;
}

function holds({ inForce: [from, to] }: Violation, day: Day): boolean {
  return from <= day && (to === undefined || day <= to);
}

function same(a: Violation['punishing'][number], b: BenchmarkItem['breached'][number] | Citation): boolean {
  return sameProvision(plain(a), plain(b));
}

function plain({
  law,
  article,
  paragraph,
  item,
}: Violation['punishing'][number] | BenchmarkItem['breached'][number]): Citation {
  return {
    law,
    article,
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(item === undefined ? {} : { item }),
  };
}
