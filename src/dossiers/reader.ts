import type { FactValue, Paper, Span, StatedFact } from './paper.ts';

/**
 * Reads what one paper states, by rules. Says only what stands there: each fact with the place of its words, nothing
 * that is not sure. `dossier` are all papers of the case, for what a paper refers to.
 */
export type Reader = (paper: Paper, dossier: readonly Paper[]) => StatedFact[];

/** A fact of a reader by rules. */
export function stated(path: string, value: FactValue, { start, end }: Span): StatedFact {
  return { path, value, start, end, by: 'rule' };
}
