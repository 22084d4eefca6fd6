import { BEFORE_AMOUNT } from './amount-ends.ts';
import { fineRangeIn, SUM } from './fine-range-in.ts';

/** Fines counted on something: sums alone do not bound them. */
const COUNTED = /倍|[百千万]分之|[%％‰]|等值|每(?!年|季度?|月)|同等|以上[^，。；]{0,4}罚款|加处/;
/** One sum or span before 罚款, with the words in front that make it an end. */
const FINE = new RegExp(
  `(?<words>(?:${BEFORE_AMOUNT})?${SUM}(?:(?:以上、?|至|到|—|-|~|～)${SUM})?(?:以下|以内)?)的?(?:行政)?罚款`,
  'g',
);

/**
 * The highest and the lowest sum that any fine of the text can be, in yuan. Nothing where one of its fines is without a
 * figure or counted on something else; no lowest where one has no lower end.
 */
export function fineBounds(given: string): { most?: number; least?: number } {
  const text = given.replaceAll(/\s/g, '').replaceAll(/[（(][^）)]*[）)]/g, '');
  if (COUNTED.test(text)) return {};
  const found = [...text.matchAll(FINE)].flatMap(({ groups = {} }) => {
    const range = fineRangeIn(groups.words!);
    return range && range !== 'none' ? [range] : [];
  });
  const mentions = [...text.matchAll(/罚款/g)].length;
  if (found.length === 0 || found.length !== mentions) return {};
  const highs = found.flatMap(({ max }) => (max === undefined ? [] : Number(max)));
  const lows = found.flatMap(({ min }) => (min === undefined ? [] : Number(min)));
  if (highs.length !== found.length) return {};
  return {
    most: Math.max(...highs),
    ...(lows.length === found.length ? { least: Math.min(...lows) } : {}),
  };
}
