import type { Stretch } from './find-speech.ts';
import { FRAME } from './measure-levels.ts';

const SECONDS = FRAME / 16_000;
/** An engine's times are rough: less than this beside a sentence is part of it. */
const SHORTEST = 1;
/** Within one utterance. */
const CLOSE = 0.6;

/** Spans of speech of a second and more that no sentence covers. `covered`: in seconds, in any order. */
export function findUnheard(
  speech: Stretch[],
  covered: { start: number; end: number }[],
): { start: number; end: number }[] {
  const spans = [...covered].sort((a, b) => a.start - b.start);
  const found: { start: number; end: number; voiced: number }[] = [];
  let next = 0;
  for (const { from, to } of speech) {
    let at = from * SECONDS;
    const end = to * SECONDS;
    while (next < spans.length && spans[next]!.end <= at) next += 1;
    for (let index = next; index < spans.length && spans[index]!.start < end; index += 1) {
      add(found, at, Math.min(end, spans[index]!.start));
      at = Math.max(at, spans[index]!.end);
    }
    add(found, at, end);
  }
  return found
    .filter(({ voiced }) => voiced >= SHORTEST)
    .map(({ start, end }) => ({ start: round(start), end: round(end) }));
}

function add(found: { start: number; end: number; voiced: number }[], start: number, end: number): void {
  if (end - start <= SECONDS) return;
  const last = found.at(-1);
  if (last && start - last.end < CLOSE) {
    last.end = end;
    last.voiced += end - start;
  } else found.push({ start, end, voiced: end - start });
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
