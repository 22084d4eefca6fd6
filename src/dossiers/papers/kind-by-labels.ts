import type { PaperKind } from '../../cases/paper-kinds.ts';
import { PAPER_LABELS } from './paper-labels.ts';

/** How much of a text is searched, from its beginning and before its end. */
const HEAD = 6000;
const TAIL = 1500;
const ENOUGH = 3;
/** How near the next kind may come, as a share of the first one's measure. */
const MARGIN = 0.85;

/** How many of a kind's labels stand in the text. */
export function labelsOf(kind: PaperKind, text: string): number {
  const words = compact(text);
  return PAPER_LABELS[kind]?.filter((label) => label.test(words)).length ?? 0;
}

/**
 * The kind whose labels stand in the text in greatest number, at least three and half of them, clearly more than any
 * other's.
 */
export function kindByLabels(text: string): PaperKind | undefined {
  const words = compact(text);
  const found = Object.entries(PAPER_LABELS).map(([kind, labels]) => {
    const hits = labels.filter((label) => label.test(words)).length;
    return { kind: kind as PaperKind, hits, share: hits / labels.length };
  });
  found.sort((a, b) => b.hits * b.share - a.hits * a.share);
  const [first, second] = found;
  if (!first || first.hits < ENOUGH || first.share < 0.5) return undefined;
  // A notice that also speaks of the defence is the prior notice, with the right to a hearing in it.
  const notices = [first.kind, second?.kind];
  if (notices.includes('prior-notice') && notices.includes('hearing-right-notice')) return 'prior-notice';
  return second && second.hits * second.share > first.hits * first.share * MARGIN ? undefined : first.kind;
}

function compact(text: string): string {
  const part = text.length > HEAD + TAIL ? text.slice(0, HEAD) + text.slice(-TAIL) : text;
  return part.replace(/[\s\u3000]+/g, '');
}
