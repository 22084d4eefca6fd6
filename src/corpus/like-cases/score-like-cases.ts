import { type Day, daysBetween } from '../../law/dates.ts';
import type { CaseDigest } from './case-digest.ts';
import type { CaseFrequencies } from './case-frequencies.ts';
import { CIRCUMSTANCES } from './circumstances.ts';
import type { CaseItems } from './items-of-case.ts';
import { regionTold } from './region-told.ts';
import { agreement, vote, type Weighed, weigh } from './vote.ts';

/** The parts by which a case is compared. */
export type CasePart =
  | 'violation'
  | 'words'
  | 'meaning'
  | 'cause'
  | 'provisions'
  | 'circumstances'
  | 'sum'
  | 'region'
  | 'day';

/** A part's agreement (0 to 1), what it weighs, and what agrees in words. */
export interface PartShare {
  part: CasePart;
  share: number;
  weight: number;
  /** What both have in common: the violation, words of the cause, articles, circumstances, the region, the day. */
  common: string[];
}

/** An entry that could be alike. `cosine` null where no model is loaded or it has no vector. */
export interface LikeCandidate {
  seq: number;
  /** BM25 of the query's words, each counted once. */
  lexical: number;
  cosine: number | null;
  /** Absent for candidates too far off to be looked into: their other parts count nothing. */
  digest?: CaseDigest;
  /** Which violations of the catalogue it was about; absent where that is not known. */
  items?: CaseItems;
}

/** The case that a query tells. */
export interface ToldCase extends CaseDigest {
  /** All that it says, for the regions named in it. */
  text: string;
  /** Which violations of the catalogue it tells, and how they are called. */
  items?: CaseItems;
  nameOf?: (item: string) => string;
  fieldOf?: (item: string) => string | undefined;
}

export interface ScoredLike {
  seq: number;
  score: number;
  dense: number | null;
  parts: PartShare[];
}

/**
 * Where the query tells a violation of the catalogue; they sum to 1. The violation tells the most of all, and of cases of one
 * violation those are the most alike whose circumstances are.
 */
export const PART_WEIGHTS: Record<CasePart, number> = {
  violation: 0.24,
  words: 0.18,
  meaning: 0.18,
  cause: 0.12,
  provisions: 0.06,
  circumstances: 0.14,
  sum: 0.04,
  region: 0.02,
  day: 0.02,
};
/**
 * Where no case is about any, as among judgments of crimes: set within what models/train/like_cases.py learns from graded pairs
 * of them, where the figure is flat. Circumstances and sums gain nothing there, and weigh little.
 */
export const WEIGHTS_WITHOUT_VIOLATION: Record<CasePart, number> = {
  violation: 0,
  words: 0.3,
  meaning: 0.3,
  cause: 0.2,
  provisions: 0.1,
  circumstances: 0.05,
  sum: 0.03,
  region: 0.01,
  day: 0.01,
};
/** So many nearest cases vote on the cause and the articles. */
const VOTERS = 50;
/** Sums a hundredfold apart have nothing in common. */
const DECADES = 2;
/** Days further apart than five years have nothing in common. */
const DAYS = 5 * 365;
/** A voter on cause and articles that was about the same violation counts so many times more. */
const SAME_VIOLATION = 4;
const SAME_FIELD = 0.35;
/** As surely as this a case was about the violation told; fewer such cases tell nothing of what is rare among them. */
const SAME = 0.5;
const FEW = 2;
/** Below this hardly one in twenty of the nearest cases has the term. */
const LEAST_VOTE = 0.02;
const NONE: Weighed = new Map();
const NOTHING: [number, string[]] = [0, []];
/** As many terms are named as what a case has in common with the vote. */
const NAMED = 8;

/**
 * Weighs each part of the candidates apart and adds them up, best first; equal scores in the order of import. Words and
 * votes count by their share of the best candidate's, so that a score does not depend on how long the query is.
 */
export function scoreLikeCases(
  query: ToldCase,
  candidates: readonly LikeCandidate[],
  frequencies: CaseFrequencies,
): ScoredLike[] {
  const most = candidates.reduce((best, { lexical }) => Math.max(best, lexical), 0) || 1;
  const nearest = candidates
    .filter(({ digest }) => digest)
    .sort((a, b) => b.lexical - a.lexical || a.seq - b.seq)
    .slice(0, VOTERS);
  const violation = new Map(candidates.map(({ seq, items }) => [seq, violationAlike(query, items)]));
  const voters = nearest.map(({ seq, lexical, digest }) => ({
    digest,
    weight: lexical * (1 + SAME_VIOLATION * (violation.get(seq)?.[0] ?? 0)),
  }));
  const cause = ballot(candidates, voters, [], (digest) => digest.cause, frequencies.cause);
  const provisions = ballot(
    candidates,
    voters,
    query.provisions,
    (digest) => digest.provisions,
    rarityOf(candidates, (digest) => digest.provisions),
  );
  const weights = query.items?.size ? PART_WEIGHTS : WEIGHTS_WITHOUT_VIOLATION;
  const part = (name: CasePart, share: number, common: string[] = []): PartShare => ({
    part: name,
    share: Math.min(1, share),
    weight: weights[name],
    common,
  });
  const rarity = rarityOf(peers(candidates, violation), (digest) => digest.circumstances);
  return candidates
    .map(({ seq, lexical, cosine, digest }) => {
      const parts = [
        part('violation', ...(violation.get(seq) ?? NOTHING)),
        part('words', lexical / most),
        part('meaning', Math.max(0, cosine ?? 0)),
        part('cause', ...cause(digest)),
        part('provisions', ...provisions(digest)),
        part('circumstances', ...circumstancesAlike(query, digest, rarity)),
        part('sum', closeness(query.sum, digest?.sum)),
        part('region', ...regionAlike(query, digest)),
        part('day', ...dayAlike(query.day, digest?.day)),
      ];
      const score = parts.reduce((sum, { share, weight }) => sum + share * weight, 0);
      return { seq, score, dense: cosine, parts };
    })
    .sort((a, b) => b.score - a.score || a.seq - b.seq);
}

/**
 * Lets the nearest cases vote on the terms of one part; what the query itself tells counts as much as all of them.
 * @returns how far a case has the vote, as a share of the best.
 */
function ballot(
  candidates: readonly LikeCandidate[],
  voters: readonly { digest?: CaseDigest | undefined; weight: number }[],
  told: readonly string[],
  termsOf: (digest: CaseDigest) => string[],
  rarity: (term: string) => number,
): (digest: CaseDigest | undefined) => [share: number, common: string[]] {
  const vectors = new Map<CaseDigest, Weighed>();
  for (const { digest } of candidates) if (digest) vectors.set(digest, weigh(termsOf(digest), rarity));
  const vector = (digest: CaseDigest | undefined): Weighed => (digest && vectors.get(digest)) ?? NONE;
  const votes = voters.map(({ digest, weight }) => ({ terms: vector(digest), weight }));
  if (told.length > 0) {
    const weight = votes.reduce((sum, one) => sum + one.weight, 0) || 1;
    votes.push({ terms: weigh(told, rarity), weight });
  }
  const voted = vote(votes);
  const most = candidates.reduce((best, { digest }) => Math.max(best, agreement(voted, vector(digest))), 0);
  return (digest) => {
    if (most === 0) return [0, []];
    const terms = vector(digest);
    const common = [...terms.keys()]
      .filter((term) => (voted.get(term) ?? 0) > LEAST_VOTE)
      .sort((a, b) => (voted.get(b) ?? 0) - (voted.get(a) ?? 0) || (a < b ? -1 : 1));
    return [agreement(voted, terms) / most, common.slice(0, NAMED)];
  };
}

/** How surely both are about one violation, the likeliest that both can be about; a little for violations of one field. */
function violationAlike(
  { items: told, nameOf = (id) => id, fieldOf = () => undefined }: ToldCase,
  items: CaseItems | undefined,
): [share: number, common: string[]] {
  let share = 0;
  let common: string[] = [];
  for (const [id, sure] of items ?? []) {
    for (const [other, likely] of told ?? []) {
      const field = fieldOf(id);
      const kind = id === other ? 1 : field !== undefined && field === fieldOf(other) ? SAME_FIELD : 0;
      const both = sure * likely * kind;
      if (both > share) [share, common] = [both, [id === other ? nameOf(id) : `同一领域：${field}`]];
    }
  }
  return [share, common];
}

/** Inverse document frequency among the candidates that were looked into. */
function rarityOf(
  candidates: readonly LikeCandidate[],
  termsOf: (digest: CaseDigest) => string[],
): (term: string) => number {
  const digests = candidates.flatMap(({ digest }) => digest ?? []);
  const counts = new Map<string, number>();
  for (const digest of digests) {
    for (const term of termsOf(digest)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return (term) => {
    const n = counts.get(term) ?? 0;
    // What none of them tells makes no difference between them.
    return n === 0 ? 0 : Math.log(1 + (digests.length - n + 0.5) / (n + 0.5));
  };
}

const OPPOSITES = new Map(CIRCUMSTANCES.map(({ name, opposite }) => [name, opposite]));

/** How much of what the query tells the other tells too, the rarer the more, less what it tells the opposite of. */
function circumstancesAlike(
  query: CaseDigest,
  other: CaseDigest | undefined,
  rarity: (name: string) => number,
): [share: number, common: string[]] {
  const told = query.circumstances.reduce((sum, name) => sum + rarity(name), 0);
  if (told === 0 || !other) return [0, []];
  const tells = (name: string | undefined) => name !== undefined && other.circumstances.includes(name);
  const common = query.circumstances.filter(tells);
  const against = query.circumstances.filter((name) => !tells(name) && tells(OPPOSITES.get(name)));
  const sum = (names: string[]) => names.reduce((all, name) => all + rarity(name), 0);
  return [Math.max(0, sum(common) - sum(against)) / told, common];
}

/**
 * Where some cases were about the violation told, these: what each of them tells (an unlicensed dealer has no licence) does not
 * make two of them more alike.
 */
function peers(
  candidates: readonly LikeCandidate[],
  violation: ReadonlyMap<number, [share: number, common: string[]]>,
): readonly LikeCandidate[] {
  const same = candidates.filter(({ seq }) => (violation.get(seq)?.[0] ?? 0) >= SAME);
  return same.length >= FEW ? same : candidates;
}

/** 1 for equal sums, 0 from a hundredfold on or where one is not stated. */
function closeness(a: number | undefined, b: number | undefined): number {
  return a && b ? Math.max(0, 1 - Math.abs(Math.log10(a / b)) / DECADES) : 0;
}

/** 1 for the whole region of a case named by the query, less for a wider one alone. */
function regionAlike(
  { text, region: asked }: ToldCase,
  other: CaseDigest | undefined,
): [share: number, common: string[]] {
  if (!other?.region) return [0, []];
  const told = regionTold(`${asked ?? ''}\n${text}`, other.region);
  if (told === '') return [0, []];
  return [other.region.endsWith(told) ? 1 : 0.5, [told]];
}

/** 1 for the same day, 0 from five years on or where one is not stated. */
function dayAlike(a: Day | undefined, b: Day | undefined): [share: number, common: string[]] {
  const share = a && b ? Math.max(0, 1 - Math.abs(daysBetween(a, b)) / DAYS) : 0;
  return [share, share > 0 && b ? [b] : []];
}
