/** A sign, or a word, at its place: along the line from `x0` to `x1`, standing on `y`, letters of height `size`. */
export interface Sign {
  text: string;
  x0: number;
  x1: number;
  y: number;
  size: number;
}

/** What parts words and columns, in heights of letters. */
export interface Gaps {
  word: number;
  column: number;
}

/** A line of text at its place. */
export interface PlacedLine extends Sign {}

/** Gaps in heights of the letters: a wider one parts columns, a smaller one words. */
const COLUMN = 1.7;
const WORD = 0.45;
/** Latin letters and figures stand closer, and spaces between them are narrower. */
const LATIN_WORD = 0.17;
/** Signs whose lines differ by less stand on one line. */
const LEVEL = 0.4;
const RAISED = 0.75;

const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/**
 * The lines that signs form, from top to bottom; each line from left to right, wide gaps as tabs. `gaps`:
 * where it is known what parts words and columns.
 */
export function linesOfSigns(signs: readonly Sign[], gaps?: Gaps): PlacedLine[] {
  const rows: { y: number; size: number; signs: Sign[] }[] = [];
  for (const sign of [...signs].filter(({ text }) => text !== '').sort((one, other) => one.y - other.y)) {
    // Rows come from top to bottom, so only the last ones can be near.
    const near = rows.slice(-4).find((row) => {
      const apart = Math.abs(row.y - sign.y);
      if (apart <= LEVEL * Math.max(row.size, sign.size)) return true;
      // A raised or lowered figure is smaller than its neighbours.
      const small = Math.min(row.size, sign.size) < RAISED * Math.max(row.size, sign.size);
      return small && apart < 0.7 * Math.max(row.size, sign.size) && touches(row.signs, sign);
    });
    if (!near) rows.push({ y: sign.y, size: sign.size, signs: [sign] });
    else {
      near.signs.push(sign);
      if (sign.size > near.size) Object.assign(near, { y: sign.y, size: sign.size });
    }
  }
  return rows
    .sort((one, other) => one.y - other.y)
    .map(({ y, size, signs }) => placed(signs, y, size, gaps))
    .filter(({ text }) => text !== '');
}

const touches = (row: Sign[], { x0, x1, size }: Sign) =>
  row.some((one) => x0 - one.x1 < size * 0.5 && one.x0 - x1 < size * 0.5);

function placed(signs: Sign[], y: number, size: number, gaps?: Gaps): PlacedLine {
  const sorted = signs.sort((one, other) => one.x0 - other.x0 || one.x1 - other.x1);
  let text = '';
  let before: Sign | undefined;
  let blank = false;
  for (const sign of sorted) {
    if (!sign.text.trim()) {
      blank ||= before !== undefined;
      continue;
    }
    if (before && isDouble(before, sign)) continue;
    if (before) text += gap(before, sign, blank, gaps);
    text += sign.text;
    before = before && before.x1 > sign.x1 ? { ...sign, x1: before.x1 } : sign;
    blank = false;
  }
  const seen = sorted.filter((sign) => sign.text.trim());
  const [x0, x1] = [Math.min(...seen.map((one) => one.x0)), Math.max(...seen.map((one) => one.x1))];
  return { text: text.trim(), x0, x1, y, size };
}

/** Some programs draw a sign twice, a little apart, to make it bold. */
const isDouble = (before: Sign, sign: Sign) =>
  before.text === sign.text &&
  Math.abs(sign.x0 - before.x0) < 0.2 * sign.size &&
  Math.abs(sign.y - before.y) < 0.2 * sign.size;

function gap(before: Sign, sign: Sign, blank: boolean, gaps?: Gaps): string {
  const apart = (sign.x0 - before.x1) / Math.max(before.size, sign.size, 0.1);
  if (apart > (gaps?.column ?? COLUMN)) return '\t';
  if (gaps) return apart > gaps.word ? ' ' : '';
  const latin = !WIDE.test(before.text.slice(-1)) && !WIDE.test(sign.text.slice(0, 1));
  return apart > (latin ? LATIN_WORD : WORD) || (blank && apart > 0.1) ? ' ' : '';
}
