import type { PlacedCase } from '../../../discretion/evenness/placed-case.ts';
import { divisionsOf } from '../../../law/divisions-of.ts';

/** Every region of the cases and what it lies in: 某省, 某省某市, 某省某市某区. */
export function regionsOf(cases: readonly Pick<PlacedCase, 'region'>[]): string[] {
  const found = new Set<string>();
  for (const region of new Set(cases.map((one) => one.region))) {
    const { province, city, county, town } = divisionsOf(region);
    let known = '';
    for (const part of [province, city, county, town]) {
      if (!part) continue;
      known += part;
      found.add(known);
    }
    // A development zone or whatever else is no division of the state.
    if (region) found.add(region);
  }
  return [...found].sort();
}
