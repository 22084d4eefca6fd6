/** An exact number: `over` divided by `under`, which is above zero. Percentages and shares are reckoned in it. */
export interface Fraction {
  over: bigint;
  under: bigint;
}

export const ZERO: Fraction = { over: 0n, under: 1n };

/** A decimal exactly as written: `0.3` is three tenths. Throws RangeError on anything but a decimal number. */
export function fraction(value: number | string): Fraction {
  const text = String(value).trim();
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d{1,3}))?$/.exec(text);
  if (!match) throw new RangeError(`不是十进制数：${value}`);
  const decimals = match[3] ?? '';
  const digits = BigInt(`${match[1]}${match[2]}${decimals}`);
  const power = Number(match[4] ?? 0) - decimals.length;
  return power >= 0
    ? { over: digits * 10n ** BigInt(power), under: 1n }
    : { over: digits, under: 10n ** BigInt(-power) };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return a.under === b.under
    ? { over: a.over + b.over, under: a.under }
    : { over: a.over * b.under + b.over * a.under, under: a.under * b.under };
}

export function multiplied(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.over, under: a.under * b.under };
}

/** Below zero, zero, above zero: as for sorting. */
export function compareFractions(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const [left, right] = [a.over * b.under, b.over * a.under];
  return left < right ? -1 : left > right ? 1 : 0;
}

export function lesser(a: Fraction, b: Fraction): Fraction {
  return compareFractions(a, b) <= 0 ? a : b;
}

export function greater(a: Fraction, b: Fraction): Fraction {
  return compareFractions(a, b) >= 0 ? a : b;
}

/** The whole number below or at a number that is not negative, and whether nothing was cut off. Throws beyond safe numbers. */
export function wholeBelow({ over, under }: Fraction): { whole: number; exact: boolean } {
  const whole = Number(over / under);
  if (over < 0n || !Number.isSafeInteger(whole)) throw new RangeError('数额超出可以精确计算的范围');
  return { whole, exact: over % under === 0n };
}

/** `34`, `7.5`: as a decimal of at most six places. */
export function decimalText({ over, under }: Fraction): string {
  const millionths = (over * 1_000_000n) / under;
  const sign = millionths < 0n ? '-' : '';
  const digits = String(millionths < 0n ? -millionths : millionths).padStart(7, '0');
  return `${sign}${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, '');
}
