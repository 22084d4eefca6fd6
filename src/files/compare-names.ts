const DIGITS: Record<string, number> = Object.fromEntries(
  [...'零一二三四五六七八九'].map((sign, value) => [sign, value]),
);
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const PART = /\d+|[零〇一二两三四五六七八九十百千]+|[^\d零〇一二两三四五六七八九十百千]+/g;

/**
 * The order in which a person reads names: 立案1, 立案2, 立案10; 一、二、十. Folder by folder, numbers by value, all else
 * by code point, so that every machine gives the same order.
 */
export function compareNames(left: string, right: string): number {
  const ours = left.split('/');
  const theirs = right.split('/');
  for (let at = 0; at < Math.min(ours.length, theirs.length); at++) {
    const order = compareSegments(ours[at]!, theirs[at]!);
    if (order !== 0) return order;
  }
  return ours.length - theirs.length || byCodePoint(left, right);
}

function compareSegments(left: string, right: string): number {
  const ours = partsOf(left);
  const theirs = partsOf(right);
  for (let at = 0; at < Math.min(ours.length, theirs.length); at++) {
    const [mine, other] = [ours[at]!, theirs[at]!];
    if (typeof mine === 'number' && typeof other === 'number') {
      if (mine !== other) return mine - other;
    } else if (typeof mine === 'number') return -1;
    else if (typeof other === 'number') return 1;
    else if (mine !== other) return byCodePoint(mine, other);
  }
  return ours.length - theirs.length;
}

const partsOf = (segment: string): (string | number)[] =>
  (segment.normalize('NFKC').match(PART) ?? []).map((part) =>
    /^\d/.test(part) ? Number(part) : (numeralIn(part) ?? part),
  );

/** 十二 → 12, 二〇二四 → 2024; undefined for a text without Chinese numerals. */
function numeralIn(part: string): number | undefined {
  let total = 0;
  let digit: number | undefined;
  for (const sign of part.replaceAll('〇', '零').replaceAll('两', '二')) {
    const value = DIGITS[sign];
    const unit = UNITS[sign];
    if (value !== undefined) digit = (digit ?? 0) * 10 + value;
    else if (unit !== undefined) {
      total += (digit ?? 1) * unit;
      digit = undefined;
    } else return undefined;
  }
  return total + (digit ?? 0);
}

const byCodePoint = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);
