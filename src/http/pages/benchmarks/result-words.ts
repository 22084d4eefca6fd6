import { tierLabel } from '../../../discretion/tier-label.ts';
import type { TierResult, Weighing } from '../../../discretion/tier-result.ts';
import { yuan } from '../../../law/money.ts';
import { GRADES } from '../../../law/penalties.ts';

/** The answer in one line: the tier, the sum of percentages, or what is still open. Never an amount that somebody chose. */
export function headlineWords(result: TierResult): string {
  if (result.conflicts.some(({ blocks }) => blocks)) return '不能计算';
  const { tier, settled, weighing, counting, possibleTiers } = result;
  if (result.grounds.noPenalty === 'must') return '不予处罚';
  if (tier) return `${tierLabel(tier.name)}（${GRADES[tier.grade]}）`;
  if (settled === 'weights' && weighing?.sum) return `百分值总和 ${weighing.sum}%`;
  if (settled === 'per-unit') return '按单位数额计算';
  if (possibleTiers.length > 0) {
    return `尚不能确定，可能为${possibleTiers.map(({ name }) => tierLabel(name)).join('、')}`;
  }
  if (weighing) return `尚不能确定，${weighingWords(weighing)}`;
  if (counting) return `尚不能确定，不低于 ${yuan(counting.from)}`;
  return '没有可适用的裁量阶次';
}

/** The lightest and the heaviest sum that the facts leave open. */
function weighingWords({ from, to }: Weighing): string {
  if (!from || !to) return '缺少计算所需的事实';
  const sums = from.sum === to.sum ? `${from.sum}%` : `${from.sum}% 至 ${to.sum}%`;
  const amounts =
    from.amount === undefined || to.amount === undefined
      ? ''
      : `，对应 ${yuan(from.amount)}至 ${yuan(to.amount)}`;
  return `百分值总和为 ${sums}${amounts}`;
}

/** A span whose two ends are one sum is that sum. */
export function spanOrSum(text: string): string {
  return text.replace(/^(.+ 元)以上、\1以下$/, '$1');
}

/** The span of the fine, that there is none because nothing is to be punished, or that it is not known. */
export function rangeWords({ range, grounds }: TierResult): string {
  if (grounds.noPenalty === 'must') return '不予处罚';
  return range ? spanOrSum(range.text) : '未能计算';
}

/** For those who listen: what changed since the last answer, short. */
export function statusWords(result: TierResult): string {
  const open = result.missing.length > 0 ? `；待查明 ${result.missing.length} 项` : '';
  const conflicts = result.conflicts.length > 0 ? `；有 ${result.conflicts.length} 处需要核对` : '';
  const range = result.range ? `，${spanOrSum(result.range.text)}` : '';
  const beside = result.responsible ? '；责任人员另有罚款' : '';
  return `${headlineWords(result)}${range}${beside}${open}${conflicts}`;
}
