import type { Sign } from '../lines-of-signs.ts';
import type { Glyph } from '../pdf/pdf-page.ts';
import { type GreyPicture, inkBelow } from './grey-picture.ts';

/** The letters of a line are a little lower than the box around them. */
const LETTERS = 0.92;
/** A line so much higher than most of the page is several lines side by side. */
const HIGH = 1.5;

/** A word of the recognition, in pixels. */
interface Word {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

interface Line {
  page: number;
  top: number;
  bottom: number;
  words: Word[];
}

/**
 * The words of a `tesseract … tsv` table, with their places in points. The places that the program gives are rough: how
 * far two words stand apart is measured in the picture.
 */
export function ocrWords(table: string, sheet: GreyPicture, dotsPerPoint: number): Glyph[] {
  const lines = linesOf(table);
  const usual = median(lines.map(({ top, bottom }) => bottom - top));
  const below = inkBelow(sheet);
  return lines.flatMap((line) => {
    partWords(line, sheet, below);
    const high = line.bottom - line.top > HIGH * usual;
    return line.words.map(({ text, left, right, top, bottom }) => ({
      text,
      x: left / dotsPerPoint,
      y: (high ? bottom : line.bottom) / dotsPerPoint,
      length: (right - left) / dotsPerPoint,
      size: (Math.min(high ? bottom - top : line.bottom - line.top, HIGH * usual) * LETTERS) / dotsPerPoint,
      angle: 0,
    }));
  });
}

/** The words of each page of the table, where the picture is not at hand: the program's own blanks part them. */
export function roughOcrWords(table: string): Sign[][] {
  const pages: Sign[][] = [];
  for (const { page, top, bottom, words } of linesOf(table)) {
    while (pages.length < page) pages.push([]);
    const size = (bottom - top) * LETTERS;
    for (const { text, left, right } of words)
      pages[page - 1]!.push({ text, x0: left, x1: right, y: bottom, size });
  }
  return pages;
}

/** Levels of the table: 4 is a line, 5 a word; the places are left, top, width and height. */
function linesOf(table: string): Line[] {
  const lines: Line[] = [];
  for (const row of table.split('\n').slice(1)) {
    const cells = row.split('\t');
    const [level, page = 1, , , , , left = 0, top = 0, width = 0, height = 0] = cells.map(Number);
    if (level === 4) lines.push({ page, top, bottom: top + height, words: [] });
    const text = cells[11]?.trim();
    if (level === 5 && text)
      lines.at(-1)?.words.push({ text, left, right: left + width, top, bottom: top + height });
  }
  return lines.filter(({ words }) => words.length > 0);
}

/** Sets the edges of neighbouring words to the widest strip without ink between their middles. */
function partWords(
  { top, bottom, words }: Line,
  { width, height, pixels }: GreyPicture,
  below: number,
): void {
  const isBlank = (x: number) => {
    for (let y = Math.max(0, top); y < Math.min(height, bottom); y++) {
      if (pixels[y * width + x]! < below) return false;
    }
    return true;
  };
  for (const [at, word] of words.entries()) {
    const next = words[at + 1];
    if (!next) break;
    // Rough places may overtake each other; the order of the words is right.
    next.left = Math.max(next.left, word.left + 1);
    next.right = Math.max(next.right, next.left + 1, word.right);
    const from = Math.round(word.left + (word.right - word.left) * 0.4);
    const to = Math.min(width, Math.round(next.left + (next.right - next.left) * 0.6));
    let [start, best, bestStart] = [-1, 0, -1];
    for (let x = from; x <= to; x++) {
      if (x < to && isBlank(x)) {
        if (start < 0) start = x;
      } else if (start >= 0) {
        if (x - start > best) [best, bestStart] = [x - start, start];
        start = -1;
      }
    }
    if (bestStart < 0)
      word.right = next.left = Math.max(word.left + 1, Math.round((word.right + next.left) / 2));
    else [word.right, next.left] = [bestStart, bestStart + best];
  }
}

const median = (values: number[]) => values.sort((one, other) => one - other)[values.length >> 1] ?? 1;

/** How sure the program is of its words, in per cent, each weighed by its length; 0 without words. */
export function ocrSureness(table: string): number {
  let [sum, count] = [0, 0];
  for (const row of table.split('\n').slice(1)) {
    const cells = row.split('\t');
    const text = cells[11]?.trim() ?? '';
    if (cells[0] !== '5') continue;
    sum += Number(cells[10]) * text.length;
    count += text.length;
  }
  return count ? sum / count : 0;
}
