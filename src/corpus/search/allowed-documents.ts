import type { LibraryView, SegmentView } from '../library-view.ts';
import type { Filter } from '../score-lexical.ts';

/** Which documents pass a filter: a mark for each document of each segment, and how many there are. */
export interface AllowedDocuments {
  flags: Uint8Array[];
  count: number;
}

const known = new WeakMap<Filter, { view: LibraryView; allowed: AllowedDocuments }>();

/** Worked out once for a filter: both halves of a search ask for it. */
export function allowedDocuments(view: LibraryView, filter: Filter): AllowedDocuments {
  const before = known.get(filter);
  if (before?.view === view) return before.allowed;
  const flags = view.segments.map((segment) => flagsOf(view, segment, filter));
  let count = 0;
  for (const marks of flags) for (let doc = 0; doc < marks.length; doc++) count += marks[doc]!;
  const allowed = { flags, count };
  known.set(filter, { view, allowed });
  return allowed;
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
