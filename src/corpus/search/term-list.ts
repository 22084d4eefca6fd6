import type { DocTable } from '../doc-table.ts';
import type { Postings } from '../lexical-block.ts';
import { K1 } from '../lexical-terms.ts';
import type { SegmentView } from '../library-view.ts';
import { CLASSES, COUNTED, gainShares, lengthClasses } from './length-classes.ts';

/** A list that holds a greater part of the documents than this is kept as a column: one number for every document. */
const COLUMN_SHARE = 1 / 4;
/** A list that holds a greater part than this also has a bit for every document: it is read at any place at once. */
const BITS_SHARE = 1 / 32;
/** The bits are made once more than this part of a list's number are looked up. */
const FEW_OF = 1 / 32;
/** Documents are numbered anew after so many, in two bytes. */
const PAGE = 65_536;

type Field = 0 | 1 | 2;

/**
 * Where a term occurs in one segment, in memory: documents, ascending, with their counts, three bytes each; or, for a very
 * frequent term, the count of every document of the segment (`column`), which takes less room and is read at any place at
 * once.
 */
export class TermList {
  /** How many documents hold the term. */
  readonly size: number;
  readonly column: boolean;
  private readonly field: Field;
  /** Numbers of documents within their page, and where each page begins. Both empty for a column. */
  private readonly docs: Uint16Array;
  private readonly pages: Int32Array;
  /** No more than COUNTED + 1; what is more stands in `many`, by its place. */
  private readonly counts: Uint8Array;
  private readonly many = new Map<number, number>();
  /** For each count the least class of length that occurs with it. */
  private readonly least: Uint8Array;
  /** A bit for every document, where they are many. Made when first needed. */
  readonly direct: boolean;
  private readonly of: number;
  private bits: Bits | undefined;
  private aliveIn: { alive: Uint8Array; count: number } | undefined;

  constructor({ docs, counts }: Postings, table: DocTable, field: Field) {
    this.size = docs.length;
    this.field = field;
    this.column = docs.length > table.size * COLUMN_SHARE;
    this.of = table.size;
    this.direct = !this.column && docs.length > table.size * BITS_SHARE;
    this.counts = new Uint8Array(this.column ? table.size : docs.length);
    this.docs = new Uint16Array(this.column ? [] : docs);
    this.pages = new Int32Array(this.column ? 0 : Math.ceil(table.size / PAGE) + 1);
    const classes = lengthClasses(table, field).of;
    const least = new Int32Array(COUNTED + 2).fill(CLASSES);
    for (let i = 0; i < docs.length; i++) {
      const doc = docs[i]!;
      const count = Math.min(counts[i]!, COUNTED + 1);
      const place = this.column ? doc : i;
      if (count > COUNTED) this.many.set(place, counts[i]!);
      this.counts[place] = count;
      if (classes[doc]! < least[count]!) least[count] = classes[doc]!;
    }
    for (let page = 1, end = 0; page < this.pages.length; page++) {
      end = leap(docs, end, docs.length, page * PAGE);
      this.pages[page] = end;
    }
    const last = least.findLastIndex((one) => one < CLASSES);
    this.least = Uint8Array.from(least.subarray(0, last + 1), (one) => Math.min(one, CLASSES - 1));
  }

  get bytes(): number {
    const { counts, docs, pages, many } = this;
    const bits = this.direct ? Bits.bytes(this.of) : 0;
    return counts.byteLength + docs.byteLength + pages.byteLength + bits + 40 * many.size + 300;
  }

  /** How many of its documents are alive. */
  countAlive({ whole, alive }: Pick<SegmentView, 'whole' | 'alive'>): number {
    if (whole) return this.size;
    if (this.aliveIn?.alive === alive) return this.aliveIn.count;
    const { docs, pages, counts } = this;
    let count = 0;
    if (this.column) for (let doc = 0; doc < counts.length; doc++) if (counts[doc]) count += alive[doc]!;
    for (let page = 0; page + 1 < pages.length; page++) {
      const from = page * PAGE;
      for (let i = pages[page]!; i < pages[page + 1]!; i++) count += alive[from + docs[i]!]!;
    }
    this.aliveIn = { alive, count };
    return count;
  }

  /** No document of the list gains more than this from the term, for a weight of 1. */
  bound(segment: SegmentView): number {
    const shares = gainShares(segment, this.field);
    let most = 0;
    for (let count = 1; count < this.least.length; count++) {
      most = Math.max(most, shares[count * CLASSES + this.least[count]!]!);
    }
    return most * (K1 + 1);
  }

  /**
   * What the whole share of a document counts, in units: what it gains at most is so much of it, rounded up.
   * @param unit so small that no sum of what is added exceeds 31 bits.
   */
  gain(weight: number, unit: number): number {
    return (weight * (K1 + 1) * (1 + 1e-12)) / unit;
  }

  /** Adds what every document gains at most: `sums` has a place for each document of the segment. */
  addGains(sums: Int32Array, segment: SegmentView, gain: number): void {
    const classes = lengthClasses(segment.table, this.field).of;
    const { docs, pages, counts } = this;
    const shares = gainShares(segment, this.field);
    // A short list is not worth a table.
    const short = this.size < this.least.length * CLASSES;
    const gains = new Int32Array(short ? 0 : this.least.length * CLASSES);
    for (let i = CLASSES; i < gains.length; i++) gains[i] = Math.ceil(gain * shares[i]!);
    if (this.column) {
      for (let doc = 0; doc < counts.length; doc++) {
        const which = counts[doc]! * CLASSES + classes[doc]!;
        sums[doc]! += short ? Math.ceil(gain * shares[which]!) : gains[which]!;
      }
    }
    for (let page = 0; page + 1 < pages.length; page++) {
      const from = page * PAGE;
      const end = pages[page + 1]!;
      for (let i = pages[page]!; i < end; i++) {
        const doc = from + docs[i]!;
        const which = counts[i]! * CLASSES + classes[doc]!;
        sums[doc]! += short ? Math.ceil(gain * shares[which]!) : gains[which]!;
      }
    }
  }

  /** The same for the first `size` of some documents, ascending: `sums` has a place for each of them. */
  addGainsTo(sums: Int32Array, some: Int32Array, size: number, segment: SegmentView, gain: number): void {
    const classes = lengthClasses(segment.table, this.field).of;
    const shares = gainShares(segment, this.field);
    const { counts } = this;
    if (this.column) {
      for (let place = 0; place < size; place++) {
        const doc = some[place]!;
        sums[place]! += Math.ceil(gain * shares[counts[doc]! * CLASSES + classes[doc]!]!);
      }
      return;
    }
    this.among(some, size, (at, place) => {
      sums[place]! += Math.ceil(gain * shares[counts[at]! * CLASSES + classes[some[place]!]!]!);
    });
  }

  /**
   * Adds exactly what the first `size` of some documents, ascending, gain: `sums` has a place for each of them. `held` gains
   * the weight where the term occurs at all.
   */
  addTo(
    sums: Float64Array,
    some: Int32Array,
    size: number,
    segment: SegmentView,
    weight: number,
    held?: Float64Array,
  ): void {
    const lengths = segment.table.lengths[this.field];
    const norms = segment.norms[this.field];
    const { counts, many } = this;
    const most = weight * (K1 + 1);
    const add = (at: number, place: number): void => {
      const count = counts[at]! > COUNTED ? many.get(at)! : counts[at]!;
      sums[place]! += (most * count) / (count + norms[lengths[some[place]!]!]!);
      if (held) held[place]! += weight;
    };
    if (!this.column) this.among(some, size, add);
    else for (let place = 0; place < size; place++) if (counts[some[place]!]) add(some[place]!, place);
  }

  /** Calls for each of some documents that the list holds: the shorter one is walked, the longer one leapt through. */
  private among(some: Int32Array, size: number, found: (at: number, place: number) => void): void {
    const { docs, pages } = this;
    if (this.direct && (this.bits || size > FEW_OF * this.size)) {
      this.bits ??= new Bits(docs, pages, this.of);
      this.bits.among(some, size, found);
      return;
    }
    let place = 0;
    while (place < size) {
      const page = some[place]! >> 16;
      const from = page * PAGE;
      const end = pages[page + 1]!;
      const last = leap(some, place, size, from + PAGE);
      let at = pages[page]!;
      while (at < end && place < last) {
        const sought = some[place]! - from;
        if (docs[at]! < sought) at = seek(docs, at, end, sought);
        else if (docs[at]! > sought) place = leap(some, place, last, from + docs[at]!);
        else found(at++, place++);
      }
      place = last;
    }
  }
}

/** Which documents a list holds, and at which place of the list: a bit for each, and how many come before each 32 of them. */
class Bits {
  private readonly bits: Int32Array;
  /** Of the same page. */
  private readonly before: Uint16Array;
  private readonly pages: Int32Array;

  constructor(docs: Uint16Array, pages: Int32Array, size: number) {
    const words = Math.ceil(size / 32);
    this.bits = new Int32Array(words);
    this.before = new Uint16Array(words);
    this.pages = pages;
    for (let page = 0; page + 1 < pages.length; page++) {
      const first = page * (PAGE / 32);
      for (let i = pages[page]!; i < pages[page + 1]!; i++)
        this.bits[first + (docs[i]! >> 5)]! |= 1 << docs[i]!;
      let sum = 0;
      for (let word = first; word < Math.min(words, first + PAGE / 32); word++) {
        this.before[word] = sum;
        sum += ones(this.bits[word]!);
      }
    }
  }

  static bytes(size: number): number {
    return Math.ceil(size / 32) * 6;
  }

  among(some: Int32Array, size: number, found: (at: number, place: number) => void): void {
    const { bits, before, pages } = this;
    for (let place = 0; place < size; place++) {
      const doc = some[place]!;
      const word = bits[doc >> 5]!;
      const bit = 1 << doc;
      if (word & bit) found(pages[doc >> 16]! + before[doc >> 5]! + ones(word & (bit - 1)), place);
    }
  }
}

/** How many of 32 bits are set. */
function ones(word: number): number {
  let sum = word - ((word >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The same as `leap` within a page, from where the number would stand if all were spread evenly: few places are read. */
function seek(docs: Uint16Array, at: number, end: number, sought: number): number {
  const first = docs[at]!;
  const guess = at + Math.floor(((end - at) * (sought - first)) / (PAGE - first));
  if (docs[guess]! < sought) return leap(docs, guess, end, sought);
  let step = 4;
  while (guess - step > at && docs[guess - step]! >= sought) step *= 2;
  return leap(docs, Math.max(at, guess - step), end, sought);
}

/** The first place from `at` whose number is not below `sought`: in steps that double, then by halves. */
function leap(numbers: Int32Array | Uint16Array, at: number, end: number, sought: number): number {
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
