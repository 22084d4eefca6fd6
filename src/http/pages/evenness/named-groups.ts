import { type Group, groupCases } from '../../../discretion/evenness/group-cases.ts';
import type { Difference } from '../../../discretion/evenness/judge-groups.ts';
import type { PlacedCase } from '../../../discretion/evenness/placed-case.ts';
import type { EvennessQuery } from './evenness-query.ts';
import { judgeOnce } from './judge-once.ts';

/** A group with its name and what the test says of it. */
export interface NamedGroup extends Group {
  name: string;
  against?: Difference;
  /** Narrows the page to this group. */
  narrows?: Partial<EvennessQuery>;
}

interface Naming {
  keysOf: (one: PlacedCase) => readonly string[];
  nameOf: (key: string) => string;
  narrows?: (key: string) => Partial<EvennessQuery> | undefined;
}

/** Groups the cases, judges each group against the others, and names it. */
export async function namedGroups(
  cases: PlacedCase[],
  { measure }: EvennessQuery,
  { keysOf, nameOf, narrows }: Naming,
): Promise<NamedGroup[]> {
  const groups = groupCases(cases, measure, keysOf);
  const judged = await judgeOnce(groups, cases, measure);
  return groups.map((group) => {
    const against = judged.get(group.key);
    const narrowing = narrows?.(group.key);
    return {
      ...group,
      name: nameOf(group.key),
      ...(against ? { against } : {}),
      ...(narrowing ? { narrows: narrowing } : {}),
    };
  });
}
