import { type Day, daysBetween } from '../../law/dates.ts';
import { ballot } from './ballot.ts';
import type { CaseDigest } from './case-digest.ts';
import type { CaseFrequencies } from './case-frequencies.ts';
import { CIRCUMSTANCES } from './circumstances.ts';
import type { CaseItems } from './items-of-case.ts';
import { regionTold } from './region-told.ts';
import { type ToldItems, violationAlike } from './violation-alike.ts';

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
export interface ToldCase extends CaseDigest, ToldItems {
  /** All that it says, for the regions named in it. */
  text: string;
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
 * of them, where the figure is flat. Circumstances gain nothing there.
 */
export const WEIGHTS_WITHOUT_VIOLATION: Record<CasePart, number> = {
  violation: 0,
  words: 0.33,
  meaning: 0.31,
  cause: 0.21,
  provisions: 0.1,
  circumstances: 0,
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
/** As surely as this a case was about the violation told; fewer such cases tell nothing of what is rare among them. */
const SAME = 0.5;
const FEW = 2;
const NOTHING: [number, string[]] = [0, []];

/**
 * Weighs each part of the candidates apart and adds them up, best first; equal scores in the order of import. Words and
 * votes count by their share of the best candidate's, so that a score does not depend on how long the query is. Only of the
 * first `named` are the parts told.
 */
export function scoreLikeCases(
  query: ToldCase,
  candidates: readonly LikeCandidate[],
  frequencies: CaseFrequencies,
  named = Number.POSITIVE_INFINITY,
): ScoredLike[] {
  const most = candidates.reduce((best, { lexical }) => Math.max(best, lexical), 0) || 1;
  const nearest = candidates
    .filter(({ digest }) => digest)
    .sort((a, b) => b.lexical - a.lexical || a.seq - b.seq)
    .slice(0, VOTERS);
  const alike = violationAlike(query);
  const violation = new Map(candidates.map(({ seq, items }) => [seq, alike(items)]));
  const voters = nearest.map(({ seq, lexical, digest }) => ({
    digest,
    weight: lexical * (1 + SAME_VIOLATION * (violation.get(seq)?.[0] ?? 0)),
  }));
  const digests = candidates.flatMap(({ digest }) => digest ?? []);
  const cause = ballot(digests, voters, [], (digest) => digest.cause, frequencies.cause);
  const provisionsOf = (digest: CaseDigest) => digest.provisions;
  const rare = rarityOf(candidates, provisionsOf);
  const provisions = ballot(digests, voters, query.provisions, provisionsOf, rare);
  const weights = query.items?.size ? PART_WEIGHTS : WEIGHTS_WITHOUT_VIOLATION;
  const circumstances = circumstancesAlike(
    query,
    rarityOf(peers(candidates, violation), (digest) => digest.circumstances),
  );
  const measures: Record<CasePart, (one: LikeCandidate) => [share: number, common?: () => string[]]> = {
    violation: ({ seq }) => {
      const [share, common] = violation.get(seq) ?? NOTHING;
      return [share, () => common];
    },
    words: ({ lexical }) => [lexical / most],
    meaning: ({ cosine }) => [Math.max(0, cosine ?? 0)],
    cause: ({ digest }) => [cause.share(digest), () => cause.common(digest)],
    provisions: ({ digest }) => [provisions.share(digest), () => provisions.common(digest)],
    circumstances: ({ digest }) => circumstances(digest),
    sum: ({ digest }) => [closeness(query.sum, digest?.sum)],
    region: ({ digest }) => regionAlike(query, digest),
    day: ({ digest }) => dayAlike(query.day, digest?.day),
  };
  const names = Object.keys(PART_WEIGHTS) as CasePart[];
  const shareOf = (part: CasePart, one: LikeCandidate) => Math.min(1, measures[part](one)[0]);
  const scored = candidates
    .map((one) => ({
      one,
      score: names.reduce((sum, part) => sum + weights[part] * shareOf(part, one), 0),
    }))
    .sort((a, b) => b.score - a.score || a.one.seq - b.one.seq);
  return scored.map(({ one, score }, at) => ({
    seq: one.seq,
    score,
    dense: one.cosine,
    parts: at < named ? names.map((part) => toldPart(part, weights[part], measures[part](one))) : [],
  }));
}

function toldPart(
  part: CasePart,
  weight: number,
  [share, common]: [share: number, common?: () => string[]],
): PartShare {
  return { part, share: Math.min(1, share), weight, common: (share > 0 && common?.()) || [] };
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
  rarity: (name: string) => number,
): (other: CaseDigest | undefined) => [share: number, common?: () => string[]] {
  const told = query.circumstances.map((name) => ({
    name,
    opposite: OPPOSITES.get(name),
    rare: rarity(name),
  }));
  const all = told.reduce((sum, { rare }) => sum + rare, 0);
  return (other) => {
    if (all === 0 || !other) return [0];
    const tells = (name: string) => other.circumstances.includes(name);
    let sum = 0;
    for (const { name, opposite, rare } of told) {
      if (tells(name)) sum += rare;
      else if (opposite !== undefined && tells(opposite)) sum -= rare;
    }
    return [Math.max(0, sum) / all, () => query.circumstances.filter(tells)];
  };
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
): [share: number, common?: () => string[]] {
  if (!other?.region) return [0];
  const told = regionTold(asked === undefined ? text : `${asked}\n${text}`, other.region);
  if (told === '') return [0];
  return [other.region === told ? 1 : 0.5, () => [told]];
}

/** 1 for the same day, 0 from five years on or where one is not stated. */
function dayAlike(a: Day | undefined, b: Day | undefined): [share: number, common?: () => string[]] {
  if (a === undefined || b === undefined) return [0];
  return [Math.max(0, 1 - Math.abs(daysBetween(a, b)) / DAYS), () => [b]];
}
