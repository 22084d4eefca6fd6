import { isFaint } from '../pictures/is-faint.ts';
import { areaOf, type Box, type Glyph, type Matrix, type PdfPage, within } from './pdf-page.ts';

/** A sign with what decides whether it is seen: the middle of it, its colours, and when it was drawn. */
interface DrawnGlyph {
  glyph: Glyph;
  middle: [number, number];
  colors: string[];
  order: number;
}

/** A filled strip or a stroke no thicker than this is a line of a table, if it is longer than that. In points. */
const THIN = 2.6;
const LONG = 5;
/** Small fills are dots and bullets: nothing is hidden behind or under them. In square points. */
const LARGE = 16;
/** The share of a page that the picture of a scanner covers. */
const MOST = 0.5;

/** Gathers what is drawn on a page, and tells at the end which signs are covered or have the colour of their ground. */
export class PdfInk {
  readonly #page: PdfPage;
  readonly #glyphs: DrawnGlyph[] = [];
  readonly #painted: { box: Box; color: string; order: number }[] = [];
  readonly #covers: { box: Box; order: number }[] = [];

  constructor(width: number, height: number) {
    this.#page = { width, height, glyphs: [], across: [], down: [], pictures: [] };
  }

  glyph(drawn: DrawnGlyph): void {
    this.#page.glyphs.push(drawn.glyph);
    this.#glyphs.push(drawn);
  }

  /** A fill in the form of a box: a line of a table when it is thin, else a ground for what follows. */
  fill(box: Box, color: string, order: number, opaque: boolean): void {
    if (this.line(box)) return;
    if (opaque && areaOf(box) >= LARGE) this.#painted.push({ box, color, order });
  }

  /** Whether the box is a line of a table; it is kept when it is. */
  line([left, top, right, bottom]: Box): boolean {
    const [broad, high] = [right - left, bottom - top];
    if (broad >= LONG && high <= THIN)
      this.#page.across.push({ at: (top + bottom) / 2, from: left, to: right });
    else if (high >= LONG && broad <= THIN)
      this.#page.down.push({ at: (left + right) / 2, from: top, to: bottom });
    return Math.min(broad, high) <= THIN;
  }

  picture(source: string | object, matrix: Matrix, box: Box, order: number): void {
    this.#page.pictures.push({ source, matrix, box });
    this.#covers.push({ box, order });
  }

  settled(): PdfPage {
    const { width, height } = this.#page;
    const covers = this.#covers.filter(({ box }) => areaOf(box) > width * height * MOST);
    for (const { glyph, middle, colors, order } of this.#glyphs) {
      if (glyph.how || glyph.inkless) continue;
      const [x, y] = middle;
      const here = this.#painted.filter(({ box }) => within(x, y, box));
      const ground = here.findLast((one) => one.order < order)?.color ?? 'ffffff';
      if (here.some((one) => one.order > order)) glyph.how = 'hidden';
      else if (colors.every((color) => isFaint(color, ground))) glyph.how = 'white';
      // Some scanners lay the words that they read under their picture.
      else if (covers.some((one) => one.order > order && within(x, y, one.box))) glyph.inkless = true;
    }
    return this.#page;
  }
}
