import type { CaseFile } from '../../../cases/case-file.ts';
import { placeInArea } from '../../../law/place-in-area.ts';
import type { PlacedAct } from '../officers/acts-of-case.ts';

export interface ActPlace {
  /** `true`: outside the agency's area; `undefined`: the file does not tell. */
  outside: boolean | undefined;
  region?: string;
  paths: string[];
}

/**
 * Where an act was done, beside the area of the agency. The act's own region decides; without it a place that names
 * the agency or its area lies inside, and the place of the violation has the region of the violation.
 */
export function actPlace({ act, path }: PlacedAct, { agency, violation }: CaseFile): ActPlace {
  const area = agency.region;
  const own = [`${path}.region`, 'agency.region'];
  if (agency.level === 'national') return { outside: false, paths: ['agency.level'] };
  if (!area) return { outside: undefined, paths: own };
  if (act.region) return { ...compare(act.region, area), region: act.region, paths: own };
  const { place } = act;
  if (place && (place.includes(area) || place.includes(agency.name))) {
    return { outside: false, paths: [`${path}.place`, 'agency.region'] };
  }
  if (place && place === violation.place && violation.region) {
    return {
      ...compare(violation.region, area),
      region: violation.region,
      paths: [`${path}.place`, 'violation.place', 'violation.region', 'agency.region'],
    };
  }
  return { outside: undefined, paths: own };
}

/** A region that only names a larger area leaves it open. */
function compare(region: string, area: string): { outside: boolean | undefined } {
  const lies = placeInArea(region, area);
  return { outside: lies === 'open' ? undefined : lies === 'elsewhere' };
}
