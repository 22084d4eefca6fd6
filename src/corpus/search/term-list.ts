import type { Postings } from '../lexical-block.ts';
import { K1 } from '../lexical-terms.ts';
import type { SegmentView } from '../library-view.ts';

/** A list that holds a greater part of the documents than this is kept as a column: one number for every document. */
const COLUMN_SHARE = 1 / 5;
/** Gains are rounded up to so many steps. */
export const STEPS = 255;
/** Gains are worked out anew when the average length has moved by more than this. */
const DRIFT = 0.02;

type Field = 0 | 1 | 2;

/** What a list's documents gain from the term, in steps of the most that one gains: never less than it is. */
interface Gains {
  steps: Uint8Array;
  /** For a weight of 1. */
  most: number;
  average: number;
}

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
  private known: Gains | undefined;

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

  /** With the steps, which every list gets when it is first asked. */
  get bytes(): number {
    return this.counts.byteLength + this.counts.length + (this.docs?.byteLength ?? 0) + 100;
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
  bound(segment: SegmentView, field: Field): number {
    const { most, average } = this.gains(segment, field);
    // The average length moves a little with every import. A document's share grows by less than the average does.
    return most * Math.max(1, segment.averages[field] / average);
  }

  private gains(segment: SegmentView, field: Field): Gains {
    const average = segment.averages[field];
    if (this.known && Math.abs(average / this.known.average - 1) <= DRIFT) return this.known;
    const lengths = segment.table.lengths[field];
    const norms = segment.norms[field];
    const { docs, counts } = this;
    const shares = new Float32Array(counts.length);
    let most = 0;
    for (let i = 0; i < counts.length; i++) {
      const count = counts[i]!;
      if (count === 0) continue;
      const share = count / (count + norms[lengths[docs ? docs[i]! : i]!]!);
      shares[i] = share;
      if (share > most) most = share;
    }
    const steps = this.known?.steps ?? new Uint8Array(counts.length);
    // A little more, since a share of 32 bits can be less than it was.
    const times = (STEPS / most) * (1 + 1e-6);
    for (let i = 0; i < shares.length; i++) steps[i] = Math.min(STEPS, Math.ceil(shares[i]! * times));
    this.known = { steps, most: most * (K1 + 1), average };
    return this.known;
  }

  /** Adds the steps, `each` for one of them: `sums` has a place for each document of the segment. Asked after `bound`. */
  addSteps(sums: Int32Array, each: number): void {
    const { docs } = this;
    const { steps } = this.known!;
    if (docs) for (let i = 0; i < docs.length; i++) sums[docs[i]!]! += Math.imul(each, steps[i]!);
    else for (let doc = 0; doc < steps.length; doc++) sums[doc]! += Math.imul(each, steps[doc]!);
  }

  /** The same for the first `size` of some documents, ascending: `sums` has a place for each of them. */
  addStepsTo(sums: Int32Array, some: Int32Array, size: number, each: number): void {
    const { docs } = this;
    const { steps } = this.known!;
    if (docs) {
      common(docs, docs.length, some, size, (at, place) => {
        sums[place]! += Math.imul(each, steps[at]!);
      });
    } else {
      for (let place = 0; place < size; place++) sums[place]! += Math.imul(each, steps[some[place]!]!);
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
    field: Field,
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
    if (docs) {
      common(docs, docs.length, some, size, (at, place) => add(place, counts[at]!));
      return;
    }
    for (let place = 0; place < size; place++) {
      const count = counts[some[place]!]!;
      if (count > 0) add(place, count);
    }
  }
}

/** Calls for each number that both lists hold, ascending: the shorter list is walked, the longer one leapt through. */
function common(
  a: Int32Array,
  aSize: number,
  b: Int32Array,
  bSize: number,
  found: (inA: number, inB: number) => void,
): void {
  let i = 0;
  let j = 0;
  while (i < aSize && j < bSize) {
    if (a[i]! < b[j]!) i = leap(a, i, aSize, b[j]!);
    else if (a[i]! > b[j]!) j = leap(b, j, bSize, a[i]!);
    else found(i++, j++);
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
