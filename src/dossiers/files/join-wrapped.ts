import type { PlacedLine } from './lines-of-signs.ts';

/** What begins a line of its own, whatever the line before looks like. */
const BEGINS =
  /^(第[〇零一二三四五六七八九十百\d]+[条章节项款次页]|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|证据[一二三四五六七八九十\d]+|[①-⑳]|[问答][:：]|附[:：件]|[□☑☒√]|[^，。；：:\s]{2,9}[：:]|(?:[12]\d{3}|[二〇]{2}[〇零一二三四五六七八九]{2})年[^，。]{2,8}日$)/;
const ENDS = /[。；;：:！？!?]["”』）)]?$/;
const LATIN = /[\w.,:;%)-]$/;
const LATIN_START = /^[\w(]/;

/**
 * Puts the lines of a paragraph together that only the edge of the page, or of a cell, has parted: the line reaches the
 * right edge and the next one begins at the left edge. `left` and `right` are the edges of the text.
 */
export function joinWrapped(lines: readonly PlacedLine[], left: number, right: number): string[] {
  const joined: string[] = [];
  let before: PlacedLine | undefined;
  for (const line of lines) {
    if (before && continues(before, line, left, right)) {
      const space =
        LATIN.test(before.text) &&
        LATIN_START.test(line.text) &&
        /[a-z]$|^[a-z]/i.test(before.text.slice(-1) + line.text)
          ? ' '
          : '';
      joined.push(joined.pop()! + space + line.text);
    } else joined.push(line.text);
    before = line;
  }
  return joined;
}

function continues(before: PlacedLine, line: PlacedLine, left: number, right: number): boolean {
  const size = Math.max(before.size, line.size);
  if (Math.min(before.size, line.size) < 0.85 * size) return false;
  if (line.y - before.y > 2.6 * size) return false;
  if (before.x1 + firstWord(line) < right || line.x0 > left + 0.9 * size) return false;
  if (before.text.includes('\t') || line.text.includes('\t')) return false;
  return !BEGINS.test(line.text) || !(ENDS.test(before.text) || /[：:]/.test(line.text.slice(0, 12)));
}

/** What would have had to fit into the line before: a run of Latin letters and figures, or a sign with its punctuation. */
function firstWord({ text, x0, x1, size }: PlacedLine): number {
  const run = text.match(/^[\w.@/%-]+/)?.[0].length ?? 0;
  return Math.max(1.6 * size, ((x1 - x0) / text.length) * run);
}
