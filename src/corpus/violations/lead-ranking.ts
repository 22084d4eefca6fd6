import type { Joined } from '../search/join-lists.ts';
import type { Led } from './leading-articles.ts';

/**
 * What a sure match is worth beside the re-ranker's scores; found on the training half of our questions. The words of a
 * story have little in common with those of a statute, so there the catalogue counts for more.
 */
const LEAD = 10;
const LEAD_STORY = 18;

/** Puts the articles that the catalogue leads to among those that were found, the surer the higher. */
export function leadRanking(
  story: boolean,
  ranked: readonly Joined[],
  led: ReadonlyMap<number, Led>,
): Joined[] {
  if (led.size === 0) return [...ranked];
  const lead = story ? LEAD_STORY : LEAD;
  const known = new Set(ranked.map(({ seq }) => seq));
  const lowest = ranked.at(-1)?.score ?? 0;
  const added = [...led.keys()]
    .filter((seq) => !known.has(seq))
    .map((seq) => ({ seq, score: lowest, dense: null }));
  return [...ranked, ...added]
    .map((one) => ({ ...one, score: one.score + lead * (led.get(one.seq)?.weight ?? 0) }))
    .sort((one, other) => other.score - one.score || one.seq - other.seq);
}

/** Puts the articles that the query cites before all others, in the order of the query. */
export function citedFirst(ranked: readonly Joined[], cited: readonly number[]): Joined[] {
  if (cited.length === 0) return [...ranked];
  const found = new Map(ranked.map((one) => [one.seq, one]));
  const highest = ranked[0]?.score ?? 0;
  return [
    ...cited.map((seq, at) => ({
      seq,
      dense: found.get(seq)?.dense ?? null,
      score: highest + cited.length - at,
    })),
    ...ranked.filter(({ seq }) => !cited.includes(seq)),
  ];
}
