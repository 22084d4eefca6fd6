import { chineseNumeral } from './citation.ts';
import { chineseValue } from './numbers-in-text.ts';

/** How a number may be written; whether it is well written is for `plainNumber` to say. 2.5, 5,000, 二十, 十万零五百, 一点五. */
export const NUMERAL = String.raw`(?:\d+(?:[,，]\d+)*(?:\.\d+)?|[〇零一二三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟两][〇零一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟两]*(?:点[〇零一二三四五六七八九]+)?)`;

const ARABIC = /^(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?$/;
const SIMPLE: Record<string, string> = {
  ...Object.fromEntries(
    [...'〇壹贰叁肆伍陆柒捌玖拾佰仟两'].map((sign, at) => [sign, '零一二三四五六七八九十百千二'[at]!]),
  ),
};

/** The value of one well-written number as a plain decimal string. `undefined` for what can be read in two ways: 一百二, 1,50, 二三. */
export function plainNumber(numeral: string): string | undefined {
  if (/^\d/.test(numeral)) return ARABIC.test(numeral) ? numeral.replaceAll(/[,，]/g, '') : undefined;
  const [whole = '', part, more] = numeral
    .replaceAll(/[〇壹贰叁肆伍陆柒捌玖拾佰仟两]/g, (sign) => SIMPLE[sign]!)
    .split('点');
  const value = chineseValue(whole);
  if (more !== undefined || !whole || Number.isNaN(value) || written(value) !== spelled(whole))
    return undefined;
  return part ? `${value}.${[...part].map((digit) => chineseValue(digit)).join('')}` : String(value);
}

/** 百 is 一百, 一百十二 is 一百一十二: two spellings that mean one number. */
function spelled(whole: string): string {
  return whole.replaceAll(/(?<![二三四五六七八九一])十/g, '一十').replace(/^(?=[百千])/, '一');
}

function written(value: number): string {
  if (value >= 10 ** 12) return '';
  const parts = [
    [Math.floor(value / 100_000_000), '亿'],
    [Math.floor(value / 10_000) % 10_000, '万'],
    [value % 10_000, ''],
  ] as const;
  let text = '';
  let gap = false;
  for (const [part, unit] of parts) {
    if (part === 0) gap = text !== '';
    else {
      text += `${text && (gap || part < 1000) ? '零' : ''}${chineseNumeral(part)}${unit}`;
      gap = false;
    }
  }
  return spelled(text || '零');
}
