/** Zero crossings of the filter on each side: enough that nothing audible folds back. */
const CROSSINGS = 16;
/** The passed band as a share of the narrower of the two. */
const PASSED = 0.92;

/** Turns samples of one channel from one rate into another, piece by piece. */
export interface Resampler {
  /** The samples that are settled by what has come in so far. */
  push(input: Float32Array): Float32Array;
  /** What is left at the end. */
  end(): Float32Array;
}

/** A polyphase filter: a sinc under a Hann window, one set of weights for each place between two input samples. */
export function makeResampler(from: number, to: number): Resampler {
  const divisor = gcd(from, to);
  const up = to / divisor;
  const down = from / divisor;
  const half = Math.ceil(CROSSINGS * Math.max(1, from / to));
  const weights = weightsOf(up, half, PASSED * Math.min(1, to / from));
  const taps = 2 * half;
  // Half a filter of silence before the first sample, so that it keeps its place.
  let kept = new Float32Array(half - 1);
  let first = -(half - 1);
  let next = 0;
  let seen = 0;

  const settle = (input: Float32Array, until: number): Float32Array => {
    const joined = new Float32Array(kept.length + input.length);
    joined.set(kept);
    joined.set(input, kept.length);
    const end = first + joined.length;
    const out: number[] = [];
    for (; next < until; next += 1) {
      const place = Math.floor((next * down) / up);
      if (place + half >= end) break;
      const row = ((next * down) % up) * taps;
      const start = place - half + 1 - first;
      let sum = 0;
      for (let tap = 0; tap < taps; tap += 1) sum += joined[start + tap]! * weights[row + tap]!;
      out.push(sum);
    }
    const needed = Math.floor((next * down) / up) - half + 1;
    const cut = Math.max(0, Math.min(joined.length, needed - first));
    kept = joined.slice(cut);
    first += cut;
    return Float32Array.from(out);
  };

  return {
    push(input) {
      seen += input.length;
      return settle(input, Number.POSITIVE_INFINITY);
    },
    end() {
      return settle(new Float32Array(half + 1), Math.round((seen * up) / down));
    },
  };
}

function weightsOf(up: number, half: number, band: number): Float32Array {
  const weights = new Float32Array(up * 2 * half);
  for (let phase = 0; phase < up; phase += 1) {
    let sum = 0;
    const row = phase * 2 * half;
    for (let tap = 0; tap < 2 * half; tap += 1) {
      const distance = tap - half + 1 - phase / up;
      const window = 0.5 + 0.5 * Math.cos((Math.PI * distance) / half);
      const weight = Math.abs(distance) >= half ? 0 : sinc(distance * band) * window;
      weights[row + tap] = weight;
      sum += weight;
    }
    // Each phase passes a constant unchanged, or a tone would appear that is not in the recording.
    for (let tap = 0; tap < 2 * half; tap += 1) weights[row + tap] = weights[row + tap]! / sum;
  }
  return weights;
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
