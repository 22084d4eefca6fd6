import type { LibraryView, SegmentView } from '../library-view.ts';
import type { AllowedDocuments } from './allowed-documents.ts';
import { BestScores } from './best-scores.ts';
import { clearedSums, documentsFrom, eachAbove } from './sums-scan.ts';
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
const FEW = 1 / 4;
/** The most that a document can have, as a whole number. */
const WHOLE = 2 ** 30;
/** Where more than so many times as many as wanted are left, the best of them are summed up to leave fewer. */
const TOO_MANY = 3;

/** The best have about so much of the most that a document can have. */
const LIKELY = 0.42;
/** Fewer documents are left than worth looking for only where the further terms can give less than this of what is needed. */
const HALF = 0.5;
/** Nanoseconds that looking through all sums takes. */
const WORTH = 2e6;

/**
 * Documents among which are the best `limit` by the sum of their terms, or all above `least` where fewer; only allowed ones,
 * only ones that hold a term. Exact, but sums up exactly for few: for all others the most that they can have, in whole
 * numbers looked up by count and class of length, and what has less than the last of the best cannot be among them. Very frequent terms, which weigh little, are looked up last, for those documents alone that
 * they can still lift among the best (the MaxScore bound of Turtle and Flood, term by term).
 */
export function bestDocuments(
  view: LibraryView,
  terms: WeighedTerm[],
  allowed: AllowedDocuments,
  limit: number,
  least = 0,
): Documents[] {
  const bar = new Bar(limit <= view.size * MANY ? limit : Number.POSITIVE_INFINITY, least);
  const order = view.segments.map((_, index) => index);
  order.sort((a, b) => view.segments[b]!.table.size - view.segments[a]!.table.size);
  const found = order.map((index) => new SegmentSearch(view.segments[index]!, index, terms, allowed, bar));
  return found
    .map((search) => ({ segment: search.index, left: search.run() }))
    .map(({ segment, left: { docs, sums, unit } }) => ({
      segment,
      docs: docs.filter((_, place) => bar.reaches(sums[place]! * unit)),
    }));
}

/** What a document must reach to be among the best: the last of the best found so far. */
class Bar {
  value: number;
  readonly limit: number;
  private readonly best: BestScores;

  constructor(limit: number, least: number) {
    this.limit = limit;
    this.value = least;
    this.best = new BestScores(Number.isFinite(limit) ? limit : 1);
  }

  reaches(sum: number): boolean {
    return sum > 0 && sum >= this.value - SLACK * (1 + this.value);
  }

  raise(sums: Float64Array): void {
    for (const sum of sums) if (sum > this.best.bar) this.best.offer(0, sum);
    this.value = Math.max(this.value, this.best.bar);
  }
}

interface Part {
  list: TermList;
  weight: number;
  /** No document gains more. */
  bound: number;
  /** What the whole share of a document counts, in units of all sums. */
  gain: number;
}

/** Some documents, ascending, with the most that each can have, in units. */
interface Left {
  docs: Int32Array;
  sums: Int32Array;
  unit: number;
}

class SegmentSearch {
  readonly index: number;
  private readonly segment: SegmentView;
  private readonly flags: Uint8Array;
  private readonly few: Int32Array | undefined;
  private readonly bar: Bar;
  /** Lists first, then columns, both by the most that they can add. */
  private readonly parts: Part[];
  private readonly columnsFrom: number;
  /** The most that the parts from a place on can add, in units. */
  private readonly rest: Float64Array;
  private readonly unit: number;
  /** Documents whose exact sums the bar knows. */
  private readonly summed = new Set<number>();

  constructor(
    segment: SegmentView,
    index: number,
    terms: WeighedTerm[],
    { flags, few }: AllowedDocuments,
    bar: Bar,
  ) {
    this.segment = segment;
    this.index = index;
    this.flags = flags[index]!;
    this.few = few[index];
    this.bar = bar;
    const found = terms.flatMap(({ weight, lists }) => {
      const list = lists[index];
      return list ? [{ list, weight, bound: weight * list.bound(segment) }] : [];
    });
    found.sort((a, b) => Number(a.list.column) - Number(b.list.column) || b.bound - a.bound);
    const unit = found.reduce((sum, { bound }) => sum + bound, 0) / WHOLE;
    this.unit = unit;
    this.parts = found.map((part) => ({ ...part, gain: part.list.gain(part.weight, unit) }));
    this.columnsFrom = found.filter(({ list }) => !list.column).length;
    this.rest = new Float64Array(found.length + 1);
    for (let i = found.length - 1; i >= 0; i--) {
      this.rest[i] = this.rest[i + 1]! + Math.ceil(found[i]!.bound / unit) + 1;
    }
  }

  run(): Left {
    const { parts, few, bar, rest, unit } = this;
    if (parts.length === 0 || !bar.reaches(rest[0]! * unit)) return this.left(new Int32Array(0));
    if (few && lookUpCost(parts, 0, few.length) < addCost(parts, 0, this.columnsFrom)) {
      return this.lookUp(this.left(few.slice()), 0);
    }
    const { size } = this.segment.table;
    const sums = clearedSums(size);
    let next = 0;
    for (;;) {
      const until = few && next < this.columnsFrom ? this.columnsFrom : this.turn(next);
      for (; next < until; next++) parts[next]!.list.addGains(sums, this.segment, parts[next]!.gain);
      if (few) return this.lookUp(this.left(few.slice(), sums), next);
      let left = this.collect(sums, next);
      if (!left || lookUpCost(parts, next, left.docs.length) > WORTH) {
        this.raiseByAll(sums);
        left = this.collect(sums, next);
      }
      if (left && lookUpCost(parts, next, left.docs.length) <= addCost(parts, next, parts.length)) {
        return this.lookUp(left, next);
      }
    }
  }

  /**
   * Where to look next whether few are left: once what has none of the terms so far cannot be among the best by far, then
   * whenever the rest is halved, after all lists, after every third of the columns.
   */
  private turn(next: number): number {
    const { parts, rest, columnsFrom, bar, unit } = this;
    if (next >= columnsFrom) return next + Math.ceil((parts.length - next) / 3);
    const likely = Math.max(bar.value / unit, LIKELY * rest[0]!);
    const end = rest.findIndex((most) => most < HALF * (next > 0 ? rest[next]! : likely));
    return end < columnsFrom && addCost(parts, end, columnsFrom) > WORTH ? end : columnsFrom;
  }

  /** @param sums of all documents; else nothing has been added yet. */
  private left(docs: Int32Array, sums?: Int32Array): Left {
    const own = new Int32Array(docs.length);
    if (sums) for (let place = 0; place < docs.length; place++) own[place] = sums[docs[place]!]!;
    return { docs, sums: own, unit: this.unit };
  }

  /** What a document must have in the parts before a place to be among the best. */
  private lowest(next: number): number {
    const { value } = this.bar;
    return Math.max(1, Math.ceil((value - SLACK * (1 + value)) / this.unit) - 1) - this.rest[next]!;
  }

  /** Those that can still be among the best; `undefined` where there are too many to be looked up. */
  private collect(sums: Int32Array, next: number): Left | undefined {
    const { flags } = this;
    const low = this.lowest(next);
    const last = next === this.parts.length;
    if (low <= 0 && !last) return undefined;
    const docs = documentsFrom(sums, low).filter((doc) => flags[doc]);
    return last || docs.length <= sums.length * FEW ? this.left(docs, sums) : undefined;
  }

  /** Adds the parts from a place on to the documents that are left, letting go of those that cannot be among the best. */
  private lookUp({ docs, sums, unit }: Left, from: number): Left {
    let size = docs.length;
    let turn = from === 0 ? this.turn(0) : from;
    for (let next = from; ; next++) {
      if (next === turn || next === this.parts.length) {
        if (size > TOO_MANY * this.bar.limit) {
          this.raise(docs, sums, size);
          size = keep(docs, sums, size, this.lowest(next));
        }
        if (next === this.parts.length) break;
        turn = this.turn(next);
      }
      const { list, gain } = this.parts[next]!;
      list.addGainsTo(sums, docs, size, this.segment, gain);
      size = keep(docs, sums, size, this.lowest(next + 1));
    }
    return { docs: docs.subarray(0, size), sums: sums.subarray(0, size), unit };
  }

  /** Raises the bar by the exact sums of the documents that have most so far. */
  private raiseByAll(sums: Int32Array): void {
    if (!Number.isFinite(this.bar.limit)) return;
    const { flags } = this;
    const best = new BestScores(this.bar.limit);
    eachAbove(sums, 0, (doc) => {
      if (flags[doc]) best.offer(doc, sums[doc]!);
      return Math.max(0, best.bar);
    });
    this.sumUp(best);
  }

  private raise(docs: Int32Array, sums: Int32Array, size: number): void {
    const best = new BestScores(this.bar.limit);
    for (let place = 0; place < size; place++) {
      if (sums[place]! > best.bar) best.offer(docs[place]!, sums[place]!);
    }
    this.sumUp(best);
  }

  private sumUp(best: BestScores): void {
    const { summed } = this;
    const docs = Int32Array.from(best.list(), ({ seq }) => seq)
      .filter((doc) => !summed.has(doc))
      .sort();
    const sums = new Float64Array(docs.length);
    for (const { list, weight } of this.parts) {
      list.addTo(sums, docs, docs.length, this.segment, weight);
    }
    for (const doc of docs) summed.add(doc);
    this.bar.raise(sums);
  }
}

/** Keeps those of the first `size` that have enough, in their order. @returns how many. */
function keep(docs: Int32Array, sums: Int32Array, size: number, low: number): number {
  let kept = 0;
  for (let place = 0; place < size; place++) {
    if (sums[place]! < low) continue;
    docs[kept] = docs[place]!;
    sums[kept++] = sums[place]!;
  }
  return kept;
}

/** In nanoseconds: lists are leapt through, columns read at any place at once. */
function lookUpCost(parts: Part[], from: number, documents: number): number {
  let cost = 0;
  for (const { list } of parts.slice(from)) {
    if (list.column) cost += 2 * documents;
    else cost += list.direct ? 4 * documents : 20 * Math.min(list.size, documents);
  }
  return cost;
}

/** The same for adding all of some lists. */
function addCost(parts: Part[], from: number, to: number): number {
  return parts.slice(from, to).reduce((cost, { list }) => cost + (list.column ? 1 : 3) * list.size, 0);
}
