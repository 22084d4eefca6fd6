import { BASES, type FineRange, rangeText, resolveRange } from '../../law/fine-range.ts';

type Span = { [Key in keyof FineRange]?: FineRange[Key] | undefined };

/** A span of fines in words: yuan, or multiples of its base, whose name `of` gives where it is none of ours. */
export function spanWords(fine: Span, of?: string): string {
  const base = of ?? (fine.base && BASES[fine.base]);
  if (!base) {
    const range = resolveRange(withoutGaps(fine), {});
    return range ? rangeText(range) : '';
  }
  const low =
    fine.min === undefined ? '' : `${fine.min} 倍以上${fine.minInclusive === false ? '（不含本数）' : ''}`;
  const high =
    fine.max === undefined ? '' : `${fine.max} 倍以下${fine.maxInclusive === false ? '（不含本数）' : ''}`;
  return `${base}的 ${[low, high].filter(Boolean).join('、')}`;
}

/** The same span with the sides that are open left out, not set to undefined. */
function withoutGaps(fine: Span): FineRange {
  return Object.fromEntries(Object.entries(fine).filter(([, value]) => value !== undefined));
}
