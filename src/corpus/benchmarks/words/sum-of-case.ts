import type { Condition } from '../../../law/condition.ts';
import { amountOf } from './amount-of.ts';
import { BASE_OF_WORDS, conditionOf } from './degree-sequence.ts';
import { type BoundWords, quantityIn } from './quantity-in.ts';

/**
 * 违法所得10万元以上20万元以下, 货值金额不足1万元, 没有违法所得: a condition over a sum of the case, with the ends as the table uses 以上 and
 * 以下. `undefined` for words that say anything beside it.
 */
export function sumOfCase(given: string, words: BoundWords): Condition | undefined {
  const text = given.replaceAll(/\s/g, '').replace(/的$/, '');
  const quantity = quantityIn(text, words);
  if (quantity?.unit === '元') {
    const about = quantity.about.replace(/(?:金额|总额|数额|额)?(?:为|在|达)?$/, '');
    const base = BASE_OF_WORDS.find(([word]) => word.test(quantity.about))?.[1];
    if (base && about.length <= 12 && !/[或且并和次首再曾未不拒没无]/.test(about))
      return conditionOf(base, quantity);
  }
  return amountOf(text);
}
