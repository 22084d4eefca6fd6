import type { PaperKind } from '../cases/paper-kinds.ts';
import { PAPER_LABELS } from './paper-labels.ts';

/** How much of a text is searched, from its beginning and before its end. */
const HEAD = 6000;
const TAIL = 1500;
const ENOUGH = 3;

/** How many of a kind's labels stand in the text. */
export function labelsOf(kind: PaperKind, text: string): number {
  const words = compact(text);
  return PAPER_LABELS[kind]?.filter((label) => label.test(words)).length ?? 0;
}

/** The kind whose labels stand in the text in greatest number, at least three and one more than any other's. */
export function kindByLabels(text: string): PaperKind | undefined {
  const words = compact(text);
  const counts = Object.entries(PAPER_LABELS).map(([kind, labels]) => ({
    kind: kind as PaperKind,
    hits: labels.filter((label) => label.test(words)).length,
    share: labels.filter((label) => label.test(words)).length / labels.length,
  }));
  counts.sort((a, b) => b.hits * b.share - a.hits * a.share);
  const [first, second] = counts;
  if (!first || first.hits < ENOUGH || first.share < 0.5) return undefined;
  return second && second.hits * second.share >= first.hits * first.share ? undefined : first.kind;
}

function compact(text: string): string {
  const part = text.length > HEAD + TAIL ? text.slice(0, HEAD) + text.slice(-TAIL) : text;
  return part.replace(/[\s\u3000]+/g, '');
}
