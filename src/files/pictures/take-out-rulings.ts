import type { Ruling } from '../pdf/pdf-page.ts';
import { type GreyPicture, inkBelow } from './grey-picture.ts';

/** In inches, and in heights of letters: a stroke of this length is a line of a table, no part of a character. */
const LONG = 0.35;
const LONG_LETTERS = 2.6;
/** In inches: a line of a table is no thicker. */
const THICK = 0.035;

/** The lines of a table found in a picture, in pixels. */
export interface PictureRulings {
  across: Ruling[];
  down: Ruling[];
}

/**
 * Wipes the lines of tables out of a picture that lies straight, and tells where they were: recognition takes them for
 * characters or loses the rows between them. `letters`: how high they are, in pixels, where it is known.
 */
export function takeOutRulings(picture: GreyPicture, dpi: number, letters = 0): PictureRulings {
  const below = inkBelow(picture);
  const { width, height, pixels } = picture;
  const long = Math.round(Math.max(LONG * dpi, LONG_LETTERS * letters));
  const thick = Math.max(3, Math.round(THICK * dpi));
  const across = runsOf(width, height, (x, y) => pixels[y * width + x]! < below, long);
  const down = runsOf(height, width, (y, x) => pixels[y * width + x]! < below, long);
  const wide = gathered(across, thick);
  const tall = gathered(down, thick);
  for (const { at, from, to } of wide.runs) wipe(from, to, at, at, picture);
  for (const { at, from, to } of tall.runs) wipe(at, at, from, to, picture);
  return { across: wide.rulings, down: tall.rulings };
}

/** Unbroken runs of ink along the rows; a break of one pixel is dust. */
function runsOf(
  length: number,
  rows: number,
  isInk: (along: number, row: number) => boolean,
  long: number,
): Ruling[] {
  const runs: Ruling[] = [];
  for (let row = 0; row < rows; row++) {
    let from = -1;
    let last = -1;
    for (let along = 0; along <= length; along++) {
      if (along < length && isInk(along, row)) {
        if (from < 0) from = along;
        last = along;
      } else if (from >= 0 && along - last > 2) {
        if (last - from >= long) runs.push({ at: row, from, to: last });
        from = -1;
      }
    }
    if (from >= 0 && last - from >= long) runs.push({ at: row, from, to: last });
  }
  return runs;
}

/** Runs of neighbouring rows put together into lines; what grows thicker than a line is a picture or a dark ground. */
function gathered(runs: Ruling[], thick: number): { rulings: Ruling[]; runs: Ruling[] } {
  const open: { first: number; last: number; from: number; to: number; runs: Ruling[] }[] = [];
  for (const run of runs) {
    const line = open.findLast(
      ({ last, from, to }) => run.at - last <= 2 && run.from <= to + thick && run.to >= from - thick,
    );
    if (!line) open.push({ first: run.at, last: run.at, from: run.from, to: run.to, runs: [run] });
    else {
      line.last = run.at;
      line.from = Math.min(line.from, run.from);
      line.to = Math.max(line.to, run.to);
      line.runs.push(run);
    }
  }
  // A line that does not lie quite straight crosses several rows over its length.
  const thin = open.filter(({ first, last, from, to }) => last - first < thick + (to - from) * 0.006);
  return {
    rulings: thin.map(({ first, last, from, to }) => ({ at: (first + last) / 2, from, to })),
    runs: thin.flatMap((line) => line.runs),
  };
}

/** White, with the blurred pixels on both sides. */
function wipe(
  left: number,
  right: number,
  top: number,
  bottom: number,
  { width, height, pixels }: GreyPicture,
): void {
  for (let y = Math.max(0, top - 1); y <= Math.min(height - 1, bottom + 1); y++) {
    pixels.fill(255, y * width + Math.max(0, left - 1), y * width + Math.min(width - 1, right + 1) + 1);
  }
}
