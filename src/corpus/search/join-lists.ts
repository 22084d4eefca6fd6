import type { LexicalScores } from '../score-lexical.ts';

/** An entry with its joined score. `dense` is the cosine, null where no model is loaded or the entry has no vector. */
export interface Joined {
  seq: number;
  score: number;
  dense: number | null;
}

/**
 * The union of both lists, best first; equal scores in the order of import. With cosines the score is lexical/max +
 * a × cosine; without, the lexical score as it is.
 */
export function joinLists(
  lexical: Pick<LexicalScores, 'top' | 'of'>,
  cosines: ReadonlyMap<number, number> | undefined,
  a: number,
): Joined[] {
  const highest = lexical.top[0]?.score ?? 1;
  const union = new Set([...lexical.top.map(({ seq }) => seq), ...(cosines?.keys() ?? [])]);
  return [...union]
    .map((seq) => {
      const words = lexical.of(seq);
      const dense = cosines?.get(seq) ?? null;
      return { seq, score: cosines ? words / highest + a * (dense ?? 0) : words, dense };
    })
    .sort((one, other) => other.score - one.score || one.seq - other.seq);
}
