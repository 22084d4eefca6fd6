/** A number as a text states it, with its value as a plain decimal string (`5000`, `0.2`). */
export interface StatedNumber {
  quote: string;
  value: string;
}

const CHINESE_DIGITS: Record<string, number> = {
  ...Object.fromEntries([...'零一二三四五六七八九'].map((character, digit) => [character, digit])),
  ...Object.fromEntries([...'〇壹贰叁肆伍陆柒捌玖'].map((character, digit) => [character, digit])),
  两: 2,
};
const CHINESE_UNITS: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
/** 千 only before 元: 5千克 is a measure. */
const ARABIC_UNITS: Record<string, number> = { 千: 3, 万: 4, 亿: 8 };
const ARABIC = String.raw`\d+(?:[,，]\d{3})*(?:\.\d+)?`;
const CHINESE =
  '[〇零一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾两][〇零一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟两]*';
const MEASURES =
  '元|圆|角|分|万|亿|日|天|个|月|年|次|倍|名|人|件|批|公斤|千克|克|吨|升|平方米|米|小时|％|%|成|家|瓶|条|台|套|份';
const PATTERN = new RegExp(
  String.raw`([百千])分之(${CHINESE}|${ARABIC})|(${ARABIC})\s*([万亿]|千(?=元))?\s*([%％‰])?|(${CHINESE})(?=${MEASURES})`,
  'g',
);

/**
 * Every number that a text states, in Arabic or Chinese numerals, with 万, 亿, per cent and per mille worked in.
 * Chinese numerals count only before a measure word, so that 一般 and 统一 are not numbers.
 */
export function numbersInText(text: string): StatedNumber[] {
  return [...text.normalize('NFKC').matchAll(PATTERN)].map((match) => {
    const [quote, part, share, arabic, unit, sign, chinese] = match;
    if (share) return { quote, value: scaled(plain(share), part === '千' ? -3 : -2) };
    const power = (unit ? ARABIC_UNITS[unit]! : 0) - (sign === '‰' ? 3 : sign ? 2 : 0);
    return { quote, value: scaled(plain(arabic ?? chinese!), power) };
  });
}

function plain(numeral: string): string {
  return /^\d/.test(numeral) ? numeral.replace(/[,，]/g, '') : String(chineseValue(numeral));
}

/** 六十四 → 64, 二〇二五 → 2025. */
export function chineseValue(numeral: string): number {
  if (!/[十拾百佰千仟万亿]/.test(numeral)) {
    return Number([...numeral].map((character) => CHINESE_DIGITS[character]).join(''));
  }
  const large = /^(.*)亿(.*)$/.exec(numeral) ?? /^(.*)万(.*)$/.exec(numeral);
  if (large) {
    const [, high = '', low = ''] = large;
    return (
      chineseValue(high) * (numeral.includes('亿') ? 100_000_000 : 10_000) + (low ? chineseValue(low) : 0)
    );
  }
  let total = 0;
  let digit: number | undefined;
  for (const character of numeral) {
    const unit = CHINESE_UNITS[character];
    if (unit === undefined) digit = CHINESE_DIGITS[character]!;
    else {
      total += (digit ?? 1) * unit;
      digit = undefined;
    }
  }
  return total + (digit ?? 0);
}

/** Moves the decimal point of a plain decimal string; no binary fractions. */
function scaled(decimal: string, power: number): string {
  const [whole = '0', part = ''] = decimal.split('.');
  const digits = whole + part;
  const point = whole.length + power;
  const padded = point < 0 ? '0'.repeat(-point) + digits : digits.padEnd(Math.max(point, digits.length), '0');
  const at = Math.max(point, 0);
  const left = padded.slice(0, at).replace(/^0+(?=\d)/, '') || '0';
  const right = padded.slice(at).replace(/0+$/, '');
  return right ? `${left}.${right}` : left;
}
