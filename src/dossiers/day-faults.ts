import type { AssembledCase } from './assemble-case.ts';
import type { LostDay } from './lost-days.ts';
import type { Paper } from './paper.ts';

const EXPECTED = '应为存在的日期，公历没有这一天，没有采用';

/** Days that do not exist, told at the fact that they were to state; at the paper's date where it is not known which. */
export function dayFaults(
  lost: readonly LostDay[],
  papers: readonly Paper[],
  keys: AssembledCase['keys'],
): AssembledCase['faults'] {
  const told = new Set<string>();
  return lost.flatMap(({ paper: id, start, end, path }) => {
    const at = papers.findIndex((paper) => paper.id === id);
    const quote = papers[at]?.text.slice(start, end);
    if (quote === undefined) return [];
    const place = (path && placeOf(path, keys)) ?? `papers.${at}.date`;
    // The same words twice in a paper are one fault.
    if (told.has(`${place} ${quote}`)) return [];
    told.add(`${place} ${quote}`);
    return [{ path: place, value: quote, paper: id, quote, expected: EXPECTED }];
  });
}

/** A keyed path with list positions, where the entry of the list is there. */
function placeOf(path: string, keys: AssembledCase['keys']): string | undefined {
  const group = path.slice(0, path.lastIndexOf(']') + 1);
  if (group === '') return path;
  const [known] = Object.entries(keys).find(([, key]) => key.startsWith(`${group}.`)) ?? [];
  const depth = group.split(/[.[]/).length;
  return known && `${known.split('.').slice(0, depth).join('.')}${path.slice(group.length)}`;
}
