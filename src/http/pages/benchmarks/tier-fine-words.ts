import type { BenchmarkItem } from '../../../corpus/benchmark.ts';
import type { TierFine } from '../../../discretion/spans/range-of-tier.ts';
import { spanWords } from '../span-words.ts';
import { conditionWords } from './condition-words.ts';

/** A span of a tier as its cell says it; `whom` names the party where the table has no column for each. */
export function tierFineWords(fine: TierFine, item: BenchmarkItem, whom = false): string {
  const { when, party, subject, ofSpan, ...span } = fine;
  const words = ofSpan ? shareWords(span) : spanWords(span);
  const least = span.baseLeast === undefined ? '' : `（不足 ${sum(span.baseLeast)} 元的按此数计算）`;
  return [
    // Never to be taken for the offender's own span.
    subject === 'responsible-person' ? '责任人员：' : '',
    whom && party ? `${party === 'unit' ? '单位' : '个人'}：` : '',
    when ? `${conditionWords(when, item)}：` : '',
    words,
    least,
    span.most === undefined ? '' : `（最高不超过 ${sum(span.most)} 元）`,
  ].join('');
}

/** 0.3 to 0.7 of the statute's span: `法定幅度的 30%至 70%`. */
function shareWords({ min, max, minInclusive, maxInclusive }: Omit<TierFine, 'when'>): string {
  const side = (value: number | string | undefined, open: number) =>
    `${Number((Number(value ?? open) * 100).toFixed(4))}%`;
  const without = (inclusive: boolean | undefined) => (inclusive === false ? '（不含）' : '');
  return `法定幅度的 ${side(min, 0)}${without(minInclusive)}至 ${side(max, 1)}${without(maxInclusive)}`;
}

function sum(yuan: number | string): string {
  return Number(yuan).toLocaleString('zh-CN');
}
