import type { CaseDigest } from './case-digest.ts';
import type { CaseFrequencies } from './case-frequencies.ts';
import { agreement, vote, type Weighed, weigh } from './vote.ts';

/** The parts by which a case is compared. */
export type CasePart = 'words' | 'meaning' | 'cause' | 'provisions' | 'circumstances' | 'sum';

/** A part's agreement (0 to 1), what it weighs, and what agrees in words. */
export interface PartShare {
  part: CasePart;
  share: number;
  weight: number;
  /** What both have in common: words of the cause, articles, circumstances. */
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
}

export interface ScoredLike {
  seq: number;
  score: number;
  dense: number | null;
  parts: PartShare[];
}

/**
 * Set within what models/train/like_cases.py learns from graded pairs of cases, where the figure is flat; they sum to 1.
 * Circumstances and sums gain nothing on criminal cases, and weigh little.
 */
export const PART_WEIGHTS: Record<CasePart, number> = {
  words: 0.3,
  meaning: 0.3,
  cause: 0.2,
  provisions: 0.1,
  circumstances: 0.07,
  sum: 0.03,
};
/** So many nearest cases vote on the cause and the articles. */
const VOTERS = 50;
/** Sums a hundredfold apart have nothing in common. */
const DECADES = 2;
/** Below this hardly one in twenty of the nearest cases has the term. */
const LEAST_VOTE = 0.02;
const NONE: Weighed = new Map();
/** As many terms are named as what a case has in common with the vote. */
const NAMED = 8;

/**
 * Weighs each part of the candidates apart and adds them up, best first; equal scores in the order of import. Words and
 * votes count by their share of the best candidate's, so that a score does not depend on how long the query is.
 */
export function scoreLikeCases(
  query: CaseDigest,
  candidates: readonly LikeCandidate[],
  frequencies: CaseFrequencies,
): ScoredLike[] {
  const most = candidates.reduce((best, { lexical }) => Math.max(best, lexical), 0) || 1;
  const nearest = candidates
    .filter(({ digest }) => digest)
    .sort((a, b) => b.lexical - a.lexical || a.seq - b.seq)
    .slice(0, VOTERS);
  const cause = ballot(candidates, nearest, (digest) => digest.cause, frequencies.cause);
  const provisions = ballot(
    candidates,
    nearest,
    (digest) => digest.provisions,
    rarityOf(candidates, (digest) => digest.provisions),
  );
  const rarity = rarityOf(candidates, (digest) => digest.circumstances);
  return candidates
    .map(({ seq, lexical, cosine, digest }) => {
      const parts = [
        part('words', lexical / most),
        part('meaning', Math.max(0, cosine ?? 0)),
        part('cause', ...cause(digest)),
        part('provisions', ...provisions(digest)),
        part('circumstances', ...circumstancesAlike(query, digest, rarity)),
        part('sum', closeness(query.sum, digest?.sum)),
      ];
      const score = parts.reduce((sum, { share, weight }) => sum + share * weight, 0);
      return { seq, score, dense: cosine, parts };
    })
    .sort((a, b) => b.score - a.score || a.seq - b.seq);
}

function part(name: CasePart, share: number, common: string[] = []): PartShare {
  return { part: name, share: Math.min(1, share), weight: PART_WEIGHTS[name], common };
}

/** Lets the nearest cases vote on the terms of one part. @returns how far a case has the vote, as a share of the best. */
function ballot(
  candidates: readonly LikeCandidate[],
  nearest: readonly LikeCandidate[],
  termsOf: (digest: CaseDigest) => string[],
  weight: (term: string) => number,
): (digest: CaseDigest | undefined) => [share: number, common: string[]] {
  const vectors = new Map<CaseDigest, Weighed>();
  for (const { digest } of candidates) if (digest) vectors.set(digest, weigh(termsOf(digest), weight));
  const vector = (digest: CaseDigest | undefined): Weighed => (digest && vectors.get(digest)) ?? NONE;
  const voted = vote(nearest.map(({ digest, lexical }) => ({ terms: vector(digest), weight: lexical })));
  const most = candidates.reduce((best, { digest }) => Math.max(best, agreement(voted, vector(digest))), 0);
  return (digest) => {
    if (most === 0) return [0, []];
    const terms = vector(digest);
    const common = [...terms.keys()]
      .filter((term) => (voted.get(term) ?? 0) > LEAST_VOTE)
      .sort((a, b) => voted.get(b)! - voted.get(a)! || (a < b ? -1 : 1));
    return [agreement(voted, terms) / most, common.slice(0, NAMED)];
  };
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
    return Math.log(1 + (digests.length - n + 0.5) / (n + 0.5));
  };
}

/** How much of what the query tells the other tells too, the rarer the more. */
function circumstancesAlike(
  query: CaseDigest,
  other: CaseDigest | undefined,
  rarity: (name: string) => number,
): [share: number, common: string[]] {
  const told = query.circumstances.reduce((sum, name) => sum + rarity(name), 0);
  if (told === 0 || !other) return [0, []];
  const common = query.circumstances.filter((name) => other.circumstances.includes(name));
  return [common.reduce((sum, name) => sum + rarity(name), 0) / told, common];
}

/** 1 for equal sums, 0 from a hundredfold on or where one is not stated. */
function closeness(a: number | undefined, b: number | undefined): number {
  return a && b ? Math.max(0, 1 - Math.abs(Math.log10(a / b)) / DECADES) : 0;
}
