import type { Measure, PlacedCase } from './placed-case.ts';
import { type Quartiles, quartilesOf } from './quartiles-of.ts';

/** Fewer are shown as single points, and nothing is said of them. */
export const LEAST_SHOWN = 5;

/** The cases of one quarter, handler or region that have a value. */
export interface Group {
  key: string;
  cases: PlacedCase[];
  values: number[];
  /** From five cases on. */
  quartiles?: Quartiles;
}

/**
 * Groups by one or several keys of each case (a case with two handlers stands under both); what has no value is left out.
 * The result does not depend on the order of the cases.
 */
export function groupCases(
  cases: readonly PlacedCase[],
  measure: Measure,
  keysOf: (one: PlacedCase) => readonly string[],
): Group[] {
  const groups = new Map<string, PlacedCase[]>();
  for (const one of cases) {
    if (one[measure] === undefined) continue;
    for (const key of new Set(keysOf(one))) {
      const group = groups.get(key);
      if (group) group.push(one);
      else groups.set(key, [one]);
    }
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, own]) => {
      own.sort((a, b) =>
        a.decidedOn < b.decidedOn ? -1 : a.decidedOn > b.decidedOn ? 1 : a.id < b.id ? -1 : 1,
      );
      const values = own.flatMap((one) => one[measure] ?? []);
      return {
        key,
        cases: own,
        values,
        ...(own.length >= LEAST_SHOWN ? { quartiles: quartilesOf(values) } : {}),
      };
    });
}

/** `2024-05-06` → `2024Q2`. */
export function quarterOf({ decidedOn }: Pick<PlacedCase, 'decidedOn'>): string {
  return `${decidedOn.slice(0, 4)}Q${Math.ceil(Number(decidedOn.slice(5, 7)) / 3)}`;
}

/** `2024Q2` → `2024年第二季度`. */
export function quarterName(key: string): string {
  return `${key.slice(0, 4)}年第${'一二三四'[Number(key.slice(5)) - 1] ?? ''}季度`;
}

/** Every quarter from the first to the last, so that empty ones are seen as such. */
export function quartersBetween(first: string, last: string): string[] {
  const at = (key: string) => Number(key.slice(0, 4)) * 4 + Number(key.slice(5)) - 1;
  return Array.from({ length: Math.max(0, at(last) - at(first) + 1) }, (_, index) => {
    const quarter = at(first) + index;
    return `${Math.floor(quarter / 4)}Q${(quarter % 4) + 1}`;
  });
}
