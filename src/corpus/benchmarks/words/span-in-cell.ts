import type { FineRange } from '../../../law/fine-range.ts';
import { fineRangeIn, SUM, yuanOf } from '../../../law/fine-range-in.ts';
import { otherBase } from './other-base.ts';
import { shareOfSpan } from './percent-result.ts';
import type { BoundWords } from './quantity-in.ts';

type CellSpan = FineRange & { ofSpan?: true };

const OF_SPAN = /^(?:法定)?(?:罚款)?幅度的?(?<share>.+)$/;
/** 违法所得三倍以下但最高不超过3万元: a sum that a multiple must not exceed. */
const CAPPED = new RegExp(
  `^(?<span>.*(?:倍|[%％‰]|分之|每).*?)[，,、]?(?:但|且)?(?:罚款)?(?:总额|总数|累计)?(?:最高|最多)?(?:罚款)?(?:不得?超过|不得?高于|(?<=最高)为?)(?<most>${SUM})$`,
);

/**
 * The span of a fine as the cells of tables write it, between 处 and 罚款: what statutes write, a share of the statutory span, a multiple of a
 * sum under its own name, so much for each unit, a multiple with a sum that it must not exceed. `none` and `undefined` as in `fineRangeIn`.
 */
export function spanInCell(given: string, bounds: BoundWords | undefined): CellSpan | 'none' | undefined {
  const words = given.replace(/^(?:罚款)/, '').replace(/的$/, '');
  const share = OF_SPAN.exec(words)?.groups?.share;
  if (share) return shareOfSpan(share, bounds);
  const { span, most } = CAPPED.exec(words)?.groups ?? {};
  if (span && most) {
    const [range, cap] = [spanInCell(span.replace(/[的、，,]$/, ''), bounds), yuanOf(most)];
    const counted = range && range !== 'none' && (range.base || range.baseFactor || range.each);
    if (counted && cap !== undefined) return { ...range, most: cap };
  }
  const plain = baseWords(words);
  return rangeIn(plain, bounds) ?? otherBase(plain, bounds);
}

/** 所需处置费用的, 上一年度从本单位取得的收入: 直接经济损失 without 的. */
function baseWords(words: string): string {
  return words.replace(/^所需/, '').replace(/^(?:按|以)?(?=货值|违法所得)/, '');
}

/** 所收费用 is a base of tables and of few norms: it is read as any other base. */
function rangeIn(words: string, bounds: BoundWords | undefined): FineRange | 'none' | undefined {
  const fees = /(?:所收|收取的?)费用/;
  if (!fees.test(words)) return fineRangeIn(words, bounds);
  const range = fineRangeIn(words.replace(fees, '违法所得'), bounds);
  return range && range !== 'none' && range.base === 'gains' ? { ...range, base: 'fees' } : undefined;
}
