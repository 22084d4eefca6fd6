import type { Condition } from '../../../law/condition.ts';
import type { BoundWords } from './quantity-in.ts';
import { sumOfCase } from './sum-of-case.ts';

/** Laws include the number in 以上 and 以下 (行政处罚法第八十三条). */
const LAW: BoundWords = { above: true, below: true };

/** A condition of a printed provision with its sums as sums of the case: 违法经营额不足1万元 is no circumstance to be asked as a whole. */
export function sumsInCondition(when: Condition, words: BoundWords = LAW): Condition {
  if ('not' in when) return { not: sumsInCondition(when.not, words) };
  if ('all' in when) return { all: when.all.map((one) => sumsInCondition(one, words)) };
  if ('any' in when) return { any: when.any.map((one) => sumsInCondition(one, words)) };
  const sum = typeof when.value === 'boolean' && sumOfCase(when.factor, words);
  if (!sum) return when;
  return when.value === true ? sum : { not: sum };
}
