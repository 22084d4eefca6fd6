/** Vectors are kept as whole numbers up to this: pgvector reads them five times as fast, and half precision holds them. */
const SCALE = 4096;

/** A vector of unit length as the whole numbers that are kept of it; only its direction counts. */
export function wholeNumbers(vector: Float32Array): Int16Array {
  const numbers = new Int16Array(vector.length);
  for (let i = 0; i < vector.length; i++) {
    const value = vector[i]!;
    if (Number.isFinite(value)) numbers[i] = Math.round(value * SCALE);
  }
  return numbers;
}

/** As pgvector reads it. */
export function vectorText(numbers: Int16Array): string {
  return `[${numbers.join(',')}]`;
}

/** What `halfvec_send` writes after its head of four bytes: half-precision numbers, the highest byte first. */
export function readHalves(bytes: Uint8Array): Int16Array {
  integers ??= Int16Array.from({ length: 2 ** 16 }, (_, half) => halfToInteger(half));
  const numbers = new Int16Array((bytes.length - 4) / 2);
  for (let i = 0; i < numbers.length; i++) {
    numbers[i] = integers[(bytes[4 + 2 * i]! << 8) | bytes[5 + 2 * i]!]!;
  }
  return numbers;
}

/** What each of the halves is as a whole number. */
let integers: Int16Array | undefined;

function halfToInteger(half: number): number {
  const exponent = (half >> 10) & 31;
  if (exponent === 0) return 0;
  const size = (1 + (half & 1023) / 1024) * 2 ** (exponent - 15);
  return Math.round(half & 0x8000 ? -size : size);
}
