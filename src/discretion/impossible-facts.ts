import type { BenchmarkItem } from '../corpus/benchmark.ts';
import { evaluate } from '../law/condition.ts';
import type { CaseFactors } from './case-factors.ts';
import type { DiscretionConflict } from './tier-result.ts';

/** Facts that cannot hold together, as the item names them (最高奖超过五万元, and 40,000 元): one of them is wrong, nothing is reckoned. */
export function impossibleFacts(
  item: Pick<BenchmarkItem, 'impossible'> | undefined,
  { values }: Pick<CaseFactors, 'values'>,
): DiscretionConflict[] {
  return (item?.impossible ?? [])
    .filter(({ when }) => evaluate(when, values) === true)
    .map(({ text }) => ({
      kind: 'facts-differ',
      text: `案卷中的事实互相矛盾：${text}，请核对。`,
      blocks: true,
    }));
}
