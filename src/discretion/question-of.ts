import { BASES, type Base } from '../law/fine-range.ts';
import { AS_RESPONSIBLE } from '../law/sanction-conditions.ts';
import { factorLabel } from './factor-label.ts';
import { BUSINESS_AS_UNIT } from './spans/side-of.ts';
import type { TierResult } from './tier-result.ts';

/** The question that settles a missing factor: the table's own, else one about the amount or the switch. */
export function questionOf(factor: string, result: TierResult): string {
  const declared = result.item?.factors.find((one) => one.name === factor);
  if (declared) return declared.question;
  if (factor === BUSINESS_AS_UNIT)
    return '当事人是个体工商户，而所依据的条款或者基准分别规定单位和个人：按单位处罚吗？（条款写明生产经营单位、其他生产经营者等包括个体工商户的，按单位）';
  if (factor === AS_RESPONSIBLE)
    return '当事人是否作为违法单位的直接负责的主管人员或者其他直接责任人员受处罚？';
  if (factor in BASES) return `${BASES[factor as Base]}是多少元？（没有的，写 0 并说明计算方法）`;
  return `是否属于“${factorLabel(factor)}”，或者属于其中哪一类？`;
}
