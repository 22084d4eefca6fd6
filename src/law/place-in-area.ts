import { type Divisions, divisionsOf } from './divisions-of.ts';

const LEVELS = ['province', 'city', 'county', 'town'] as const;

/**
 * Whether a place lies in the area of an agency, both as 行政区划 from the widest. Papers leave out the province or the
 * city where everybody knows it. `open`: the place does not go down to the level of the area.
 */
export function placeInArea(place: string, area: string): 'within' | 'open' | 'elsewhere' {
  if (place.startsWith(area)) return 'within';
  if (area.startsWith(place)) return 'open';
  const [here, there] = [divisionsOf(place), divisionsOf(area)];
  const deepest = LEVELS.findLast((level) => there[level] !== undefined);
  if (!deepest) return 'elsewhere';
  // What both name must be the same before a part left out may be filled in.
  const both = LEVELS.filter((level) => here[level] !== undefined && there[level] !== undefined);
  if (both.some((level) => here[level] !== there[level])) {
    return isCityOfCounty(here, there) ? 'within' : 'elsewhere';
  }
  return both.includes(deepest) ? 'within' : 'open';
}

/** 白栎市 alone may be a county-level city: 示例市白栎市 lies in it. */
const isCityOfCounty = (here: Divisions, there: Divisions) =>
  there.county === undefined && there.city !== undefined && here.county === there.city;
