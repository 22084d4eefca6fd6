import type { Postings } from '../lexical-block.ts';
import { K1 } from '../lexical-terms.ts';
import type { SegmentView } from '../library-view.ts';

/** A list that holds a greater part of the documents than this is kept as a column: one number for every document. */
const COLUMN_SHARE = 1 / 5;

/**
 * Where a term occurs in one segment, in memory: documents, ascending, with their counts; or, for a very frequent term, the
 * count of every document of the segment (`docs` absent), which takes less room and is read at any place at once.
 */
export class TermList {
  /** How many documents hold the term. */
  readonly size: number;
  readonly docs: Int32Array | undefined;
  readonly counts: Uint8Array | Uint16Array;
  private aliveIn: { alive: Uint8Array; count: number } | undefined;
  private highest: { average: number; value: number } | undefined;

  constructor({ docs, counts }: Postings, documents: number) {
    this.size = docs.length;
    const narrow = counts.every((count) => count < 256);
    if (docs.length > documents * COLUMN_SHARE) {
      this.counts = narrow ? new Uint8Array(documents) : new Uint16Array(documents);
      for (let i = 0; i < docs.length; i++) this.counts[docs[i]!] = counts[i]!;
    } else {
      this.docs = docs;
      this.counts = narrow ? Uint8Array.from(counts) : counts;
    }
  }

  get bytes(): number {
    return this.counts.byteLength + (this.docs?.byteLength ?? 0) + 100;
  }

  /** How many of its documents are alive. */
  countAlive({ whole, alive }: Pick<SegmentView, 'whole' | 'alive'>): number {
    if (whole) return this.size;
    if (this.aliveIn?.alive === alive) return this.aliveIn.count;
    const { docs, counts } = this;
    let count = 0;
    if (docs) for (let i = 0; i < docs.length; i++) count += alive[docs[i]!]!;
    else for (let doc = 0; doc < counts.length; doc++) if (counts[doc]) count += alive[doc]!;
    this.aliveIn = { alive, count };
    return count;
  }

  /** No document of the list gains more than this from the term, for a weight of 1. */
  bound(segment: SegmentView, field: 0 | 1 | 2): number {
    const average = segment.averages[field];
    if (this.highest === undefined) {
      const lengths = segment.table.lengths[field];
      const norms = segment.norms[field];
      const { docs, counts } = this;
      let value = 0;
      for (let i = 0; i < counts.length; i++) {
        const share = counts[i]! / (counts[i]! + norms[lengths[docs ? docs[i]! : i]!]!);
        if (share > value) value = share;
      }
      this.highest = { average, value: value * (K1 + 1) };
    }
    // The average length moves a little with every import. A document's share grows by less than the average does.
    return this.highest.value * Math.max(1, average / this.highest.average);
  }

  /** Adds what every document gains: `scores` has a place for each document of the segment. */
  addAll(scores: Float64Array, segment: SegmentView, field: 0 | 1 | 2, weight: number): void {
    const lengths = segment.table.lengths[field];
    const norms = segment.norms[field];
    const { docs, counts } = this;
    const most = weight * (K1 + 1);
    if (docs) {
      for (let i = 0; i < docs.length; i++) {
        const doc = docs[i]!;
        const count = counts[i]!;
        scores[doc]! += (most * count) / (count + norms[lengths[doc]!]!);
      }
    } else {
      for (let doc = 0; doc < counts.length; doc++) {
        const count = counts[doc]!;
        if (count > 0) scores[doc]! += (most * count) / (count + norms[lengths[doc]!]!);
      }
    }
  }

  /**
   * Adds what the first `size` of some documents, ascending, gain: `sums` has a place for each of them. `held` gains the
   * weight where the term occurs at all.
   */
  addTo(
    sums: Float64Array,
    some: Int32Array,
    size: number,
    segment: SegmentView,
    field: 0 | 1 | 2,
    weight: number,
    held?: Float64Array,
  ): void {
    const lengths = segment.table.lengths[field];
    const norms = segment.norms[field];
    const { docs, counts } = this;
    const most = weight * (K1 + 1);
    const add = (place: number, count: number): void => {
      sums[place]! += (most * count) / (count + norms[lengths[some[place]!]!]!);
      if (held) held[place]! += weight;
    };
    if (!docs) {
      for (let place = 0; place < size; place++) {
        const count = counts[some[place]!]!;
        if (count > 0) add(place, count);
      }
      return;
    }
    // The shorter list is walked, the longer one leapt through.
    let at = 0;
    if (docs.length < size) {
      for (let i = 0; i < docs.length && at < size; i++) {
        at = leap(some, at, size, docs[i]!);
        if (at < size && some[at] === docs[i]) add(at, counts[i]!);
      }
    } else {
      for (let place = 0; place < size && at < docs.length; place++) {
        at = leap(docs, at, docs.length, some[place]!);
        if (at < docs.length && docs[at] === some[place]) add(place, counts[at]!);
      }
    }
  }
}

/** The first place from `at` whose number is not below `sought`: in steps that double, then by halves. */
function leap(numbers: Int32Array, at: number, end: number, sought: number): number {
  if (at >= end || numbers[at]! >= sought) return at;
  let step = 1;
  let low = at;
  while (low + step < end && numbers[low + step]! < sought) {
    low += step;
    step *= 2;
  }
  let high = Math.min(end, low + step);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < sought) low = middle;
    else high = middle;
  }
  return high;
}
