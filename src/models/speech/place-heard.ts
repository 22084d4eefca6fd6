import type { Stretch } from './find-speech.ts';
import { FRAME, type Levels } from './measure-levels.ts';
import type { Part, Piece } from './plan-parts.ts';
import { simplifyText } from './simplify-text.ts';
import type { Heard, Token } from './speech-engine.ts';
import type { Segment } from './transcript.ts';

/** A sentence at its place in the recording, with how much speech there is for it. */
export interface Placed {
  segment: Segment;
  /** Seconds of speech in it and close around. */
  voiced: number;
  /** The engine itself took it for silence. */
  silent: boolean;
}

const RATE = 16_000;
const SECONDS = FRAME / RATE;
/** A sentence over a longer silence that was left out is two. */
const APART = 2;
/** Below, a word is marked for a person to confirm. */
const UNSURE = 0.5;
/** The engine's times are this rough. */
const CLOSE = 0.3;
/** One channel is a speaker's own when it is louder than all others by so many decibels. */
const LOUDER = 6;

/** Puts what was heard in one part at its place: times of the recording, trimmed to where speech is. */
export function placeHeard(part: Part, sentences: Heard[], speech: Stretch[], levels: Levels): Placed[] {
  return sentences.flatMap((heard) =>
    apart(heard, part).map(({ start, end, tokens }) => {
      const placed = trim(timeOf(part, start, 'start'), timeOf(part, end, 'end'), speech);
      const channel = channelOf(levels.channels, placed, speech);
      return {
        segment: {
          start: round(placed.start),
          end: round(placed.end),
          ...wordsOf(tokens, heard.sure),
          ...(channel === undefined ? {} : { channel }),
        },
        voiced: voicedIn(speech, placed.start - CLOSE, placed.end + CLOSE),
        silent: heard.silent === true,
      };
    }),
  );
}

/** One sentence for each stretch of pieces between which nothing long was left out, as far as the engine timed its words. */
function apart(heard: Heard, part: Part): Heard[] {
  const within = part.pieces.filter(
    ({ at, length }) => at < heard.end * RATE && at + length > heard.start * RATE,
  );
  const cuts = within
    .slice(1)
    .filter((piece, index) => piece.from - endOf(within[index]!) > APART * RATE)
    .map(({ at }) => at / RATE);
  if (cuts.length === 0 || heard.tokens.some(({ start }) => start === undefined)) return [heard];
  const bounds = [heard.start, ...cuts, heard.end];
  return bounds.slice(1).flatMap((end, index) => {
    const start = bounds[index]!;
    const tokens = heard.tokens.filter((token) => {
      const at = Math.min(Math.max(token.start!, heard.start), heard.end - 0.01);
      return at >= start && at < end;
    });
    return tokens.length > 0 ? [{ ...heard, start, end, tokens }] : [];
  });
}

function endOf({ from, length }: Piece): number {
  return from + length;
}

/** A time of the part as one of the recording; at a join, a start belongs to what follows and an end to what was before. */
function timeOf(part: Part, seconds: number, side: 'start' | 'end'): number {
  const sample = Math.max(0, seconds * RATE);
  const piece =
    part.pieces.find(({ at, length }) =>
      side === 'start' ? sample < at + length - RATE / 10 : sample <= at + length + RATE / 10,
    ) ?? part.pieces.at(-1)!;
  return (piece.from + Math.max(0, Math.min(piece.length, sample - piece.at))) / RATE;
}

/** The silence at both ends taken off, but for what a listener needs. */
function trim(start: number, end: number, speech: Stretch[]): { start: number; end: number } {
  const inside = speechWithin(speech, start, end);
  const [first] = inside;
  const last = inside.at(-1);
  if (!first || !last) return { start, end: Math.max(start, end) };
  return {
    start: Math.max(start, first.from * SECONDS - 0.1),
    end: Math.min(Math.max(start, end), last.to * SECONDS + 0.2),
  };
}

/** The stretches that lie in a span of seconds, in whole or in part: hours of speech have thousands of both. */
function speechWithin(speech: Stretch[], start: number, end: number): Stretch[] {
  let low = 0;
  let high = speech.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (speech[middle]!.to * SECONDS > start) high = middle;
    else low = middle + 1;
  }
  let stop = low;
  while (stop < speech.length && speech[stop]!.from * SECONDS < end) stop += 1;
  return speech.slice(low, stop);
}

function voicedIn(speech: Stretch[], start: number, end: number): number {
  let voiced = 0;
  for (const { from, to } of speechWithin(speech, start, end)) {
    voiced += Math.max(0, Math.min(end, to * SECONDS) - Math.max(start, from * SECONDS));
  }
  return voiced;
}

function channelOf(
  channels: Float32Array[],
  { start, end }: { start: number; end: number },
  speech: Stretch[],
): number | undefined {
  if (channels.length < 2) return undefined;
  const energies = channels.map((levels) => {
    let energy = 0;
    for (const { from, to } of speechWithin(speech, start, end)) {
      const stop = Math.min(to, Math.ceil(end / SECONDS));
      for (let at = Math.max(from, Math.floor(start / SECONDS)); at < stop; at += 1) {
        energy += 10 ** (levels[at]! / 10);
      }
    }
    return 10 * Math.log10(energy + 1e-10);
  });
  const order = [...energies.keys()].sort((a, b) => energies[b]! - energies[a]!);
  const [first, second] = order;
  return energies[first!]! - energies[second!]! >= LOUDER ? first : undefined;
}

type Words = Pick<Segment, 'text' | 'confidence' | 'uncertain'>;

function wordsOf(tokens: Token[], whole: number | undefined): Words {
  const raw = tokens.map(({ text }) => text.replaceAll(/\s/g, ' ')).join('');
  const leading = raw.length - raw.trimStart().length;
  const text = simplifyText(raw.trim());
  const length = [...text].length;
  const uncertain: { from: number; to: number }[] = [];
  let at = -leading;
  for (const { text: word, sure } of tokens) {
    const from = Math.max(0, at);
    at += [...word].length;
    const to = Math.min(length, at);
    if (sure === undefined || sure >= UNSURE || to <= from || !/[\p{L}\p{N}]/u.test(word)) continue;
    const last = uncertain.at(-1);
    if (last && last.to === from) last.to = to;
    else uncertain.push({ from, to });
  }
  const known = tokens.flatMap(({ text: word, sure }) =>
    sure !== undefined && /[\p{L}\p{N}]/u.test(word) ? [sure] : [],
  );
  const confidence = known.length > 0 ? known.reduce((sum, sure) => sum + sure, 0) / known.length : whole;
  return {
    text,
    ...(confidence === undefined ? {} : { confidence: Math.round(confidence * 1000) / 1000 }),
    ...(uncertain.length > 0 ? { uncertain } : {}),
  };
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
