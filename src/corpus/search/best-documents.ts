import type { LibraryView, SegmentView } from '../library-view.ts';
import { BestScores } from './best-scores.ts';
import type { TermList } from './term-list.ts';

/** A term of a query: its field, its weight (idf and times together), and its list per segment. */
export interface WeighedTerm {
  field: 0 | 1 | 2;
  /** Inverse document frequency. */
  idf: number;
  weight: number;
  lists: (TermList | undefined)[];
}

/** Documents of one segment, ascending. */
export interface Documents {
  segment: number;
  docs: Int32Array;
}

/** Sums in another order differ in the last digits: nothing is left out that comes so near. */
const SLACK = 1e-9;
/** Beyond so many of all documents, bounds leave out nothing that would be worth looking for. */
const MANY = 1 / 8;

/** So few of all documents are looked up one by one rather than all added to. */
const FEW = 1 / 8;
/** The best have about so much of the most that the terms taken so far can give. */
const LIKELY = 0.42;
/** Looked through again only when so much less can still be added. */
const AGAIN = 0.85;

/** Sums by document, used again by every search: nothing waits while it is in use. */
let scratch = new Float64Array(0);

/**
 * Documents among which are the best `limit` by the sum of their terms, or all above `least` where fewer; only allowed ones
 * (a flag for each document of each segment), only ones that hold a term. Exact, but does not look at every posting: terms
 * are taken in the order of the most that they can add, and once the rest cannot lift a document among the best any more,
 * only the remaining documents are looked up in the further lists (the MaxScore bound of Turtle and Flood, term by term).
 */
export function bestDocuments(
  view: LibraryView,
  terms: WeighedTerm[],
  allowed: Uint8Array[],
  limit: number,
  least = 0,
): Documents[] {
  const bar = new Bar(limit <= view.size * MANY ? limit : Number.POSITIVE_INFINITY, least);
  const found: (Documents & { most: Float64Array })[] = [];
  const order = view.segments.map((_, index) => index);
  order.sort((a, b) => view.segments[b]!.table.size - view.segments[a]!.table.size);
  for (const index of order) {
    const segment = view.segments[index]!;
    found.push({ segment: index, ...searchSegment(index, segment, terms, allowed[index]!, bar) });
  }
  return found.map(({ segment, docs, most }) => ({
    segment,
    docs: docs.filter((_, place) => bar.reaches(most[place]!)),
  }));
}

/** What a document must reach to be among the best: the sums found so far are what it is measured by. */
class Bar {
  value: number;
  private best: BestScores;
  private readonly limit: number;

  constructor(limit: number, least: number) {
    this.limit = limit;
    this.value = least;
    this.best = new BestScores(Number.isFinite(limit) ? limit : 1);
  }

  /** So few documents are not worth sorting out further. */
  get enough(): number {
    return Number.isFinite(this.limit) ? 2 * this.limit : 0;
  }

  reaches(sum: number): boolean {
    return sum > 0 && sum >= this.value - SLACK * (1 + this.value);
  }

  /** Raises it by the sums of documents of one more segment, which are not more than their true ones. */
  raise(sums: Float64Array, size: number, allowed: Uint8Array | undefined, final: boolean): void {
    if (!Number.isFinite(this.limit)) return;
    const best = new BestScores(this.limit);
    for (const { seq, score } of this.best.list()) best.offer(seq, score);
    let low = Math.max(this.value, best.bar);
    for (let i = 0; i < size; i++) {
      if (sums[i]! > low && (allowed === undefined || allowed[i])) {
        best.offer(i, sums[i]!);
        if (best.bar > low) low = best.bar;
      }
    }
    this.value = low;
    if (final) this.best = best;
  }
}

interface Part {
  list: TermList;
  field: 0 | 1 | 2;
  weight: number;
  bound: number;
}

function searchSegment(
  index: number,
  segment: SegmentView,
  terms: WeighedTerm[],
  allowed: Uint8Array,
  bar: Bar,
): { docs: Int32Array; most: Float64Array } {
  const parts = terms.flatMap(({ field, weight, lists }): Part[] => {
    const list = lists[index];
    return list ? [{ list, field, weight, bound: weight * list.bound(segment, field) }] : [];
  });
  parts.sort((a, b) => b.bound - a.bound);
  /** The most that the terms from a place on can add. */
  const rest = new Float64Array(parts.length + 1);
  for (let i = parts.length - 1; i >= 0; i--) rest[i] = rest[i + 1]! + parts[i]!.bound;
  if (!bar.reaches(rest[0]!)) return { docs: new Int32Array(0), most: new Float64Array(0) };
  const { size } = segment.table;
  if (scratch.length < size) scratch = new Float64Array(size);
  const sums = scratch;
  sums.fill(0, 0, size);
  let next = 0;
  let added = 0;
  let looked = Number.POSITIVE_INFINITY;
  let left = collect(sums, size, rest[0]!, allowed, bar, Math.floor(FEW * size));
  if (left && lookUpCost(parts, 0, left.docs.length) > addCost(parts, 0, size)) left = undefined;
  for (; !left && next < parts.length; next++) {
    const { list, field, weight } = parts[next]!;
    // Looking through all sums costs as much as many postings: only before as many are to be added, and where it can end
    // with few that are left.
    const hopeful = rest[next]! < Math.max(bar.value, LIKELY * (rest[0]! - rest[next]!));
    if (next > 0 && hopeful && rest[next]! < looked * AGAIN && added + list.size > size / 4) {
      added = 0;
      looked = rest[next]!;
      if (rest[next]! >= bar.value) bar.raise(sums, size, allowed, false);
      if (rest[next]! < bar.value)
        left = collect(sums, size, rest[next]!, allowed, bar, Math.floor(FEW * size));
      if (left && lookUpCost(parts, next, left.docs.length) > addCost(parts, next, size)) left = undefined;
      if (left) break;
    }
    list.addAll(sums, segment, field, weight);
    added += list.size;
  }
  if (!left) bar.raise(sums, size, allowed, false);
  left ??= collect(sums, size, 0, allowed, bar, size) ?? {
    docs: new Int32Array(0),
    sums: new Float64Array(0),
  };
  return lookUp(segment, parts, rest, next, left, bar);
}

function lookUpCost(parts: Part[], from: number, documents: number): number {
  let cost = 0;
  for (let i = from; i < parts.length; i++) {
    const { docs } = parts[i]!.list;
    cost += docs ? 12 * Math.min(docs.length, documents) : 3 * documents;
  }
  return cost;
}

function addCost(parts: Part[], from: number, size: number): number {
  let cost = 0;
  for (let i = from; i < parts.length; i++) cost += 2 * (parts[i]!.list.docs?.length ?? size);
  return cost;
}

/** What a document must have so far to be among the best in the end. */
function lowest(rest: number, bar: Bar): number {
  const low = bar.value - SLACK * (1 + bar.value) - rest;
  return rest === 0 ? Math.max(low, Number.MIN_VALUE) : low;
}

/** The documents that can still be among the best, with their sums; `undefined` where there are more than `most`. */
function collect(
  sums: Float64Array,
  size: number,
  rest: number,
  allowed: Uint8Array,
  bar: Bar,
  most: number,
): { docs: Int32Array; sums: Float64Array } | undefined {
  const low = lowest(rest, bar);
  const docs = new Int32Array(most);
  let found = 0;
  for (let doc = 0; doc < size; doc++) {
    if (!(sums[doc]! >= low) || !allowed[doc]) continue;
    if (found >= most) return undefined;
    docs[found++] = doc;
  }
  const kept = new Float64Array(found);
  for (let place = 0; place < found; place++) kept[place] = sums[docs[place]!]!;
  return { docs: docs.slice(0, found), sums: kept };
}

/** Adds the terms from a place on to the documents that are left, letting go of those that cannot be among the best. */
function lookUp(
  segment: SegmentView,
  parts: Part[],
  rest: Float64Array,
  from: number,
  left: { docs: Int32Array; sums: Float64Array },
  bar: Bar,
): { docs: Int32Array; most: Float64Array } {
  const { docs, sums } = left;
  let size = docs.length;
  let raisedAt = size;
  let open = rest[from]!;
  // Those that come near enough are summed up by the caller anyway.
  for (let next = from; next < parts.length && size > bar.enough; next++) {
    const { list, field, weight } = parts[next]!;
    list.addTo(sums, docs, size, segment, field, weight);
    open = rest[next + 1]!;
    if (next % 4 === 3 || 2 * size < raisedAt) {
      bar.raise(sums, size, undefined, false);
      raisedAt = size;
    }
    let kept = 0;
    const low = lowest(rest[next + 1]!, bar);
    for (let place = 0; place < size; place++) {
      if (sums[place]! < low) continue;
      docs[kept] = docs[place]!;
      sums[kept++] = sums[place]!;
    }
    size = kept;
  }
  bar.raise(sums, size, undefined, true);
  return { docs: docs.slice(0, size), most: sums.slice(0, size).map((sum) => sum + open) };
}
