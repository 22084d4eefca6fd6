import { BASES } from '../law/fine-range.ts';
import { type CaseFactors, shown } from './case-factors.ts';
import { factorLabel } from './factor-label.ts';
import type { TierResult } from './tier-result.ts';

/** A step with every factor of the table that the case answers. */
export function stateFactsUsed(result: TierResult, facts: CaseFactors): void {
  const item = result.item!;
  const used = [...new Set(item.factors.map((factor) => factor.name))].filter(
    (factor) => facts.values[factor] !== undefined,
  );
  if (used.length === 0) return;
  result.steps.push({
    step: '采用的情节',
    value: used
      .map(
        (factor) => `${factorLabel(factor, item)}：${shown(facts.values[factor]!)}${unitOf(factor, result)}`,
      )
      .join('；'),
    basis: '案卷中的事实和情节',
  });
}

function unitOf(factor: string, result: TierResult): string {
  if (factor in BASES) return ' 元';
  const unit = result.item?.factors.find((declared) => declared.name === factor)?.unit;
  return unit ? ` ${unit}` : '';
}
