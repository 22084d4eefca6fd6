import type { CaseFactors } from './case-factors.ts';
import { factorLabel } from './factor-label.ts';
import { questionOf } from './question-of.ts';
import { stateFactsUsed } from './state-facts-used.ts';
import { tierLabel } from './tier-label.ts';
import type { TierResult } from './tier-result.ts';
import { tiersInQuestion } from './tiers-in-question.ts';

/**
 * Adds to the result the tiers that the facts leave open, the tier where they leave one, and what is still to be asked.
 * True where no tier applies and the item counts by units instead.
 */
export function settleTier(result: TierResult, facts: CaseFactors): boolean {
  const item = result.item!;
  const table = `《${result.benchmark!.name}》“${item.violation}”`;
  const outcome = tiersInQuestion(item, facts.values);
  result.possibleTiers = outcome.possible;
  const open = outcome.missing.filter((factor) => !facts.notEstablished.includes(factor));
  for (const factor of outcome.missing) {
    if (item.unknownFactor === 'lowest' && !open.includes(factor)) continue;
    result.missing.push({ factor, question: questionOf(factor, result) });
  }
  if (outcome.gap && outcome.possible.length === 0) {
    if (item.perUnit) return true;
    result.conflicts.push({
      kind: 'no-tier',
      text: `${table}没有与本案事实相符的阶次，请核对基准。`,
      blocks: true,
    });
    return false;
  }
  let settled = outcome.possible.length === 1 && !outcome.gap && !outcome.overlap;
  let rule = item.tiers.find((tier) => tier === outcome.possible[0])?.conditions ?? '';
  if (!settled && item.unknownFactor === 'lowest' && open.length === 0 && outcome.missing.length > 0) {
    const lowest = outcome.possible.reduce((low, tier) => (tier.order < low.order ? tier : low));
    result.possibleTiers = [lowest];
    settled = !outcome.gap;
    rule = `${outcome.missing.map((factor) => factorLabel(factor, item)).join('、')}经查无法查明，该基准规定按最低等次认定`;
  }
  // While facts are missing it is one of them that may stand on a shared bound: it is asked for, and the table is not blamed.
  if (outcome.overlap && open.length === 0) {
    result.conflicts.push({
      kind: 'several-tiers',
      text: `${table}有不止一个阶次同时符合（${outcome.possible.map((tier) => tierLabel(tier.name)).join('、')}），基准没有规定如何取舍，请人工判断。`,
      blocks: false,
    });
  }
  stateFactsUsed(result, facts);
  if (settled) {
    result.tier = result.possibleTiers[0]!;
    result.settled = 'tier';
  }
  result.steps.push(
    result.tier
      ? {
          step: '裁量阶次',
          value: `${tierLabel(result.tier.name)}（${rule}）`,
          basis: `${table}${result.tier.name}阶次`,
        }
      : {
          step: '裁量阶次',
          value: `尚不能确定，可能为${[...outcome.possible.map((tier) => tierLabel(tier.name)), ...(outcome.gap && item.perUnit ? ['按单位数额计算'] : [])].join('、')}`,
          basis: table,
        },
  );
  return false;
}
