import { assembleModule, constant, openModule, unsigned, V128 } from './assemble-module.ts';

/** Documents that one turn of the loop looks at. */
const STEP = 16;
/** Documents after which what is asked for may be raised. */
const CHUNK = 16_384;
/** The end of what was found stands at 0, the sums from here on. */
const FIRST = 64;
const PAGE = 65_536;

const { memory, scan } = openModule(assemble());

/**
 * A sum for each of so many documents, all 0. There is one memory for all searches: nothing may wait while it is in use, and
 * asking again takes it away from whoever asked before.
 */
export function clearedSums(size: number): Int32Array {
  const end = foundFrom(size) + 4 * (wholeSteps(size) + STEP);
  if (end > memory.buffer.byteLength) memory.grow(Math.ceil((end - memory.buffer.byteLength) / PAGE));
  return new Int32Array(memory.buffer, FIRST, wholeSteps(size)).fill(0).subarray(0, size);
}

/** Documents whose sum in `clearedSums` is `low` or more, ascending: true until the next scan. */
export function documentsFrom(sums: Int32Array, low: number): Int32Array {
  return look(sums.length, 0, sums.length, low);
}

/**
 * Calls for each document whose sum is greater than that of the last call's answer.
 * @param offer answers what the next must exceed.
 */
export function eachAbove(sums: Int32Array, low: number, offer: (doc: number) => number): void {
  let least = low;
  for (let from = 0; from < sums.length; from += CHUNK) {
    for (const doc of look(sums.length, from, Math.min(sums.length, from + CHUNK), least + 1)) {
      if (sums[doc]! > least) least = offer(doc);
    }
  }
}

function look(size: number, from: number, to: number, low: number): Int32Array {
  const out = foundFrom(size);
  scan(FIRST + 4 * from, FIRST + 4 * wholeSteps(to), low, out, from);
  const end = new Int32Array(memory.buffer, 0, 1)[0]!;
  const found = new Int32Array(memory.buffer, out, (end - out) / 4);
  // The last step may look beyond the last document, or into the next chunk.
  let count = found.length;
  while (count > 0 && found[count - 1]! >= to) count--;
  return found.subarray(0, count);
}

function wholeSteps(size: number): number {
  return Math.ceil(size / STEP) * STEP;
}

function foundFrom(size: number): number {
  return FIRST + 4 * wholeSteps(size);
}

/**
 * Four sums at a time, in WebAssembly:
 *
 *   do {
 *     if (any of 16 sums >= low) for each of them { *out = doc; if (sum >= low) out += 4; doc += 1 }
 *     sums += 64; doc += 16
 *   } while (sums < end)
 *   *0 = out
 */
function assemble(): object {
  const [sums, end, low, out, doc, lowest] = [0, 1, 2, 3, 4, 5];
  const get = (local: number) => [0x20, local];
  const set = (local: number) => [0x21, local];
  const simd = (code: number) => [0xfd, ...unsigned(code)];
  const more = (local: number, by: number) => [...get(local), ...constant(by), 0x6a, ...set(local)];
  const four = (place: number) => [
    ...[...get(sums), ...simd(0x00), 2, ...unsigned(16 * place), ...get(lowest), ...simd(0x3f)],
    ...(place > 0 ? simd(0x50) : []),
  ];
  const one = (place: number) => [
    ...[...get(out), ...get(doc), ...constant(place), 0x6a, 0x36, 2, 0],
    ...[...get(out), ...get(sums), 0x28, 2, ...unsigned(4 * place), ...get(low), 0x4e],
    ...[...constant(2), 0x74, 0x6a, ...set(out)],
  ];
  const code = [
    ...[...get(low), ...simd(0x11), ...set(lowest)],
    ...[0x03, 0x40],
    ...[...[0, 1, 2, 3].flatMap(four), ...simd(0x53), 0x04, 0x40],
    ...[...Array.from({ length: STEP }, (_, place) => one(place)).flat(), 0x0b],
    ...[...more(sums, 4 * STEP), ...more(doc, STEP)],
    ...[...get(sums), ...get(end), 0x49, 0x0d, 0, 0x0b],
    ...[...constant(0), ...get(out), 0x36, 2, 0],
  ];
  return assembleModule({ parameters: 5, locals: [{ count: 1, type: V128 }], code });
}
