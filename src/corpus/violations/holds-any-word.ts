import type { ViolationMatch } from './match-violations.ts';

/** Whether an entry was found by any word at all: the cosine of a short text is often high by chance. */
export function holdsAnyWord({ why }: Pick<ViolationMatch, 'why'>): boolean {
  return why.words.length > 0 || why.expanded.length > 0 || why.met.length > 0;
}
