import type { DocTable } from '../doc-table.ts';
import type { LibraryView, SegmentView } from '../library-view.ts';
import type { Filter } from '../score-lexical.ts';

/** Which documents pass a filter: a mark for each document of each segment, and how many there are. */
export interface AllowedDocuments {
  flags: Uint8Array[];
  /** Of each segment those that pass, ascending, where they are few. */
  few: (Int32Array | undefined)[];
  count: number;
}

/** Filters kept for a view: a year's cases, one region, what is in force today recur. */
const KEPT = 32;
/** No more than this of a segment's documents are few. */
const FEW = 1 / 16;

const known = new WeakMap<LibraryView, Map<string, AllowedDocuments>>();
const byFilter = new WeakMap<Filter, { view: LibraryView; allowed: AllowedDocuments }>();
const byRegion = new WeakMap<DocTable, Int32Array[]>();

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
  if (filter.issued) key += filter.issued.name;
  if (!filter.region) return key;
  for (const { table } of segments) {
    for (const region of table.regions) key += filter.region(region) ? '1' : '0';
  }
  return key;
}

function workOut(view: LibraryView, filter: Filter): AllowedDocuments {
  const found = view.segments.map((segment) => passing(view, segment, filter));
  return {
    flags: found.map(({ flags }) => flags),
    few: found.map(({ few }) => few),
    count: found.reduce((sum, { count }) => sum + count, 0),
  };
}

function passing(
  { sources }: LibraryView,
  { table }: SegmentView,
  filter: Filter,
): { flags: Uint8Array; few: Int32Array | undefined; count: number } {
  const { size, seq, source, regions } = table;
  const { issued } = filter;
  const flags = new Uint8Array(size);
  const some = new Int32Array(Math.floor(size * FEW));
  let count = 0;
  let last = -1;
  let flag = 0;
  const mark = (doc: number): void => {
    // The documents of a source lie together.
    if (source[doc] !== last) {
      last = source[doc]!;
      const of = sources.get(last);
      flag = of && filter.source(of) ? 1 : 0;
    }
    if (flag === 0 || (issued && !issued.sources.has(last) && !issued.entries.has(seq[doc]!))) return;
    flags[doc] = 1;
    some[count++] = doc;
  };
  const regional = regions.map((name) => filter.region?.(name) ?? true);
  if (regional.every(Boolean)) for (let doc = 0; doc < size; doc++) mark(doc);
  else {
    for (const [region, docs] of docsByRegion(table).entries()) if (regional[region]) docs.forEach(mark);
  }
  return { flags, few: count <= some.length ? some.slice(0, count).sort() : undefined, count };
}

/** The documents of each region, ascending. */
function docsByRegion(table: DocTable): Int32Array[] {
  const found = byRegion.get(table);
  if (found) return found;
  const { size, region, regions } = table;
  const counts = new Int32Array(regions.length);
  for (let doc = 0; doc < size; doc++) counts[region[doc]!]!++;
  const lists = Array.from(counts, (count) => new Int32Array(count));
  counts.fill(0);
  for (let doc = 0; doc < size; doc++) lists[region[doc]!]![counts[region[doc]!]!++] = doc;
  byRegion.set(table, lists);
  return lists;
}
