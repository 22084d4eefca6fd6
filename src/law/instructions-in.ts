import { decodeRuns } from './decode-runs.ts';
import { INSTRUCTION_PATTERNS, PINYIN_PATTERNS } from './instruction-patterns.ts';
import { likelyPatterns } from './likely-patterns.ts';
import { bareView, letterView, plainView, reversedView, type View } from './undisguise.ts';
import { wordsToMachine } from './words-to-machine.ts';

/** 指令性文字: `text.slice(start, end)` is the quote, word for word. UTF-16 offsets, `end` exclusive. */
export interface Instruction {
  start: number;
  end: number;
  quote: string;
}

/** A line without any sentence end gives a quote of no more than this much on either side of the words. */
const MOST_AROUND = 160;
/** A code within a code is looked into this often. */
const DEPTH = 2;

/**
 * 指令性文字: sentences of a paper that speak to the machine that reads it instead of stating something. What a paper
 * says is material; such a sentence is shown to a person and its paper is not handed to a model. Words parted by spaces
 * and signs, written backwards, in look-alike letters, in traditional characters, in pinyin or in a code are found too.
 * Whole sentences in their order, none twice.
 */
export function instructionsIn(text: string, depth = DEPTH): Instruction[] {
  const plain = plainView(text);
  const within = [
    ...[plain, bareView(plain, 'kept')].flatMap(spoken),
    ...inPinyin(plain),
    ...(depth > 0
      ? decodeRuns(text).filter(({ says }) => says !== text && instructionsIn(says, depth - 1).length > 0)
      : []),
  ];
  const joined = bareView(plain, 'dropped');
  // What is an instruction within its line needs no words of the next.
  const across = [joined, reversedView(joined)]
    .flatMap(spoken)
    .filter((span) => !within.some(({ start, end }) => span.start < end && start < span.end));
  const spans = [...within, ...across];
  return merge(spans.map((span) => sentenceAround(text, span))).map((span) => ({
    ...span,
    quote: text.slice(span.start, span.end),
  }));
}

const likelyInstructions = likelyPatterns(INSTRUCTION_PATTERNS);
const likelyPinyin = likelyPatterns(PINYIN_PATTERNS);

const spoken = (view: View): Span[] => [
  ...matches(view, likelyInstructions(view.text)),
  ...places(view, wordsToMachine(view.text)),
];

const LATIN = /\p{sc=Latin}/u;

function inPinyin(plain: View): Span[] {
  if (!LATIN.test(plain.text)) return [];
  const letters = letterView(plain);
  return matches(letters, likelyPinyin(letters.text));
}

type Span = { start: number; end: number };

function matches(view: View, patterns: readonly RegExp[]): Span[] {
  return places(
    view,
    patterns.flatMap((pattern) =>
      [...view.text.matchAll(pattern)].map(({ index, 0: words }) => ({
        start: index,
        end: index + words.length,
      })),
    ),
  );
}

/** From offsets in a view to offsets in the text; a view that runs backwards ends where its words begin. */
function places(view: View, spans: Span[]): Span[] {
  return spans.map(({ start, end }) => {
    const units = [start, Math.max(start, end - 1)];
    return {
      start: Math.min(...units.map((unit) => view.at[unit] ?? 0)),
      end: Math.max(...units.map((unit) => view.until[unit] ?? 0)),
    };
  });
}

const ENDS = '。！？!?；;';
const BREAKS = '\n\t';

/** The whole sentence or table cell, with its own full stop. */
function sentenceAround(text: string, { start, end }: Span): Span {
  let from = start;
  while (from < end && /\s/.test(text[from] ?? '')) from += 1;
  while (from > 0 && start - from < MOST_AROUND && !`${ENDS}${BREAKS}`.includes(text[from - 1] ?? ''))
    from -= 1;
  let to = end;
  if (!ENDS.includes(text[to - 1] ?? '')) {
    while (to < text.length && to - end < MOST_AROUND && !`${ENDS}${BREAKS}`.includes(text[to] ?? ''))
      to += 1;
    if (ENDS.includes(text[to] || '\n')) to += 1;
  }
  while (from < to && /\s/.test(text[from] ?? '')) from += 1;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to -= 1;
  return { start: from, end: to };
}

function merge(spans: Span[]): Span[] {
  const merged: Span[] = [];
  for (const { start, end } of spans.sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
