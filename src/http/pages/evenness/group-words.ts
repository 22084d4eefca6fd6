import { LEAST_JUDGED } from '../../../discretion/evenness/judge-groups.ts';
import type { Measure } from '../../../discretion/evenness/placed-case.ts';
import { measured } from './measure-words.ts';
import type { NamedGroup } from './named-groups.ts';

/** One group in a sentence, for those who cannot see the plot. */
export function groupWords(group: NamedGroup, measure: Measure): string {
  const { name, values, quartiles } = group;
  if (!quartiles) return `${name}：${values.length} 件，件数太少，只列各件`;
  const { lower, median, upper } = quartiles;
  return `${name}：${values.length} 件，中位数 ${measured(median, measure)}，四分位 ${measured(lower, measure)}至 ${measured(upper, measure)}${remark(group, measure, '；')}`;
}

/** What the test says of the group, or nothing where it was not asked. */
export function remark({ against, values }: NamedGroup, measure: Measure, before = ''): string {
  if (!against) return values.length < LEAST_JUDGED ? '' : `${before}没有足够的其他案件可比`;
  if (!against.notable) return `${before}与其余案件的差别，偶然也常有`;
  const size = measured(Math.abs(against.difference), measure);
  return `${before}◆ 值得看一看：中位数比其余案件${against.difference > 0 ? '高' : '低'} ${size}，偶然很少有这样大的差别`;
}
