import type { CaseFile } from '../../../cases/case-file.ts';
import { leaningOf } from '../../../discretion/spans/leaning-of.ts';
import type { PenaltyDue } from '../../../discretion/tier-result.ts';
import { spanOrSum } from '../benchmarks/result-words.ts';
import type { Discretion } from './discretion-data.ts';

/** What the proposal leaves to people, in the order in which they come to it. The amount is always among them. */
export function decisionsLeft(file: CaseFile, { tier, deviation }: Discretion): string[] {
  const { missing, conflicts, grounds, penalties, range, amount, responsible } = tier;
  const blocking = conflicts.filter(({ blocks }) => blocks).length;
  const names = (list: PenaltyDue[]) => list.map(({ text }) => text).join('、');
  const fined = range !== undefined && grounds.noPenalty !== 'must';
  const single = range?.max !== undefined && range.min === range.max;
  return [
    blocking > 0 ? `解决 ${blocking} 处使阶次或者幅度不能计算的冲突` : '',
    conflicts.length > blocking ? `核对 ${conflicts.length - blocking} 处冲突` : '',
    missing.length > 0 ? `查明 ${missing.length} 项事实` : '',
    grounds.noPenalty === 'may' ? '是否不予处罚' : '',
    grounds.mayMitigate
      ? `从轻还是减轻，到什么程度${leaningOf(file, grounds) === 'both' ? '，与从重情形怎样权衡' : ''}`
      : '',
    penalties && penalties.optional.length > 0 ? `是否给予：${names(penalties.optional)}` : '',
    penalties && penalties.open.length > 0 ? `查明情形后是否给予：${names(penalties.open)}` : '',
    penalties?.required.some(({ type }) => type === 'confiscate-gains')
      ? '没收违法所得的数额（扣除依法应当退赔的部分）'
      : '',
    responsible ? '责任人员是谁、各处多少罚款' : '',
    fined && amount === undefined
      ? single
        ? `罚款数额（按裁量表算得 ${spanOrSum(range.text)}，由承办人提出、负责人决定）`
        : '罚款数额，在上述幅度之内提出'
      : '',
    deviation.unlawful ? '罚款违法：调整数额' : '',
    deviation.obstacle && !deviation.unlawful ? '罚款不在幅度之内：说明偏离的理由，或者调整数额' : '',
    deviation.given && deviation.departure === 0 ? '偏离裁量基准的理由不再需要：撤回' : '',
    !file.proposal?.reasons && !file.decision?.discretionReasons
      ? '裁量理由：结合性质、情节和社会危害程度写明为什么取这一数额'
      : '',
  ].filter(Boolean);
}
