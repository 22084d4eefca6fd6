import { citationText } from '../../law/citation.ts';
import type { TierResult } from '../tier-result.ts';

/** A table for units says nothing of the persons responsible in them: the span of the provision stays, and people choose within it. */
export function statuteForResponsible(result: TierResult, table: string): void {
  const { statutory, sanction } = result;
  if (!statutory) return;
  result.range = statutory;
  result.steps.push({
    step: '阶次幅度',
    value: `${table}没有对责任人员的罚款幅度，按法定幅度 ${statutory.text}，由人在其中裁量`,
    basis: citationText(sanction!.provision),
  });
}
