import type { CaseDigest } from './case-digest.ts';
import { agreement, vote, type Weighed, weigh } from './vote.ts';

/** Below this hardly one in twenty of the nearest cases has the term. */
const LEAST_VOTE = 0.02;
/** As many terms are named as what a case has in common with the vote. */
const NAMED = 8;
const NONE: Weighed = new Map();
const kept = new WeakMap<(term: string) => number, WeakMap<CaseDigest, Weighed>>();

/** What the nearest cases say of one part of a case. */
export interface Ballot {
  /** How far a case has the vote, as a share of the best. */
  share(digest: CaseDigest | undefined): number;
  /** The terms of a case that are in the vote, those with the most votes first. */
  common(digest: CaseDigest | undefined): string[];
}

/** Lets the nearest cases vote on the terms of one part; what the query itself tells counts as much as all of them. */
export function ballot(
  digests: readonly CaseDigest[],
  voters: readonly { digest?: CaseDigest | undefined; weight: number }[],
  told: readonly string[],
  termsOf: (digest: CaseDigest) => string[],
  rarity: (term: string) => number,
): Ballot {
  // Vectors of frequencies that stay are worked out once.
  const vectors = kept.get(rarity) ?? new WeakMap<CaseDigest, Weighed>();
  kept.set(rarity, vectors);
  const vector = (digest: CaseDigest | undefined): Weighed => {
    if (!digest) return NONE;
    const known = vectors.get(digest) ?? weigh(termsOf(digest), rarity);
    vectors.set(digest, known);
    return known;
  };
  const votes = voters.map(({ digest, weight }) => ({ terms: vector(digest), weight }));
  if (told.length > 0) {
    const weight = votes.reduce((sum, one) => sum + one.weight, 0) || 1;
    votes.push({ terms: weigh(told, rarity), weight });
  }
  const voted = vote(votes);
  const agreed = new Map(digests.map((digest) => [digest, agreement(voted, vector(digest))]));
  const most = Math.max(0, ...agreed.values());
  return {
    share: (digest) => (digest && most > 0 ? (agreed.get(digest) ?? 0) / most : 0),
    common(digest) {
      const votesFor = (term: string) => voted.get(term) ?? 0;
      return [...vector(digest).keys()]
        .filter((term) => votesFor(term) > LEAST_VOTE)
        .sort((a, b) => votesFor(b) - votesFor(a) || (a < b ? -1 : 1))
        .slice(0, NAMED);
    },
  };
}
