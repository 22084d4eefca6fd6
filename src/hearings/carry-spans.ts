import type { Span } from './transcript-segment.ts';

/**
 * The unconfirmed words of a text after it was changed: those before and behind the change stay where they are, those
 * that the change touched are settled by it.
 */
export function carrySpans(before: string, after: string, spans: Span[]): Span[] {
  const [old, fresh] = [[...before], [...after]];
  const most = Math.min(old.length, fresh.length);
  let front = 0;
  while (front < most && old[front] === fresh[front]) front += 1;
  let back = 0;
  while (back < most - front && old.at(-1 - back) === fresh.at(-1 - back)) back += 1;
  const shift = fresh.length - old.length;
  return spans.flatMap(({ from, to }) => {
    if (to <= front) return [{ from, to }];
    return from >= old.length - back ? [{ from: from + shift, to: to + shift }] : [];
  });
}
