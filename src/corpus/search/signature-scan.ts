import {
  assembleModule,
  constant,
  I32,
  I64,
  type MachineMemory,
  openModule,
  unsigned,
} from './assemble-module.ts';

/** Of the nearest by the signs of both, so many times as many as wanted are measured with the query's numbers. */
const WIDER = 6;
const modules = new Map<number, object>();

/**
 * The signs of vectors, one bit for each number, and those nearest to a query: first by how many signs differ, a million of
 * 512 bits in 5 ms; the best of these by the sum of the query's numbers, each with the sign that the row has there, which
 * stands nearly as the cosines do. The machine code, in WebAssembly:
 *
 *   do {
 *     if (*flag) { d = popcount(row ^ query), word by word; *out = d; times[d] += 1 }
 *     else *out = 65535
 *     row += stride; flag += 1; out += 2; count -= 1
 *   } while (count)
 */
export class SignatureScan {
  readonly width: number;
  /** Bytes that a row is given as, the first number in the highest bit. */
  readonly bytes: number;
  /** Bytes of a row in memory: whole words. */
  private readonly stride: number;
  /** The query, then how often each distance occurs, then the rows, behind them a flag and a distance for each. */
  private readonly times: number;
  private readonly start: number;
  private readonly memory: MachineMemory;
  private readonly scan: (...numbers: number[]) => void;
  private rows = 0;

  constructor(width: number) {
    this.width = width;
    this.bytes = Math.ceil(width / 8);
    this.stride = Math.ceil(width / 64) * 8;
    this.times = this.stride;
    this.start = this.times + Math.ceil((width + 1) / 2) * 8;
    const words = this.stride / 8;
    const module = modules.get(words) ?? assemble(words);
    modules.set(words, module);
    ({ memory: this.memory, scan: this.scan } = openModule(module));
  }

  get count(): number {
    return this.rows;
  }

  /** Adds a row. */
  append(row: Uint8Array): void {
    const end = this.start + (this.rows + 1) * (this.stride + 3) + 8;
    const lacking = end - this.memory.buffer.byteLength;
    // More than asked for: growing copies everything.
    if (lacking > 0) this.memory.grow(Math.ceil((lacking + this.memory.buffer.byteLength / 8) / 65536));
    const place = new Uint8Array(this.memory.buffer, this.start + this.rows++ * this.stride, this.stride);
    place.fill(0);
    place.set(row);
  }

  /**
   * Some `limit` rows among those flagged, the likely nearest ones, in the order of rows.
   * @param centre what was taken off each vector before its signs were read.
   * @param flags one for each row; rows added later count as not flagged.
   */
  nearest(query: Int16Array, centre: Int16Array, flags: Uint8Array, limit: number): number[] {
    const wide = this.bySigns(query, centre, flags, WIDER * limit);
    const parts = partialSums(query);
    const all = new Uint8Array(this.memory.buffer);
    const sums = new Float64Array(wide.length);
    for (let place = 0; place < wide.length; place++) {
      const at = this.start + wide[place]! * this.stride;
      let sum = 0;
      for (let byte = 0; byte < this.bytes; byte++) sum += parts[(byte << 8) | all[at + byte]!]!;
      sums[place] = sum;
    }
    if (wide.length <= limit) return wide;
    // Numbers alone are sorted several times as fast as rows by their numbers.
    const sorted = sums.slice().sort();
    const bar = sorted[sums.length - limit]!;
    let room = limit - sorted.length + (sorted.findLastIndex((sum) => sum <= bar) + 1);
    return wide.filter((_, place) => sums[place]! > bar || (sums[place] === bar && room-- > 0));
  }

  /** The rows with the fewest signs unlike the query's. */
  private bySigns(query: Int16Array, centre: Int16Array, flags: Uint8Array, limit: number): number[] {
    const count = Math.min(flags.length, this.rows);
    if (count === 0) return [];
    const { buffer } = this.memory;
    const flagsAt = this.start + this.rows * this.stride;
    const outAt = flagsAt + this.rows + (this.rows & 1);
    const asked = new Uint8Array(buffer, 0, this.stride).fill(0);
    for (const [i, value] of query.entries()) {
      if (value > centre[i]!) asked[i >> 3]! |= 128 >> (i & 7);
    }
    const times = new Uint32Array(buffer, this.times, this.width + 1).fill(0);
    new Uint8Array(buffer, flagsAt, count).set(flags.subarray(0, count));
    this.scan(this.start, count, flagsAt, outAt, this.times);
    let bar = 0;
    let nearer = 0;
    while (nearer + times[bar]! < limit && bar < this.width) nearer += times[bar++]!;
    // Of texts that are all alike no more than others.
    let room = limit - nearer;
    const distances = new Uint16Array(buffer, outAt, count);
    const rows: number[] = [];
    for (let row = 0; row < count; row++) {
      const distance = distances[row]!;
      if (distance < bar || (distance === bar && room-- > 0)) rows.push(row);
    }
    return rows;
  }
}

/** For each byte of a row and each value of it, the sum of the query's eight numbers with the signs of its bits. */
function partialSums(query: Int16Array): Float32Array {
  const bytes = Math.ceil(query.length / 8);
  const sums = new Float32Array(bytes * 256);
  for (let byte = 0; byte < bytes; byte++) {
    const at = byte << 8;
    for (let i = 0; i < 8; i++) sums[at]! -= query[8 * byte + i] ?? 0;
    for (let bit = 0; bit < 8; bit++) {
      const twice = 2 * (query[8 * byte + 7 - bit] ?? 0);
      for (let value = 0; value < 1 << bit; value++) {
        sums[at + value + (1 << bit)] = sums[at + value]! + twice;
      }
    }
  }
  return sums;
}

/** The loop for rows of so many words, each word of it written out; the query lies at the beginning of the memory. */
function assemble(words: number): object {
  const [row, count, flag, out, times, distance] = [0, 1, 2, 3, 4, 5];
  const first = 6;
  const list = Array.from({ length: words }, (_, word) => word);
  const get = (local: number) => [0x20, ...unsigned(local)];
  const set = (local: number) => [0x21, ...unsigned(local)];
  const add = 0x6a;
  const more = (local: number, by: number) => [...get(local), ...constant(by), add, ...set(local)];
  const load = (word: number) => [0x29, 3, ...unsigned(8 * word)];
  const differing = (word: number) => [
    ...[...get(row), ...load(word), ...get(first + word)],
    ...[0x85, 0x7b, ...(word > 0 ? [0x7c] : [])],
  ];
  const code = [
    ...list.flatMap((word) => [...constant(0), ...load(word), ...set(first + word)]),
    ...[0x03, 0x40],
    ...[...get(flag), 0x2d, 0, 0, 0x04, 0x40],
    ...[...get(out), ...list.flatMap(differing), 0xa7, 0x22, distance, 0x3b, 1, 0],
    ...[...get(times), ...get(distance), ...constant(2), 0x74, add, 0x22, distance],
    ...[...get(distance), 0x28, 2, 0, ...constant(1), add, 0x36, 2, 0],
    ...[0x05, ...get(out), ...constant(65535), 0x3b, 1, 0, 0x0b],
    ...[...more(row, 8 * words), ...more(flag, 1), ...more(out, 2)],
    ...[...get(count), ...constant(1), 0x6b, 0x22, count, 0x0d, 0, 0x0b],
  ];
  return assembleModule({
    parameters: 5,
    locals: [
      { count: 1, type: I32 },
      { count: words, type: I64 },
    ],
    code,
  });
}
