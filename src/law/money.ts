/** Money is counted in whole fen (1/100 yuan), so that no sum, multiple or comparison is ever rounded silently. */
export type Fen = number;

/**
 * Fen from a sum in yuan. Accepts a JSON number or a decimal string with at most two decimals.
 * Throws RangeError on anything else, so that 0.005 yuan is never rounded away.
 */
export function fen(yuan: number | string): Fen {
  // Whole sums are most of them, and need no reading.
  if (typeof yuan === 'number' && Number.isSafeInteger(yuan * 100) && Number.isInteger(yuan))
    return yuan * 100 + 0;
  const text = typeof yuan === 'number' ? yuan.toString() : yuan.replaceAll(',', '').trim();
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text);
  if (!match) throw new RangeError(`不是精确到分的金额：${yuan}`);
  const value = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  if (!Number.isSafeInteger(value)) throw new RangeError(`金额过大：${yuan}`);
  return match[1] ? -value : value;
}

/** The sum in yuan as an exact decimal string: `2051.94`, `8000`. */
export function yuanText(amount: Fen): string {
  const sign = amount < 0 ? '-' : '';
  const abs = Math.abs(amount);
  const cents = abs % 100;
  const whole = (abs - cents) / 100;
  return `${sign}${whole}${cents ? `.${String(cents).padStart(2, '0').replace(/0$/, '')}` : ''}`;
}

/** `8,000 元`, `2,051.94 元`: for pages and reasons. */
export function yuan(amount: Fen): string {
  const [whole = '0', cents] = yuanText(amount).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${grouped}${cents ? `.${cents.padEnd(2, '0')}` : ''} 元`;
}

/**
 * `amount` × `factor`, exact; `factor` is a decimal such as 1.5 or "0.2". The result is in fen and may carry
 * a fraction of a fen as `{ fen, exact: false }`, rounded down (a rounding is never in the agency's favour).
 */
export function times(amount: Fen, factor: number | string): { fen: Fen; exact: boolean } {
  const text = String(factor);
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) throw new RangeError(`不是十进制倍数：${factor}`);
  const scale = 10n ** BigInt((match[2] ?? '').length);
  const product = BigInt(amount) * BigInt(match[1]! + (match[2] ?? ''));
  return { fen: Number(product / scale), exact: product % scale === 0n };
}
