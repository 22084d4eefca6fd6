import type { Citation } from '../law/citation.ts';
import type { Day } from '../law/dates.ts';
import type { NormLevel } from '../law/penalties.ts';
import type { Sanction } from '../law/sanction.ts';
import type { Benchmark, BenchmarkItem } from './benchmark.ts';
import type { CriminalThreshold } from './criminal-threshold.ts';
import type { SanctionFactor } from './read-sanctions.ts';
import type { Statute } from './read-statute-file.ts';
import type { OwnList } from './violations/own-violation.ts';

/** What the library knows of a citation on a day. */
export type CitationState =
  | {
      state: 'in-force';
      level: NormLevel;
      title: string;
      gist?: string;
      text?: string;
      headAlone?: true;
      oneDuty?: true;
    }
  | { state: 'superseded' | 'repealed'; since: Day; by?: string; level: NormLevel }
  | { state: 'not-yet-in-force'; from: Day; level: NormLevel }
  | { state: 'no-such-article'; level: NormLevel }
  | { state: 'unknown-law' };

/**
 * The library in memory, as rules and the discretion engine need it: pure lookups, no database.
 * Built once from corpus/ (and from imported texts); safe to share between requests.
 */
export interface ReferenceBook {
  /** The state of an article on a day. */
  cite(citation: Citation, on: Day): CitationState;
  /** The level of a norm by its full title. */
  levelOf(law: string): NormLevel | undefined;
  /** The sanction of a penal provision in force on the day, or `undefined` when the library has none. */
  sanctionOf(citation: Citation, on: Day): Sanction | undefined;
  /**
   * As `sanctionOf`; where nobody entered the provision, what its imported text says, with what could not be read marked in
   * `reading`. `none`: the text is known and threatens no penalty.
   */
  readingOf(citation: Citation, on: Day): Sanction | 'none' | undefined;
  /** Every version of that sanction, for comparing old and new law. */
  sanctionsOf(citation: Citation): Sanction[];
  /** A sanction by the id that benchmark items name. */
  sanction(id: string): Sanction | undefined;
  /** The question behind a factor that selects between spans of a provision. */
  sanctionFactor(name: string): SanctionFactor | undefined;
  /** The full title of a norm from its full or short title; `undefined` when the library does not hold it. */
  titleOf(name: string): string | undefined;
  /** A norm with its versions, by any of its names. */
  statuteOf(name: string): Statute | undefined;
  /** Every norm, for listing and for adding imported texts. */
  statutes(): Statute[];
  benchmarkItem(id: string): { benchmark: Benchmark; item: BenchmarkItem } | undefined;
  benchmarks(): Benchmark[];
  /** 刑事立案追诉标准 of every offence; which of them goes with a case is the review's question. */
  criminalThresholds(): CriminalThreshold[];
  /** The agencies' own lists of enforcement items (行政执法事项清单) that were imported, in the order of their import. */
  ownLists(): readonly OwnList[];
}
