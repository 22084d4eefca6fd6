import type { CaseFile } from '../../cases/case-file.ts';
import { citationText } from '../../law/citation.ts';
import { placeOf, type SanctionFine } from '../../law/sanction.ts';
import type { CaseFactors } from '../case-factors.ts';
import { clipToStatute } from '../clip-to-statute.ts';
import { questionOf } from '../question-of.ts';
import { finesBesideTier, rangeOfTier } from '../spans/range-of-tier.ts';
import { finesBeside, type StatutoryRange, spanText, statutoryRange } from '../statutory-range.ts';
import { type ResponsibleFine, statedRange, type TierResult } from '../tier-result.ts';

const WHO = '直接负责的主管人员和其他直接责任人员';

/**
 * The fine that the provision threatens the persons responsible with, beside that of the unit, and where the tier has a span for them,
 * that span inside the provision's: told apart, never reckoned into the unit's. Who they are, and each one's fine, is for people to
 * find. Nobody is beside a person, and nothing where no penalty is.
 */
export function settleResponsible(
  result: TierResult,
  { party }: Pick<CaseFile, 'party'>,
  facts: CaseFactors,
): void {
  const { sanction, tier, grounds } = result;
  if (!sanction || party.kind !== 'organisation') return;
  if (tier?.grade === 'no-penalty' || grounds.noPenalty === 'must') return;
  const found = statutoryRange(finesBeside(sanction), facts.values, facts.sums);
  const basis = citationText(placeOf(sanction, 'responsible'));
  if (found.state === 'none') {
    if (!tier || finesBesideTier(tier).length === 0) return;
    result.conflicts.push({
      kind: 'outside-statute',
      text: `《${result.benchmark!.name}》“${result.item!.violation}”${tier.name}阶次对${WHO}另有罚款，${basis}在本案情形下没有，不得适用。`,
      blocks: false,
    });
    return;
  }
  const responsible = inLaw(result, found, basis);
  result.responsible = responsible;
  if (tier && found.state === 'known') byTier(result, responsible, found, facts);
  const { text } = responsible;
  result.steps.push({
    step: '责任人员',
    value: `${text}；由人查明责任人员，分别作出决定`,
    basis: responsible.basis,
  });
}

/** What the fine of a person responsible is counted on where it is his own or follows the unit's. */
const OF_THEIRS = new Set(['income', '单位罚款数额']);

function fined({ may }: SanctionFine): string {
  return may ? '可以另处罚款' : '另有罚款';
}

function inLaw(
  result: TierResult,
  found: Exclude<StatutoryRange, { state: 'none' }>,
  basis: string,
): ResponsibleFine {
  if (found.state === 'several')
    return { text: `${basis}对${WHO}有几个罚款幅度同时符合，请核对罚则数据`, basis };
  if (found.state === 'known') {
    const range = statedRange(found.range);
    const span = found.fine.range.base ? `${spanText(found.fine.range)}，即 ${range.text}` : range.text;
    return { range, text: `对${WHO}${fined(found.fine)}：${span}`, basis };
  }
  const own = result.sanction!.fines.filter(({ subject }) => subject === 'responsible-person');
  const [only] = own;
  // Each one's income and the unit's fine are not yet there to be asked for: the share is told.
  if (own.length === 1 && !only!.when && OF_THEIRS.has(only!.range.base ?? only!.range.baseFactor ?? ''))
    return { text: `对${WHO}${fined(only!)}：${spanText(only!.range)}`, basis };
  for (const factor of found.factors) ask(result, factor);
  return { text: `对${WHO}是否另处罚款、幅度多少，尚不能确定`, basis };
}

/** Narrows the span of the provision to that of the tier; a tier outside it gives way, and is reported. */
function byTier(
  result: TierResult,
  responsible: ResponsibleFine,
  { range: statute, fine }: Extract<StatutoryRange, { state: 'known' }>,
  facts: CaseFactors,
): void {
  const tier = result.tier!;
  // Whatever column they stand in, they are told apart by their subject alone.
  const fines = finesBesideTier(tier).map(({ subject: _, party: __, ...own }) => own);
  if (fines.length === 0) return;
  const table = `《${result.benchmark!.name}》“${result.item!.violation}”${tier.name}阶次`;
  const own = rangeOfTier({ ...tier, fine: undefined, fines }, 'unit', facts, statute);
  if (own.state === 'missing') for (const factor of own.factors) ask(result, factor);
  if (own.state !== 'known') return;
  const { range, clipped, disjoint } = clipToStatute(own.range, statute);
  if (clipped || disjoint) {
    result.conflicts.push({
      kind: 'outside-statute',
      text: `${table}对${WHO}的罚款幅度超出${responsible.basis}的幅度，以法定幅度为准，请通知基准制定机关。`,
      blocks: false,
    });
  }
  if (disjoint) return;
  responsible.range = statedRange(range);
  responsible.text = `对${WHO}${fined(fine)}：${responsible.range.text}（法定幅度 ${statedRange(statute).text}）`;
  responsible.basis = `${table}；${responsible.basis}`;
}

function ask(result: TierResult, factor: string): void {
  if (result.missing.some((fact) => fact.factor === factor)) return;
  result.missing.push({ factor, question: `${questionOf(factor, result)}（关系到对${WHO}的罚款）` });
}
