import type { Benchmark, BenchmarkItem, Tier } from '../corpus/benchmark.ts';
import type { Day } from '../law/dates.ts';
import { type FenRange, rangeText } from '../law/fine-range.ts';
import type { Fen } from '../law/money.ts';
import type { PenaltyType } from '../law/penalties.ts';
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
    | 'obsolete-statute'
    | 'unknown-validity'
    | 'empty-span'
    | 'needs-retyping'
    | 'no-degree'
    | 'several-degrees'
    | 'no-fine-span'
    | 'superseded'
    | 'several-benchmarks'
    | 'newer-benchmark'
    | 'newer-law'
    | 'type-not-allowed';
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
  /** Set where every such ground only allows it (可以): whether it is used is for people to say. */
  byChoice?: true;
  heavier: boolean;
  /** 33: `must` not be punished, or `may` be left unpunished. */
  noPenalty?: 'must' | 'may';
}

/** 权重累加: percentages are decimal text (`7.5`), amounts fen; `from` and `to` are equal once everything is settled. */
export interface Weighing {
  start?: { name?: string; percent: string };
  parts: {
    factor: string;
    /** Set when one degree is settled; else the degrees still `possible`. */
    degree?: string;
    percent?: string;
    possible?: { degree: string; percent: string }[];
    /** Counted at its lowest, as the table says of what cannot be established. */
    lowest?: true;
  }[];
  /** After cap and floor; only when settled. */
  sum?: string;
  from?: { sum: string; amount?: Fen };
  to?: { sum: string; amount?: Fen };
}

/** 基础数额加单位数额. Units are decimal text; without `to` the upper end is open. */
export interface Counting {
  parts: { factor: string; units?: string; each: Fen; adds?: Fen }[];
  from: Fen;
  to?: Fen;
}

/**
 * A penalty that is due or may be chosen, and what it rests on. `type` where the words are those of the law; `oneOf` where one of
 * several must follow and a person says which.
 */
export interface PenaltyDue {
  type?: PenaltyType;
  oneOf?: PenaltyType[];
  text: string;
  basis: string;
}

/** `open`: whether it is provided for depends on a fact that is not known. `measures` are no penalties: 责令改正, 教育. */
export interface PenaltiesDue {
  required: PenaltyDue[];
  optional: PenaltyDue[];
  open: PenaltyDue[];
  measures: PenaltyDue[];
}

/**
 * 直接负责的主管人员和其他直接责任人员: what the provision fines them beside the unit, a result of its own. Without `range` a fact is
 * missing on which the span, or whether there is one, depends.
 */
export interface ResponsibleFine {
  range?: StatedRange;
  text: string;
  basis: string;
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
  /** In which way the table gave its answer; absent while anything is open. */
  settled?: 'tier' | 'weights' | 'per-unit';
  weighing?: Weighing;
  counting?: Counting;
  /** Absent without a penal provision. */
  penalties?: PenaltiesDue;
  /** The party is a natural person who answers as one responsible in a unit, not as the offender. */
  asResponsible?: true;
  /** Absent where the provision fines nobody beside the unit, or the offender is none. */
  responsible?: ResponsibleFine;
  /** The span of the tier, or the reckoned amount, clipped to the statute. */
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
