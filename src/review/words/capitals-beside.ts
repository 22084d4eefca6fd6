import { fenFromCapitals } from '../../law/amount-in-words.ts';
import { type Fen, fen } from '../../law/money.ts';
import { chineseValue } from '../../law/numbers-in-text.ts';

/** Figures and capitals of one sum side by side, as a text states them. */
export interface CapitalsBeside {
  quote: string;
  figures: Fen;
  /** What the capitals come to, also where they are not written properly: 壹万贰佰元 is 10200. */
  capitals: Fen;
}

const DIGIT = '零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿一二三四五六七八九十百千两';
const CAPITALS = `[${DIGIT}][${DIGIT}元圆角分整正]+`;
const LEAD = '(?:人民币|大写|金额|即|计|为|[:：（()）¥￥])*';
const FIGURES = String.raw`(?<![\d.])(?<figures>\d+(?:[,，]\d{3})*(?:\.\d{1,2})?)(?<unit>万?)[元圆](?:整|正|人民币)?`;
const BESIDE = new RegExp(
  `${FIGURES}(?:[（(]|[,，、]?(?:大写|人民币))${LEAD}(?<words>${CAPITALS})|(?<first>${CAPITALS})[（(](?:人民币|小写|即|[:：¥￥])*(?<after>\\d+(?:[,，]\\d{3})*(?:\\.\\d{1,2})?)(?<afterUnit>万?)元?[)）]`,
  'g',
);

/** 12000元（壹万贰仟元整）, 人民币壹万贰仟元整（￥12000.00）: each sum that a text writes in both ways. */
export function capitalsBeside(given: string): CapitalsBeside[] {
  const text = given.replaceAll(/[ \t\u3000]/g, '');
  return [...text.matchAll(BESIDE)].flatMap(({ 0: quote, groups }): CapitalsBeside[] => {
    const words = groups?.words ?? groups?.first ?? '';
    const digits = (groups?.figures ?? groups?.after ?? '').replaceAll(/[,，]/g, '');
    const times = groups?.unit || groups?.afterUnit ? 10_000 : 1;
    const capitals = fenOf(words);
    return !digits || digits.length > LONGEST || capitals === undefined
      ? []
      : [{ quote, figures: fen(digits) * times, capitals }];
  });
}

const LONGEST = 14;

function fenOf(words: string): Fen | undefined {
  if (!/[壹贰叁肆伍陆柒捌玖]/.test(words) || !/[拾佰仟万亿元圆]/.test(words)) return undefined;
  const whole = words.replace(/[整正]$/, '').replace(/[元圆]$/, '');
  if (/[元圆角分整正]/.test(whole)) return fenFromCapitals(words);
  const value = chineseValue(whole);
  return Number.isSafeInteger(value * 100) ? value * 100 : undefined;
}
