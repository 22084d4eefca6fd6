import { readFileSync } from 'node:fs';
import type { PenalFigures } from './penal-figures.ts';

const FILE = new URL('../../../corpus/norms/penal-figures.jsonl', import.meta.url);
const kept = new Map<string, PenalFigures | undefined>();
let lines: string | undefined;

/**
 * What the penal provisions of a version of a norm threaten, from corpus/norms/penal-figures.jsonl; `undefined` where the
 * bundle has no figures of it. Only the line that is asked for is read out.
 */
export function figuresOf(title: string, adopted: string): PenalFigures | undefined {
  const head = `{"title":${JSON.stringify(title)},"adopted":${JSON.stringify(adopted)},`;
  if (kept.has(head)) return kept.get(head);
  lines ??= `\n${readFileSync(FILE, 'utf8')}`;
  const start = lines.indexOf(`\n${head}`) + 1;
  const figures =
    start > 0 ? (JSON.parse(lines.slice(start, lines.indexOf('\n', start))) as PenalFigures) : undefined;
  kept.set(head, figures);
  return figures;
}
