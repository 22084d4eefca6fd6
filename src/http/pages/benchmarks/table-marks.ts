import type { CaseFile } from '../../../cases/case-file.ts';
import type { Tier } from '../../../corpus/benchmark.ts';
import { caseFactors } from '../../../discretion/case-factors.ts';
import { conditionsOfItem } from '../../../discretion/conditions-of-item.ts';
import { isWeighted } from '../../../discretion/method-of-item.ts';
import {
  finesBesideTier,
  finesOfTier,
  rangeOfTier,
  type TierFine,
} from '../../../discretion/spans/range-of-tier.ts';
import { sideOf } from '../../../discretion/spans/side-of.ts';
import type { TierResult } from '../../../discretion/tier-result.ts';
import { chooseDegrees, type Degree, type Start } from '../../../discretion/weights/choose-degrees.ts';

export type MarkState = 'chosen' | 'possible';

/** The cells of a table that the facts lead to, and those that they still leave open. */
export interface TableMarks {
  tiers: ReadonlyMap<Tier, MarkState>;
  fines: ReadonlyMap<TierFine, MarkState>;
  starts: ReadonlyMap<Start, MarkState>;
  degrees: ReadonlyMap<Degree, MarkState>;
  counting?: TierResult['counting'];
}

/** Marks what the engine found. Where it found nothing (another party, another day), nothing is marked. */
export function tableMarks(file: CaseFile, result: TierResult): TableMarks {
  const tiers = new Map<Tier, MarkState>();
  const fines = new Map<TierFine, MarkState>();
  const starts = new Map<Start, MarkState>();
  const degrees = new Map<Degree, MarkState>();
  const { item, counting } = result;
  const marks = { tiers, fines, starts, degrees, ...(counting ? { counting } : {}) };
  if (!item) return marks;
  const facts = caseFactors(file, item, conditionsOfItem(item));
  const side = sideOf(file, result.sanction);
  if (result.weighing && isWeighted(item)) {
    const chosen = chooseDegrees(item, facts, side);
    const open = chosen.starts.length > 1 || chosen.startMissing.length > 0;
    for (const { start } of chosen.starts) starts.set(start, open ? 'possible' : 'chosen');
    for (const { degree, open: left } of chosen.parts) {
      if (degree) degrees.set(degree, 'chosen');
      else for (const one of left) degrees.set(one, 'possible');
    }
  }
  for (const tier of result.possibleTiers) {
    const state = result.tier === tier ? 'chosen' : 'possible';
    tiers.set(tier, state);
    if (result.responsible) for (const fine of finesBesideTier(tier)) fines.set(fine, state);
    const range = rangeOfTier(tier, side, facts, result.statutory);
    if (range.state === 'known') fines.set(range.fine, state);
    else {
      const own = finesOfTier(tier).filter(({ party }) => !party || party === side);
      for (const fine of own) fines.set(fine, own.length === 1 ? state : 'possible');
    }
  }
  return marks;
}
