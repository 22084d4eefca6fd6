import type { Fen } from './money.ts';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const UNITS = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿'];
/** Other ways of writing the same characters that people use in documents. */
const VARIANTS: Record<string, string> = {
  圆: '元',
  正: '整',
  〇: '零',
  百: '佰',
  千: '仟',
  十: '拾',
  两: '贰',
};

/**
 * The capitals of a sum: `陆万元整`, `贰仟零伍拾壹元玖角肆分`. Whole yuan and whole jiao end with 整.
 * Throws RangeError for a negative sum or one that is not whole fen.
 */
export function amountInCapitals(amount: Fen): string {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`不能写成大写的金额：${amount}`);
  const yuan = Math.floor(amount / 100);
  const jiao = Math.floor(amount / 10) % 10;
  const cents = amount % 10;
  if (amount === 0) return '零元整';
  const whole = yuan > 0 ? `${integer(yuan)}元` : '';
  if (jiao === 0 && cents === 0) return `${whole}整`;
  const tenths = jiao > 0 ? `${DIGITS[jiao]}角` : yuan > 0 ? '零' : '';
  return `${whole}${tenths}${cents > 0 ? `${DIGITS[cents]}分` : '整'}`;
}

/**
 * The sum that capitals state, in fen; `undefined` for anything that is not the one proper way of writing a sum
 * (人民币 before it, 圆 for 元, 正 for 整 and a missing 整 are accepted).
 */
export function fenFromCapitals(words: string): Fen | undefined {
  const text = [...words.replace(/^人民币/, '').replaceAll(/\s/g, '')]
    .map((character) => VARIANTS[character] ?? character)
    .join('');
  const match =
    /^(?:([^元角分整]+)元)?零?(?:([壹贰叁肆伍陆柒捌玖])角)?(?:([壹贰叁肆伍陆柒捌玖])分)?整?$/.exec(text);
  if (!match || !/[元角分]/.test(text)) return undefined;
  const yuan = match[1] === undefined ? 0 : value(match[1]);
  if (yuan === undefined) return undefined;
  const amount = yuan * 100 + digit(match[2]) * 10 + digit(match[3]);
  if (!Number.isSafeInteger(amount)) return undefined;
  // Writing it again is the proof: a sum written otherwise is not accepted as this sum.
  const plain = (capitals: string) =>
    capitals.replace(/整$/, '').replaceAll(/零(?=[壹贰叁肆伍陆柒捌玖][角分])/g, '');
  return plain(amountInCapitals(amount)) === plain(text) ? amount : undefined;
}

function integer(n: number): string {
  let text = '';
  let rest = n;
  let pendingZero = false;
  for (let group = 0; rest > 0; group += 1) {
    const four = rest % 10_000;
    rest = Math.floor(rest / 10_000);
    if (four === 0) {
      pendingZero = text !== '';
      continue;
    }
    if (group >= GROUPS.length) throw new RangeError(`金额过大：${n}`);
    text = section(four) + GROUPS[group] + (pendingZero ? '零' : '') + text;
    pendingZero = four < 1000;
  }
  return text;
}

function section(n: number): string {
  const digits = String(n).split('').map(Number);
  let text = '';
  let gap = false;
  for (const [index, one] of digits.entries()) {
    if (one === 0) {
      gap = true;
      continue;
    }
    text += (gap ? '零' : '') + DIGITS[one] + UNITS[digits.length - 1 - index];
    gap = false;
  }
  return text;
}

/** The whole number of a run of capitals; `undefined` on a character that has no place in one. */
function value(words: string): number | undefined {
  let total = 0;
  let group = 0;
  let one = 0;
  for (const character of words) {
    const number = DIGITS.indexOf(character);
    const unit = UNITS.indexOf(character);
    if (number >= 0) one = number;
    else if (unit > 0) {
      group += one * 10 ** unit;
      one = 0;
    } else if (character === '万') {
      total += (group + one) * 10_000;
      group = one = 0;
    } else if (character === '亿') {
      total = (total + group + one) * 100_000_000;
      group = one = 0;
    } else return undefined;
  }
  return total + group + one;
}

function digit(character: string | undefined): number {
  return character ? DIGITS.indexOf(character) : 0;
}
