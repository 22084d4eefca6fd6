import type { CaseFile } from '../../cases/case-file.ts';
import { citationText } from '../../law/citation.ts';
import type { CaseFactors } from '../case-factors.ts';
import { questionOf } from '../question-of.ts';
import { finesBeside, spanText, statutoryRange } from '../statutory-range.ts';
import { statedRange, type TierResult } from '../tier-result.ts';

const WHO = '直接负责的主管人员和其他直接责任人员';

/**
 * The fine that the provision threatens the persons responsible with, beside that of the unit: told with its span, never reckoned into
 * the unit's. Who they are, and each one's fine, is for people to find. Nobody is beside a person, and nothing where no penalty is.
 */
export function settleResponsible(
  result: TierResult,
  { party }: Pick<CaseFile, 'party'>,
  { values, sums }: CaseFactors,
): void {
  const { sanction, tier, grounds } = result;
  if (!sanction || party.kind !== 'organisation') return;
  if (tier?.grade === 'no-penalty' || grounds.noPenalty === 'must') return;
  const found = statutoryRange(finesBeside(sanction), values, sums);
  const basis = citationText(sanction.provision);
  if (found.state === 'none') return;
  if (found.state === 'several') {
    result.responsible = { text: `${basis}对${WHO}有几个罚款幅度同时符合，请核对罚则数据`, basis };
  } else if (found.state === 'missing') {
    for (const factor of found.factors) {
      if (result.missing.some((fact) => fact.factor === factor)) continue;
      const question = `${questionOf(factor, result)}（关系到对${WHO}的罚款）`;
      result.missing.push({ factor, question });
    }
    result.responsible = { text: `对${WHO}是否另处罚款、幅度多少，尚不能确定`, basis };
  } else {
    const range = statedRange(found.range);
    const span = found.fine.range.base ? `${spanText(found.fine.range)}，即 ${range.text}` : range.text;
    result.responsible = { range, text: `对${WHO}另有罚款：${span}`, basis };
  }
  result.steps.push({
    step: '责任人员',
    value: `${result.responsible.text}；由人查明责任人员，分别作出决定`,
    basis,
  });
}
