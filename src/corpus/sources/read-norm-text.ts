import type { Reading } from '../source-draft.ts';
import { cleanLines } from './clean-lines.ts';
import { cutNorms } from './cut-norms.ts';
import { readNormLines } from './read-norm-lines.ts';

/**
 * The norms in the text of a paper, page by page: mostly one; with an annex that is a norm of its own, or a decision of
 * amendment with the text it makes, several. `file` gives the title where the paper shows none.
 */
export function readNormText(file: string, pages: readonly string[]): Reading[] {
  const original = pages.join('\f');
  const parts = cutNorms(cleanLines(pages));
  const readings: Reading[] = [];
  const annexes: string[][] = [];
  for (const part of parts.slice(1)) if ('annex' in part) annexes.push(part.annex);
  const main = parts[0]!;
  const first = readNormLines(file, 'annex' in main ? main.annex : main.lines, { original, annexes });
  readings.push(...first);
  const leading = first.find((reading) => 'source' in reading)?.source;
  for (const part of parts.slice(1))
    if ('lines' in part)
      readings.push(...readNormLines(file, part.lines, { original, title: part.title, leading }));
  return readings;
}
