import { chineseValue } from '../../law/numbers-in-text.ts';

/**
 * Source of a pattern for one number as articles, paragraphs and items are numbered; a scan may break it across lines or
 * set its signs apart (六 十 四).
 */
export const NUMERAL =
  '(?:[〇零○一二三四五六七八九十廿卅百千](?:(?:\\n|[^\\S\\n]{1,2})?[〇零○一二三四五六七八九十廿卅百千]){0,11}|[0-9０-９]{1,4})';

/** 一千二百四十二 and its parts; a digit after 百 or 千 without its unit (一百五) could mean two numbers, so it is none. */
const WITH_UNITS =
  /^(?=.)(?:[一二三四五六七八九]千)?(?:零?[一二三四五六七八九]百)?(?:零?[一二三四五六七八九]?十)?(?:零?[一二三四五六七八九])?$/;
/** 二百零五, not 二百五: what follows a unit that leaves places out must say so. */
const GAP_LEFT_OUT = /百[一二三四五六七八九]$|千[一二三四五六七八九](?:十|$)/;

/** The value of a numeral in Chinese, Arabic or full-width digits; `undefined` where it is not written as a number is. */
export function readNumeral(numeral: string): number | undefined {
  const plain = numeral
    .normalize('NFKC')
    .replaceAll(/[\s()]/g, '')
    .replaceAll(/[○〇]/g, '零')
    .replaceAll('廿', '二十')
    .replaceAll('卅', '三十');
  if (/^\d{1,4}$/.test(plain)) return Number(plain);
  if (!/[十百千]/.test(plain))
    return /^[零一二三四五六七八九]{1,4}$/.test(plain) ? chineseValue(plain) : undefined;
  const whole = /^百/.test(plain) ? `一${plain}` : plain;
  return WITH_UNITS.test(whole) && !GAP_LEFT_OUT.test(whole) ? chineseValue(whole) : undefined;
}
