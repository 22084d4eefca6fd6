import type { CaseFile } from '../cases/case-file.ts';
import { baseName } from '../law/fine-range.ts';
import type { CaseFactors } from './case-factors.ts';
import { questionOf } from './question-of.ts';
import { finishRange } from './spans/finish-range.ts';
import { rangeOfTier } from './spans/range-of-tier.ts';
import { isForResponsible } from './spans/role-of.ts';
import { SIDE_NAMES, sideOf } from './spans/side-of.ts';
import { stateLeastBase } from './spans/state-least-base.ts';
import { statuteForResponsible } from './spans/statute-for-responsible.ts';
import { spanText } from './statutory-range.ts';
import { statedRange, type TierResult } from './tier-result.ts';

/** Adds to the result the span of its tier, clipped to the statute; a tier outside it is reported (C5-21). */
export function settleRange(result: TierResult, file: CaseFile, facts: CaseFactors): void {
  const tier = result.tier!;
  const table = `《${result.benchmark!.name}》“${result.item!.violation}”${tier.name}阶次`;
  const side = sideOf(file, result.sanction);
  if (result.asResponsible && !isForResponsible(result.item!, tier)) {
    if (tier.grade !== 'no-penalty' && tier.grade !== 'mitigated') statuteForResponsible(result, table);
    return;
  }
  const found = rangeOfTier(tier, side, facts, result.statutory);
  if (found.state === 'none') {
    result.steps.push({ step: '阶次幅度', value: '该阶次不予罚款', basis: table });
    return;
  }
  if (found.state === 'missing') {
    for (const factor of found.factors) result.missing.push({ factor, question: questionOf(factor, result) });
    return;
  }
  if (found.state !== 'known') {
    const why = {
      'no-span': `没有适用于${side ? SIDE_NAMES[side] : '本案当事人'}和本案情形的罚款幅度`,
      several: '有不止一个罚款幅度同时符合本案',
      'open-span': '按法定幅度的份额计算，而法定幅度没有上限',
    }[found.state];
    result.conflicts.push({ kind: 'no-fine-span', text: `${table}${why}，请核对基准。`, blocks: false });
    return;
  }
  const { fine, range: own } = found;
  const shares = fine.ofSpan && `法定幅度的${percents(fine)}，即 ${statedRange(own).text}`;
  const counted = baseName(fine) && `${spanText(fine)}，即 ${statedRange(own).text}`;
  const party = fine.party ? `（${fine.party === 'unit' ? '单位' : '个人'}）` : '';
  result.steps.push({
    step: '阶次幅度',
    value: (shares ?? counted ?? statedRange(own).text) + party,
    basis: table,
  });
  stateLeastBase(result, fine, facts.sums, table);
  finishRange(result, file, { table, own, mitigated: tier.grade === 'mitigated' });
}

function percents({ min = 0, max = 1 }: { min?: number | string; max?: number | string }): string {
  const percent = (share: number | string): string => `${Math.round(Number(share) * 1e6) / 1e4}%`;
  return ` ${percent(min)}至 ${percent(max)}`;
}
