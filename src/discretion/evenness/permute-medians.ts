import { quartilesOf } from './quartiles-of.ts';

/** Draws are cut into slices, so that a large question does not hold the service. */
const SLICE = 50_000;

/**
 * Permutation test of the difference of two medians: how often chance alone parts the same values into groups of the same
 * sizes whose medians lie as far apart. Two-sided, (hits + 1) ÷ (draws + 1) (Fisher 1935; Phipson and Smyth 2010).
 * The draws are the same at every call and the values are ordered first: equal cases get equal answers.
 */
export async function permuteMedians(
  group: readonly number[],
  rest: readonly number[],
  options: { draws: number; signal?: AbortSignal },
): Promise<{ difference: number; p: number }> {
  const difference = quartilesOf(group).median - quartilesOf(rest).median;
  const all = Float64Array.from([...group, ...rest]).sort();
  const chosen = new Uint8Array(all.length);
  const order = Uint32Array.from(all, (_, index) => index);
  const random = generator(all.length * 31 + group.length);
  const [own, other] = [placesOf(group.length), placesOf(rest.length)];
  let hits = 0;
  let work = 0;
  for (let draw = 0; draw < options.draws; draw += 1) {
    pick(order, chosen, group.length, random);
    if (Math.abs(medianDifference(all, chosen, own, other)) >= Math.abs(difference) - 1e-12) hits += 1;
    work += all.length;
    if (work >= SLICE) {
      work = 0;
      await new Promise((resolve) => setImmediate(resolve));
      options.signal?.throwIfAborted();
    }
  }
  return { difference, p: (hits + 1) / (options.draws + 1) };
}

/** Marks `count` of all, each choice as likely as any other (Fisher and Yates, cut short). */
function pick(order: Uint32Array, chosen: Uint8Array, count: number, random: () => number): void {
  chosen.fill(0);
  for (let index = 0; index < count; index += 1) {
    const other = index + Math.floor(random() * (order.length - index));
    const held = order[other] ?? 0;
    order[other] = order[index] ?? 0;
    order[index] = held;
    chosen[held] = 1;
  }
}

/** The two middle places of so many ordered values; one twice when their number is odd. */
function placesOf(count: number): [number, number] {
  return [Math.floor((count - 1) / 2), Math.ceil((count - 1) / 2)];
}

function medianDifference(
  ordered: Float64Array,
  chosen: Uint8Array,
  own: [number, number],
  other: [number, number],
): number {
  let [seenOwn, seenOther, sumOwn, sumOther] = [0, 0, 0, 0];
  for (let index = 0; index < ordered.length; index += 1) {
    const value = ordered[index] ?? 0;
    if (chosen[index] === 1) {
      if (seenOwn === own[0]) sumOwn += value;
      if (seenOwn === own[1]) sumOwn += value;
      seenOwn += 1;
    } else {
      if (seenOther === other[0]) sumOther += value;
      if (seenOther === other[1]) sumOther += value;
      seenOther += 1;
    }
  }
  return (sumOwn - sumOther) / 2;
}

/** Mulberry32: a small generator of even numbers from 0 to 1, the same for the same seed. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
