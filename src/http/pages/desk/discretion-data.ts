import type { CaseFile } from '../../../cases/case-file.ts';
import { type PastCase, pastCases } from '../../../corpus/past-cases.ts';
import type { Profile } from '../../../corpus/profile.ts';
import type { ReferenceBook } from '../../../corpus/reference-book.ts';
import type { Db } from '../../../db/database.ts';
import { caseFactors } from '../../../discretion/case-factors.ts';
import { comparableCases } from '../../../discretion/comparable-cases.ts';
import { conditionsOfItem } from '../../../discretion/conditions-of-item.ts';
import { deviationReasons } from '../../../discretion/evenness/deviation-reasons.ts';
import { type DeviationState, deviationState } from '../../../discretion/evenness/deviation-state.ts';
import { type Standing, standAmong } from '../../../discretion/evenness/stand-among.ts';
import { findTier } from '../../../discretion/find-tier.ts';
import { type LikeCase, likeCases } from '../../../discretion/like-cases.ts';
import { type PlotInput, plotSummary } from '../../../discretion/plot-summary.ts';
import { positionPlot } from '../../../discretion/position-plot.ts';
import { type Spread, spreadOfLikes } from '../../../discretion/spread-of-likes.ts';
import type { TierResult } from '../../../discretion/tier-result.ts';
import { natureAndDiscretion } from '../../../documents/decision/nature-and-discretion.ts';
import type { Paragraph } from '../../../documents/draft.ts';
import { calculatorLink } from '../benchmarks/calculator-link.ts';
import { type TableMarks, tableMarks } from '../benchmarks/table-marks.ts';
import { deskLink } from './desk-link.ts';
import { type FactUsed, factsUsed } from './facts-used.ts';

/** 裁量: tier, range and like cases. */
export interface Discretion {
  tier: TierResult;
  likes: LikeCase[];
  spread?: Spread;
  /** Among comparable cases: of the item, and of it those alike in region, circumstances or provision. */
  standings: Standing[];
  deviation: DeviationState;
  plot?: { svg: string; summary: string };
  /** The cells of the table that the facts lead to. */
  marks: TableMarks;
  /** What the table asks and the file answers, with the papers. */
  facts: FactUsed[];
  /** The calculator filled in with this case. */
  tryLink?: string;
  /** The paragraphs of nature and discretion as the document would have them, written by rule alone. */
  reasons: Paragraph[];
}

/** What the desk shows of the discretion of one case. `others`: the decisions to measure its fine against. */
export async function discretionData(
  db: Db,
  file: CaseFile,
  { book, profile, others }: { book: ReferenceBook; profile: Profile; others: readonly PastCase[] },
): Promise<Discretion> {
  const tier = findTier({ file, book });
  const likes = likeCases(file, pastCases(), { limit: 12, ...(tier.item ? { item: tier.item } : {}) });
  const comparable = comparableCases(file, book, others);
  const spread = spreadOfLikes(comparable);
  return {
    tier,
    likes,
    ...(spread ? { spread } : {}),
    standings: standAmong(tier.position?.share, comparable, profile.likeCases),
    deviation: deviationState(file, tier, await deviationReasons(db, file.id)),
    ...plotOf(file.id, tier, likes),
    marks: tableMarks(file, tier),
    ...factsOf(file, tier),
    reasons: natureAndDiscretion(file, tier, undefined),
  };
}

function factsOf(file: CaseFile, { item, on }: TierResult): Pick<Discretion, 'facts' | 'tryLink'> {
  if (!item) return { facts: [] };
  const facts = caseFactors(file, item, conditionsOfItem(item));
  return { facts: factsUsed(file, item, facts), tryLink: calculatorLink(item, file, facts, on) };
}

function plotOf(caseId: string, tier: TierResult, likes: LikeCase[]): Pick<Discretion, 'plot'> {
  if (!tier.statutory && !tier.range) return {};
  const input: PlotInput = {
    likes,
    hrefOf: (like) => deskLink(caseId, { view: 'likes' }, `like-${like.id}`),
    ...(tier.statutory ? { statutory: tier.statutory } : {}),
    ...(tier.range ? { tierRange: tier.range } : {}),
    ...(tier.tier ? { tierName: tier.tier.name } : {}),
    ...(tier.amount === undefined ? {} : { proposal: tier.amount }),
  };
  return { plot: { svg: positionPlot(input), summary: plotSummary(input) } };
}
