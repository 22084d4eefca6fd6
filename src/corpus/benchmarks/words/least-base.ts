import type { Base } from '../../../law/fine-range.ts';
import { yuanOf } from '../../../law/fine-range-in.ts';
import { BASE_OF_WORDS } from './degree-sequence.ts';

/** 违法所得不足一万元的，按一万元计算; 费用不足20万元的，以二十万元计: the same sum, in whatever signs. */
const LEAST =
  /(?<base>[^，。；：]{2,16}?)(?:不足|不满|少于|低于)(?<least>[^，。；]{1,8}元)的?，(?:均|一律)?(?:按照?|以)(?<counts>[^，。；]{1,8}?元)(?:计算?|计罚|计征|为(?:基数|准)|作为)/g;

/** The sum (yuan) that a smaller base counts as, in the words of a provision or of a table. */
export function leastBase(words: string, base: Base): number | undefined {
  for (const { groups } of words.replaceAll(/\s/g, '').matchAll(LEAST)) {
    const least = yuanOf(groups!.least!);
    const named = BASE_OF_WORDS.find(([word]) => word.test(groups!.base!))?.[1];
    const own = named === base || (base === 'disposal-cost' && !named && /费用$/.test(groups!.base!));
    if (own && least !== undefined && least === yuanOf(groups!.counts!)) return least;
  }
  return undefined;
}
