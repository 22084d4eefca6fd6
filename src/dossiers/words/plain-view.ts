import { keptByText } from '../../law/kept-by-text.ts';
import type { Span } from '../paper.ts';

/** A text as patterns like it. `span` gives the place in the original of a place in `text`. */
export interface PlainView {
  readonly text: string;
  span(start: number, end: number): Span;
  /** The signs of the original without what the layout put among them: 示罚（2024）1号 keeps its brackets. */
  original(start: number, end: number): string;
}

/** A column of print is no wider; longer lines are whole paragraphs. */
const WIDEST_COLUMN = 64;
/** A line that begins so much further in is set apart: a signature, a title. */
const DEEPER = 5;
const SENTENCE_END = /[。；：！？;:!?]$/;
const NEW_LINE_STARTS =
  /^[ 　]*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.、．](?!\d)|第[一二三四五六七八九十]+[条章节]|附[:：件])/;

/**
 * The same words without what only the layout put there: line breaks in the middle of a paragraph, spaces between
 * Chinese characters (kept with `spaces: 'keep'`, for lists of names), and full-width figures, letters and marks in
 * half width. Tabs and the ends of paragraphs stay.
 */
export function plainView(text: string, { spaces = 'drop' }: { spaces?: 'drop' | 'keep' } = {}): PlainView {
  return spaces === 'drop' ? withoutSpaces(text) : viewOf(text, spaces);
}

const withoutSpaces = keptByText((text) => viewOf(text, 'drop'));

function viewOf(text: string, spaces: 'drop' | 'keep'): PlainView {
  const soft = softBreaks(text);
  const kept: string[] = [];
  const from: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    // Most of a text: a Chinese character stays as it is.
    if (sign >= '\u4e00' && sign <= '\u9fff') {
      kept.push(sign);
      from.push(at);
      continue;
    }
    if (soft.has(at)) continue;
    if (/[ \u3000\u00a0\u200b]/.test(sign) && spaces === 'drop') {
      const next = /\S/.exec(text.slice(at, at + 40))?.[0] ?? '';
      if (!/[\w.]/.test(kept.at(-1) ?? '') || !/\w/.test(next.normalize('NFKC'))) continue;
    }
    const plain = sign.normalize('NFKC');
    kept.push(sign === '\n' || sign === '\t' || plain.length !== 1 ? sign : plain);
    from.push(at);
  }
  return {
    text: kept.join(''),
    original: (start, end) =>
      from
        .slice(start, end)
        .map((at) => text[at]!)
        .join(''),
    span: (start, end) => ({
      start: from[start] ?? text.length,
      end: end > start ? (from[end - 1] ?? text.length - 1) + 1 : (from[start] ?? text.length),
    }),
  };
}

/** The places of line breaks that only end a full line of a column. */
function softBreaks(text: string): Set<number> {
  const lines = text.split('\n');
  const widths = lines.map(widthOf);
  const widest = Math.max(...widths);
  const found = new Set<number>();
  if (widest > WIDEST_COLUMN) return found;
  // A paper in a column has several lines that reach its edge; a form of short lines has none.
  const full = widths.filter((width) => width >= widest - 2).length;
  let at = 0;
  for (const [index, line] of lines.entries()) {
    at += line.length;
    const next = lines[index + 1];
    const wraps =
      widest >= 24 &&
      full >= 2 &&
      widths[index]! >= widest - 2 &&
      next?.trim() &&
      !line.includes('\t') &&
      !next.includes('\t') &&
      !SENTENCE_END.test(line.trim()) &&
      indentOf(next) < indentOf(line) + DEEPER &&
      indentOf(line) < 2 * DEEPER &&
      !NEW_LINE_STARTS.test(next);
    if (wraps) found.add(at);
    at += 1;
  }
  return found;
}

const indentOf = (line: string) => widthOf(/^[ \t\u3000]*/.exec(line)![0].concat('|'));

/** In widths of a Chinese character. */
function widthOf(line: string): number {
  let width = 0;
  for (const sign of line.trimEnd()) width += sign.charCodeAt(0) < 0x2000 ? 0.5 : 1;
  return width;
}
