import { instructionsIn } from '../law/instructions-in.ts';
import type { Paper } from './paper.ts';

/**
 * The paper as it is read for facts: sentences that speak to a machine are blank, so that nothing in them is taken for
 * what the paper states. Offsets and lines stay.
 */
export function withoutInstructions(paper: Paper): Paper {
  const text = instructionsIn(paper.text).reduce(
    (rest, { start, end, quote }) =>
      `${rest.slice(0, start)}${quote.replace(/[^\n\t]/g, ' ')}${rest.slice(end)}`,
    paper.text,
  );
  return text === paper.text ? paper : { ...paper, text };
}
