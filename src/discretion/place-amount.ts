import type { CaseFile } from '../cases/case-file.ts';
import { type FenRange, positionInRange } from '../law/fine-range.ts';
import { type Fen, fen, yuan } from '../law/money.ts';
import type { Penalty } from '../law/sanction.ts';
import { quotedTierLabel } from './tier-label.ts';
import type { Position, TierResult } from './tier-result.ts';

/** The fine of the decision, else of the proposal, in fen. `undefined` when neither has one. */
export function fineOf(file: CaseFile): Fen | undefined {
  const penalties = file.decision?.penalties ?? file.proposal?.penalties ?? [];
  const fines = finesOfParty(file, penalties);
  if (fines.length === 0) return undefined;
  return fines.reduce((sum, penalty) => sum + fen(penalty.amount!), 0);
}

/** The fines of the party itself: one on the persons responsible stands under a span of its own. */
function finesOfParty({ party }: CaseFile, penalties: readonly Penalty[]): Penalty[] {
  return penalties.filter(
    ({ type, amount, text }) =>
      type === 'fine' &&
      amount !== undefined &&
      !(party.kind === 'organisation' && RESPONSIBLE.test(text ?? '')),
  );
}

const RESPONSIBLE = /主管人员|责任人|负责人|法定代表人|实际控制人/;

/** (amount − min) ÷ (max − min), a missing minimum counting as zero. `undefined` without a maximum or a width. */
export function shareOfSpan(amount: Fen, span: FenRange): number | undefined {
  if (span.max === undefined) return undefined;
  const low = span.min ?? 0;
  return span.max > low ? (amount - low) / (span.max - low) : undefined;
}

/** Where the fine of the file stands in the spans that were computed. */
export function placeAmount(file: CaseFile, result: TierResult): Position | undefined {
  const amount = fineOf(file);
  if (amount === undefined) return undefined;
  const inStatute = result.statutory && positionInRange(amount, result.statutory);
  const inRange = result.range && positionInRange(amount, result.range);
  const share = result.statutory && shareOfSpan(amount, result.statutory);
  if (result.grounds.noPenalty === 'must')
    return { amount, text: `${yuan(amount)}；本案应当不予处罚，不应有罚款。` };
  const { length } = finesOfParty(file, file.decision?.penalties ?? file.proposal?.penalties ?? []);
  if (length > 1)
    return { amount, text: `${length} 项罚款共 ${yuan(amount)}，不能与一个幅度比较，请分别核对。` };
  return {
    amount,
    ...(inStatute === undefined ? {} : { inStatute }),
    ...(inRange === undefined ? {} : { inRange }),
    ...(share === undefined ? {} : { share }),
    text: `${yuan(amount)}${against('法定幅度', inStatute)}${against(nameOf(result), inRange)}${
      inStatute === -1 && result.grounds.mayMitigate ? '；本案有已认定的从轻或者减轻情形' : ''
    }。`,
  };
}

function nameOf({ tier, settled }: TierResult): string {
  return settled === 'weights' || settled === 'per-unit'
    ? '按裁量基准算得的数额'
    : `${quotedTierLabel(tier?.name ?? '')}幅度`;
}

function against(name: string, place: -1 | 0 | 1 | undefined): string {
  if (place === undefined) return `，${name.includes('阶次') ? '阶次幅度' : name}尚不能确定`;
  return `，${place === 0 ? '在' : place < 0 ? '低于' : '高于'}${name}${place === 0 ? '以内' : ''}`;
}
