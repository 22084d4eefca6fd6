import type { CaseFile } from '../../cases/case-file.ts';
import { type Fen, yuan } from '../../law/money.ts';
import { quotedTierLabel } from '../tier-label.ts';
import type { TierResult } from '../tier-result.ts';
import { departureOf } from './departure-of.ts';
import type { RecordedReason } from './deviation-reasons.ts';
import { outsideStatute } from './outside-statute.ts';

/** Whether a case leaves its tier, and whether the reason on record still speaks of it. */
export interface DeviationState {
  /** -1 below the tier, 1 above, 0 inside; absent while fine or tier are not known. */
  departure?: -1 | 0 | 1;
  amount?: Fen;
  recorded?: RecordedReason;
  /** The reason was given for this fine and stands in the file as it was given. */
  stands: boolean;
  /** The file holds a reason, whether or not it still stands. */
  given: boolean;
  /** The fine lies outside the statute: no reason carries it. */
  unlawful?: true;
  /** What a person must do before the case goes on, in Chinese. */
  obstacle?: string;
}

/**
 * A fine outside the computed tier needs a reason on record (who, when, which special facts) before the case goes on
 * (行政处罚法 5(2), 34; 国办发〔2022〕27号 in practice). Like cases alone never call for one. With another fine
 * or another tier the reason lapses.
 */
export function deviationState(
  file: CaseFile,
  result: TierResult,
  reasons: readonly RecordedReason[],
): DeviationState {
  const departure = departureOf(file, result);
  const { amount } = result;
  const [recorded] = reasons;
  const deviation = file.proposal?.deviation;
  const same =
    recorded !== undefined && deviation?.reason === recorded.reason && deviation.facts === recorded.facts;
  const stands = same && recorded.fine === amount && isSameTier(recorded, result);
  const state = {
    ...(departure === undefined ? {} : { departure }),
    ...(amount === undefined ? {} : { amount }),
    ...(recorded ? { recorded } : {}),
    stands,
    given: deviation !== undefined,
  };
  if (!departure || amount === undefined) return state;
  const unlawful = outsideStatute(result);
  if (unlawful) return { ...state, unlawful: true, obstacle: unlawful };
  if (stands) return state;
  return { ...state, obstacle: obstacleOf(amount, result, recorded, state.given) };
}

function isSameTier({ tier, range }: RecordedReason, result: TierResult): boolean {
  return tier === (result.tier?.name ?? '') && range === (result.range?.text ?? '');
}

function obstacleOf(
  amount: Fen,
  result: TierResult,
  recorded: RecordedReason | undefined,
  given: boolean,
): string {
  const where = '“裁量”页';
  if (recorded && !given) {
    return `偏离裁量基准的理由已经撤回，罚款 ${yuan(amount)}仍不在阶次幅度以内；请在${where}重新说明理由，或者把罚款调整到阶次幅度以内。`;
  }
  if (recorded && recorded.fine !== amount) {
    return `偏离裁量基准的理由是就罚款 ${yuan(recorded.fine)}说明的，现为 ${yuan(amount)}，原理由已经失效；请在${where}重新说明理由，或者把罚款调整到阶次幅度以内。`;
  }
  if (recorded && !isSameTier(recorded, result)) {
    return `偏离裁量基准的理由是对照${quotedTierLabel(recorded.tier)}（${recorded.range}）说明的，现在的阶次或者幅度已经不同，原理由已经失效；请在${where}重新说明理由。`;
  }
  if (recorded) {
    return `案件所载的偏离理由与${where}登记的不一致；请在${where}重新说明理由。`;
  }
  const tier = result.tier ? quotedTierLabel(result.tier.name) : '裁量基准';
  return `罚款 ${yuan(amount)}不在${tier}的幅度（${result.range?.text ?? '不予罚款'}）以内；请先在${where}说明个案的特殊事实和偏离的理由，或者把罚款调整到幅度以内。`;
}
