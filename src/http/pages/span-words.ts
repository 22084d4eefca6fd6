import { baseName, type FineRange, rangeText, resolveRange } from '../../law/fine-range.ts';

type Span = { [Key in keyof FineRange]?: FineRange[Key] | undefined };

/** A span of fines in words: yuan, or multiples of its base, whose name `of` gives where it is none of ours. */
export function spanWords(fine: Span, of?: string): string {
  const plain = withoutGaps(fine);
  const base = of ?? baseName(plain);
  if (!base || plain.each) {
    const { baseFactor: _, each, ...sums } = plain;
    const range = resolveRange(sums, {});
    return range ? `${each ? `每${each} ` : ''}${rangeText(range)}` : '';
  }
  const low =
    fine.min === undefined
      ? ''
      : `${times(fine.min)}以上${fine.minInclusive === false ? '（不含本数）' : ''}`;
  const high =
    fine.max === undefined
      ? ''
      : `${times(fine.max)}以下${fine.maxInclusive === false ? '（不含本数）' : ''}`;
  return `${base}的 ${[low, high].filter(Boolean).join('、')}`;
}

/** 0.5 → 50%, as statutes say it; 3 → 3 倍. */
function times(side: number | string): string {
  const value = Number(side);
  return value > 0 && value < 1 ? `${Number((value * 100).toFixed(4))}%` : `${side} 倍`;
}

/** The same span with the sides that are open left out, not set to undefined. */
function withoutGaps(fine: Span): FineRange {
  return Object.fromEntries(Object.entries(fine).filter(([, value]) => value !== undefined));
}
