import type { Condition } from '../../../law/condition.ts';
import type { Base } from '../../../law/fine-range.ts';
import { amountOf } from './amount-of.ts';
import { BASE_OF_WORDS, conditionOf } from './degree-sequence.ts';
import { type BoundWords, quantityIn } from './quantity-in.ts';

/** 没有违法经营额或者违法经营额不足3万元, in either order. */
const NONE_OR_LESS =
  /^(?:(?:没有|无)(?<none>[^，。；或、\d]{2,10})(?:或者?|、)(?<less>[^，。；]*元.*)|(?<first>[^，。；]*元[^，。；]*?)(?:或者?|、)(?:没有|无)(?<last>[^，。；或、\d]{2,10}))$/;

/**
 * 违法所得10万元以上20万元以下, 货值金额不足1万元, 没有违法所得: a condition over a sum of the case, with the ends as the table uses 以上 and
 * 以下. `undefined` for words that say anything beside it.
 */
export function sumOfCase(given: string, words: BoundWords): Condition | undefined {
  const text = given.replaceAll(/\s/g, '').replace(/的$/, '');
  const { none, less, first, last } = NONE_OR_LESS.exec(text)?.groups ?? {};
  const joined = less ?? first;
  if (joined !== undefined) {
    // Nothing is less than any sum.
    const own = quantityOf(joined, words);
    const same = own && own.base === baseOf((none ?? last)!) && own.quantity.low === undefined;
    if (same) return conditionOf(own.base, own.quantity);
  }
  const own = quantityOf(text, words);
  if (own) return conditionOf(own.base, own.quantity);
  const [, not, name = ''] = /^(?:(没有|无)|有)([^，。；或、\d]{2,10})$/.exec(text) ?? [];
  const bare = name.replace(/(?:金额|总额|数额|额)?$/, '').length <= 5 ? baseOf(name) : undefined;
  if (bare) return { factor: bare, op: not ? '<=' : '>', value: 0 };
  return amountOf(text);
}

function baseOf(name: string): Base | undefined {
  return BASE_OF_WORDS.find(([word]) => word.test(name))?.[1];
}

function quantityOf(text: string, words: BoundWords) {
  const quantity = quantityIn(text, words);
  if (quantity?.unit !== '元') return undefined;
  const about = quantity.about.replace(/(?:金额|总额|数额|额)?(?:为|在|达)?$/, '');
  const base = baseOf(quantity.about);
  return base && about.length <= 12 && !/[或且并和首再曾未不拒没无]|(?<!.)有|次/.test(about)
    ? { base, quantity }
    : undefined;
}
