import type { Stretch } from './find-speech.ts';
import { FRAME } from './measure-levels.ts';

/** A piece of the recording as it lies in a part; all in samples at 16 kHz. */
export interface Piece {
  /** In the recording. */
  from: number;
  length: number;
  /** In the part. */
  at: number;
}

/** What the engine hears in one go: pieces of the recording one after another, the silences between them left out. */
export interface Part {
  pieces: Piece[];
  /** With the silence at its end. */
  length: number;
}

const SECOND = 50;
/** The engine's window is 30 s. */
const LONGEST = 28 * SECOND;
/** From here on a good pause ends a part; before it a part would waste the engine's window. */
const FULL = 25.5 * SECOND;
/** What stays before and after speech, so that no first or last sound is cut. */
const BEFORE = 0.25 * SECOND;
const AFTER = 0.35 * SECOND;
/** A pause beyond this always ends a part: waiting longer never costs the engine more than the pause would have. */
const FAR = 30 * SECOND;
/** Nobody speaks this long without a breath; longer stretches are cut where they are faintest. */
const BREATH = 20 * SECOND;
/** The engine passes over the last second, and over whatever is shorter. */
const SHORTEST = 1.4 * SECOND;

/** Puts the speech of a recording into parts of at most 28 s that end at pauses. */
export function planParts(speech: Stretch[], levels: Float32Array): Part[] {
  const spoken = speech.flatMap((stretch) => cutLong(stretch, levels));
  const parts: Part[] = [];
  for (let first = 0; first < spoken.length; ) {
    const last = lastOf(spoken, first);
    parts.push(partOf(spoken.slice(first, last + 1), levels.length, spoken[first - 1], spoken[last + 1]));
    first = last + 1;
  }
  return parts;
}

/** The stretch that ends a part which begins with `first`: the longest pause once the part is full enough. */
function lastOf(spoken: Stretch[], first: number): number {
  let filled = 0;
  let best = first;
  let longest = -1;
  for (let at = first; at < spoken.length; at += 1) {
    const { from, to } = spoken[at]!;
    const before = at === first ? BEFORE : Math.min(gap(spoken, at - 1), BEFORE + AFTER);
    filled += before + to - from;
    if (at > first && filled + AFTER > LONGEST) return best;
    const pause = gap(spoken, at);
    if (pause >= FAR) return at;
    const worth = Math.min(pause, SECOND);
    if (filled < FULL || worth >= longest) {
      best = at;
      longest = filled < FULL ? -1 : worth;
    }
  }
  return spoken.length - 1;
}

function gap(spoken: Stretch[], at: number): number {
  const next = spoken[at + 1];
  return next ? next.from - spoken[at]!.to : Number.POSITIVE_INFINITY;
}

function partOf(spoken: Stretch[], end: number, before?: Stretch, after?: Stretch): Part {
  const pieces: Stretch[] = [];
  for (const [index, { from, to }] of spoken.entries()) {
    // Half of a short pause belongs to each side, so that nothing is heard twice.
    const left = spoken[index - 1] ?? before;
    const right = spoken[index + 1] ?? after;
    const piece = {
      from: Math.max(left ? Math.floor((left.to + from) / 2) : 0, from - BEFORE),
      to: Math.min(right ? Math.floor((to + right.from) / 2) : end, to + AFTER),
    };
    const last = pieces.at(-1);
    if (last && last.to >= Math.floor(piece.from)) last.to = Math.ceil(piece.to);
    else pieces.push({ from: Math.floor(piece.from), to: Math.ceil(piece.to) });
  }
  let at = 0;
  const placed = pieces.map(({ from, to }) => {
    const piece = { from: from * FRAME, length: (Math.min(to, end) - from) * FRAME, at };
    at += piece.length;
    return piece;
  });
  return { pieces: placed, length: Math.max(at, SHORTEST * FRAME) };
}

function cutLong({ from, to }: Stretch, levels: Float32Array): Stretch[] {
  if (to - from <= BREATH) return [{ from, to }];
  let faintest = from + BREATH / 2;
  let lowest = Number.POSITIVE_INFINITY;
  const around = SECOND / 10;
  for (let at = from + BREATH / 2; at < Math.min(to - SECOND, from + BREATH); at += 1) {
    let sum = 0;
    for (let near = at - around; near < at + around; near += 1) sum += levels[near] ?? 0;
    if (sum < lowest) {
      lowest = sum;
      faintest = at;
    }
  }
  return [{ from, to: faintest }, ...cutLong({ from: faintest, to }, levels)];
}
