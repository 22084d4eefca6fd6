import { isKnownInvention, lettersOf } from './known-inventions.ts';
import type { Placed } from './place-heard.ts';
import type { Dropped, Segment } from './transcript.ts';

/** Nobody speaks faster, in signs per second of speech. */
const FASTEST = 20;
/** Less speech than this is none. */
const HEARD = 0.12;
/** So many equal sentences in a row are a loop of the engine, unless each has its own speech. */
const LOOP = 3;
/** Shorter answers (是, 没有) are given again and again. */
const ANSWER = 3;
/** A sentence that was spoken has pauses around it. */
const PAUSE = 0.3;
/** Words said over and over within a sentence: so often is no stammer. */
const STUCK = /(.{2,24}?)\1{5,}|(.)\2{11,}/su;

/** Takes out what nobody said, and keeps it aside with the reason. */
export function filterHeard(placed: Placed[], prompt: string): { segments: Segment[]; dropped: Dropped[] } {
  const dropped: Dropped[] = [];
  const drop = ({ start, end, text }: Segment, why: Dropped['why']) =>
    dropped.push({ start, end, text, why });
  const spoken = placed.filter((entry) => {
    const { segment } = entry;
    const why = isKnownInvention(segment.text, prompt)
      ? 'known-invention'
      : isWithoutSpeech(entry)
        ? 'silence'
        : undefined;
    // Nothing but signs is not worth listing.
    if (why && lettersOf(segment.text) !== '') drop(segment, why);
    return why === undefined;
  });
  const segments = withoutLoops(spoken, drop).map((segment) => withoutStuck(segment, drop));
  return { segments, dropped: dropped.sort((a, b) => a.start - b.start) };
}

function isWithoutSpeech({ segment, voiced, silent }: Placed): boolean {
  return silent || voiced < HEARD || [...lettersOf(segment.text)].length / voiced > FASTEST;
}

/** Of equal sentences in a row the first stays; all stay, marked, where each was clearly spoken by itself. */
function withoutLoops(spoken: Placed[], drop: (segment: Segment, why: Dropped['why']) => void): Segment[] {
  const kept: Segment[] = [];
  for (let first = 0; first < spoken.length; ) {
    const words = lettersOf(spoken[first]!.segment.text);
    let end = first + 1;
    while (end < spoken.length && lettersOf(spoken[end]!.segment.text) === words) end += 1;
    const run = spoken.slice(first, end).map(({ segment }) => segment);
    first = end;
    if (run.length < LOOP || [...words].length < ANSWER) kept.push(...run);
    else if (areApart(run)) kept.push(...run.map(toConfirm));
    else {
      const [one, ...again] = run;
      kept.push(one!);
      for (const segment of again) drop(segment, 'repeated');
    }
  }
  return kept;
}

/** Three parties may each say that they have no objection. */
function areApart(run: Segment[]): boolean {
  return run.every((segment, index) => {
    const before = run[index - 1];
    return !before || segment.start - before.end >= PAUSE;
  });
}

function toConfirm(segment: Segment): Segment {
  return { ...segment, uncertain: [{ from: 0, to: [...segment.text].length }] };
}

function withoutStuck(segment: Segment, drop: (segment: Segment, why: Dropped['why']) => void): Segment {
  const found = STUCK.exec(segment.text);
  if (!found) return segment;
  const unit = found[1] ?? found[2] ?? '';
  const rest = found[0].slice(unit.length);
  drop({ ...segment, text: rest }, 'repeated');
  const text = segment.text.slice(0, found.index) + unit + segment.text.slice(found.index + found[0].length);
  return toConfirm({ ...segment, text });
}
