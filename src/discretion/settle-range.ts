import { citationText } from '../law/citation.ts';
import { type Base, resolveRange } from '../law/fine-range.ts';
import type { Fen } from '../law/money.ts';
import { clipToStatute } from './clip-to-statute.ts';
import { questionOf } from './question-of.ts';
import { spanText } from './statutory-range.ts';
import { statedRange, type TierResult } from './tier-result.ts';

/** Adds to the result the span of its tier, clipped to the statute; a tier outside it is reported (C5-21). */
export function settleRange(result: TierResult, sums: Partial<Record<Base, Fen>>): void {
  const tier = result.tier!;
  const table = `《${result.benchmark!.name}》“${result.item!.violation}”${tier.name}阶次`;
  if (!tier.fine) {
    result.steps.push({ step: '阶次幅度', value: '该阶次不予罚款', basis: table });
    return;
  }
  const own = resolveRange(tier.fine, sums);
  if (!own) {
    const factor = tier.fine.base!;
    result.missing.push({ factor, question: questionOf(factor, result) });
    return;
  }
  const ownText = tier.fine.base
    ? `${spanText(tier.fine)}，即 ${statedRange(own).text}`
    : statedRange(own).text;
  result.steps.push({ step: '阶次幅度', value: ownText, basis: table });
  // Without the statute's span nobody can say that the table's figures are lawful here.
  if (!result.statutory) return;
  const below = tier.grade === 'mitigated';
  const { range, clipped } = clipToStatute(own, result.statutory, below && result.grounds.mayMitigate);
  result.range = statedRange(range);
  if (below && !result.grounds.mayMitigate) {
    result.conflicts.push({
      kind: 'no-ground',
      text: `${table}属于减轻处罚，但本案没有已认定的减轻情形，不得低于法定下限。`,
      blocks: false,
    });
  }
  if (clipped) {
    result.conflicts.push({
      kind: 'outside-statute',
      text: `${table}的幅度（${statedRange(own).text}）超出法定幅度（${result.statutory.text}），以法定幅度为准，请通知基准制定机关。`,
      blocks: false,
    });
    result.steps.push({
      step: '与法定幅度取交集',
      value: result.range.text,
      basis: citationText(result.sanction!.provision),
    });
  }
}
