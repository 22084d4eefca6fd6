import type { Benchmark, BenchmarkItem, Tier } from '../corpus/benchmark.ts';
import type { Day } from '../law/dates.ts';
import { type FenRange, rangeText } from '../law/fine-range.ts';
import type { Fen } from '../law/money.ts';
import type { Sanction } from '../law/sanction.ts';

/** One step of the reckoning: what was looked at, what came out, and what it rests on. All Chinese. */
export interface Step {
  step: string;
  value: string;
  basis: string;
}

/** A fact that would settle the question. `factor` is a factor's name or a path of the case file. */
export interface MissingFact {
  factor: string;
  question: string;
}

/** A span of fines in fen with its wording: `50,000 元以上 100,000 元以下`. */
export interface StatedRange extends FenRange {
  text: string;
  unit: 'fen';
}

/** One change of one fact that leads to another tier. */
export interface Change {
  factor: string;
  change: string;
  tier: string;
  range?: string;
}

/** What stands in the way of a plain answer. `blocks`: no tier or span was computed because of it. */
export interface DiscretionConflict {
  kind:
    | 'no-such-item'
    | 'out-of-force'
    | 'other-region'
    | 'other-party'
    | 'other-sanction'
    | 'facts-differ'
    | 'wrong-value'
    | 'several-tiers'
    | 'no-tier'
    | 'several-spans'
    | 'outside-statute'
    | 'no-ground'
    | 'no-sanction'
    | 'empty-span';
  text: string;
  blocks: boolean;
}

/** Where the fine of the file stands. -1 below, 0 inside, 1 above. `share` is its place in the span of the statute, 0 to 1. */
export interface Position {
  amount: Fen;
  inStatute?: -1 | 0 | 1;
  inRange?: -1 | 0 | 1;
  share?: number;
  text: string;
}

/** 从轻、减轻、从重 and 不予处罚 as the file's grounds call for them. */
export interface GroundsResult {
  /** An accepted ground of 行政处罚法 30 to 32 or another norm: a fine below the minimum is open. */
  mayMitigate: boolean;
  heavier: boolean;
  /** 33: `must` not be punished, or `may` be left unpunished. */
  noPenalty?: 'must' | 'may';
}

/** 裁量结果: tier and span of fines with every step. The amount is never chosen here. */
export interface TierResult {
  on?: Day;
  benchmark?: Benchmark;
  item?: BenchmarkItem;
  sanction?: Sanction;
  /** Set only when every completion of the missing facts leads to it. */
  tier?: Tier;
  /** The tiers still open; one when settled, none when nothing could be computed. */
  possibleTiers: Tier[];
  /** The span of the tier, clipped to the statute. */
  range?: StatedRange;
  statutory?: StatedRange;
  grounds: GroundsResult;
  amount?: Fen;
  position?: Position;
  steps: Step[];
  missing: MissingFact[];
  whatWouldChange: Change[];
  conflicts: DiscretionConflict[];
}

/** A span with its wording. */
export function statedRange(range: FenRange): StatedRange {
  return { ...range, text: rangeText(range), unit: 'fen' };
}
