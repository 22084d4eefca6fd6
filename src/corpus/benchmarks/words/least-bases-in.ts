import type { Base } from '../../../law/fine-range.ts';
import { yuanOf } from '../../../law/fine-range-in.ts';
import { BASE_OF_WORDS } from './degree-sequence.ts';

/** A base that counts as no less than so many yuan. */
interface LeastBase {
  name: string;
  base?: Base;
  least: number;
}

/** 违法所得不足一万元的，按一万元计算; 费用不足20万元按二十万元计: the same sum, in whatever signs. */
const LEAST =
  /(?<name>[^，。；：（(]{2,24}?)(?:不足|不满|未达到?|少于|低于)(?<least>[^，。；]{1,8}?元)的?，?(?:也|均|一律|都)?(?:按照?|以)(?<counts>[^，。；]{1,8}?元)(?:计算?(?:罚款)?|计罚|计征|计处|为(?:基数|准)(?:计算)?|作为(?:计算)?基数(?:计算)?|认定)/g;

/**
 * The sentences that let a smaller base count as so many yuan, in the words of a provision or of a cell, and the words without them
 * and the brackets and signs around them.
 */
export function leastBasesIn(given: string): { found: LeastBase[]; rest: string } {
  const text = given.replaceAll(/\s/g, '');
  const found: LeastBase[] = [];
  const rest = text.replaceAll(LEAST, (sentence, ...more) => {
    const { name, least: words, counts } = more.at(-1) as Record<'name' | 'least' | 'counts', string>;
    const least = yuanOf(words);
    if (least === undefined || least !== yuanOf(counts)) return sentence;
    const base = BASE_OF_WORDS.find(([word]) => word.test(name))?.[1];
    found.push({ name, ...(base ? { base } : {}), least });
    return '□';
  });
  return {
    found,
    rest: rest
      .replaceAll(/[（(]□[）)]/g, '')
      .replaceAll(/^□[，。；]?|[，。；]?□$/g, '')
      .replaceAll(/[，；]?□(?=[，。；])|□/g, ''),
  };
}
