import type { DocTable } from '../doc-table.ts';
import type { SegmentView } from '../library-view.ts';

/** Classes at most: a class is kept in one byte. */
export const CLASSES = 256;
/** A term that a document holds more often than this counts as held without end, where the most is asked for. */
export const COUNTED = 31;

type Field = 0 | 1 | 2;

/** The documents of a segment by their length in one field, the shortest class first. */
interface LengthClasses {
  /** Of each document. */
  of: Uint8Array;
  /** The least length in each class. */
  least: Int32Array;
}

const known = new WeakMap<DocTable, LengthClasses[]>();
const shares = new WeakMap<SegmentView, Float64Array[]>();

/** The class of each document: one for each length that occurs; where these are too many, neighbours share one. */
export function lengthClasses(table: DocTable, field: Field): LengthClasses {
  let found = known.get(table);
  if (!found) {
    found = table.lengths.map(classify);
    known.set(table, found);
  }
  return found[field]!;
}

function classify(lengths: Int32Array): LengthClasses {
  let longest = 0;
  for (let doc = 0; doc < lengths.length; doc++) if (lengths[doc]! > longest) longest = lengths[doc]!;
  const times = new Int32Array(longest + 1);
  for (let doc = 0; doc < lengths.length; doc++) times[lengths[doc]!]!++;
  const distinct = times.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  const room = distinct <= CLASSES ? 0 : lengths.length / (CLASSES - 1);
  const classOf = new Uint8Array(longest + 1);
  const least: number[] = [];
  let before = 0;
  let end = 0;
  for (let length = 0; length <= longest; length++) {
    if (times[length] === 0) continue;
    if (least.length === 0 || before >= end) {
      least.push(length);
      end = room * least.length;
    }
    classOf[length] = least.length - 1;
    before += times[length]!;
  }
  const of = new Uint8Array(lengths.length);
  for (let doc = 0; doc < lengths.length; doc++) of[doc] = classOf[lengths[doc]!]!;
  return { of, least: Int32Array.from(least) };
}

/**
 * What BM25 gives at most, of its factor k1 + 1, for a term held so many times (COUNTED + 1: more often) by a document of a
 * class: at `count * CLASSES + class`.
 */
export function gainShares(segment: SegmentView, field: Field): Float64Array {
  let found = shares.get(segment);
  if (!found) {
    found = ([0, 1, 2] as const).map((one) => workOut(segment, one));
    shares.set(segment, found);
  }
  return found[field]!;
}

function workOut({ table, norms }: SegmentView, field: Field): Float64Array {
  const { least } = lengthClasses(table, field);
  const found = new Float64Array((COUNTED + 2) * CLASSES);
  for (let count = 1; count <= COUNTED + 1; count++) {
    for (const [one, length] of least.entries()) {
      found[count * CLASSES + one] = count > COUNTED ? 1 : count / (count + norms[field][length]!);
    }
  }
  return found;
}
