import type { LibraryView, SegmentView } from '../library-view.ts';
import type { Filter } from '../score-lexical.ts';

/** Which documents pass a filter: a mark for each document of each segment, and how many there are. */
export interface AllowedDocuments {
  flags: Uint8Array[];
  count: number;
}

/** Filters kept for a view: a year's cases, one region, what is in force today recur. */
const KEPT = 32;

const known = new WeakMap<LibraryView, Map<string, AllowedDocuments>>();
const byFilter = new WeakMap<Filter, { view: LibraryView; allowed: AllowedDocuments }>();

/** Worked out once for what a filter lets through: both halves of a search ask for it, and the next search. */
export function allowedDocuments(view: LibraryView, filter: Filter): AllowedDocuments {
  const before = byFilter.get(filter);
  if (before?.view === view) return before.allowed;
  let some = known.get(view);
  if (!some) {
    some = new Map();
    known.set(view, some);
  }
  const key = keyOf(view, filter);
  const allowed = some.get(key) ?? workOut(view, filter);
  some.delete(key);
  some.set(key, allowed);
  for (const oldest of some.keys()) {
    if (some.size <= KEPT) break;
    some.delete(oldest);
  }
  byFilter.set(filter, { view, allowed });
  return allowed;
}

/** What passes, as text: a mark for each source and for each region of each segment. */
function keyOf({ sources, segments }: LibraryView, filter: Filter): string {
  let key = '';
  for (const source of sources.values()) key += filter.source(source) ? '1' : '0';
  if (!filter.region) return key;
  for (const { table } of segments) {
    for (const region of table.regions) key += filter.region(region) ? '1' : '0';
  }
  return key;
}

function workOut(view: LibraryView, filter: Filter): AllowedDocuments {
  const flags = view.segments.map((segment) => flagsOf(view, segment, filter));
  let count = 0;
  for (const marks of flags) for (let doc = 0; doc < marks.length; doc++) count += marks[doc]!;
  return { flags, count };
}

function flagsOf({ sources }: LibraryView, { table }: SegmentView, filter: Filter): Uint8Array {
  const { size, source, region, regions } = table;
  const flags = new Uint8Array(size);
  const regional = Uint8Array.from(regions, (name) => ((filter.region?.(name) ?? true) ? 1 : 0));
  let last = -1;
  let flag = 0;
  for (let doc = 0; doc < size; doc++) {
    // The documents of a source lie together.
    if (source[doc] !== last) {
      last = source[doc]!;
      const of = sources.get(last);
      flag = of && filter.source(of) ? 1 : 0;
    }
    flags[doc] = flag & regional[region[doc]!]!;
  }
  return flags;
}
