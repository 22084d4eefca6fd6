import type { Glyph } from './pdf-page.ts';

/** A word that the recognition is less sure of than this, in per cent, is dirt or a part of a picture. */
const SURE = 12;
/** The letters of a line are a little lower than the box around them. */
const LETTERS = 0.92;

/** The words of one page of a `tesseract … tsv` table, with their places in points. */
export function ocrWords(table: string, dotsPerPoint: number, page = 1): Glyph[] {
  const words: Glyph[] = [];
  let line = { bottom: 0, height: 1 };
  for (const row of table.split('\n').slice(1)) {
    const cells = row.split('\t');
    const [level, number, , , , , left, top, width, height, sure] = cells.map(Number);
    if (number !== page) continue;
    if (level === 4) line = { bottom: top! + height!, height: height! };
    const text = cells[11]?.trim();
    if (level !== 5 || !text || sure! < SURE) continue;
    words.push({
      text,
      x: left! / dotsPerPoint,
      y: line.bottom / dotsPerPoint,
      length: width! / dotsPerPoint,
      size: (line.height * LETTERS) / dotsPerPoint,
      angle: 0,
    });
  }
  return words;
}

/** How sure the recognition is of its words, in per cent, weighed by their length; 0 without words. */
export function ocrSureness(table: string): number {
  let [sum, count] = [0, 0];
  for (const row of table.split('\n').slice(1)) {
    const cells = row.split('\t');
    const text = cells[11]?.trim();
    if (cells[0] !== '5' || !text) continue;
    sum += Number(cells[10]) * text.length;
    count += text.length;
  }
  return count ? sum / count : 0;
}
