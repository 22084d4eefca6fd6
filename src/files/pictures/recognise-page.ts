import { composePage, type PlacedPicture } from '../compose-page.ts';
import { mendOcr } from '../mend-ocr.ts';
import { type Matrix, type PdfPage, times } from '../pdf/pdf-page.ts';
import { pdfPageText } from '../pdf/pdf-page-text.ts';
import { evenLight } from './even-light.ts';
import { asPgm } from './grey-picture.ts';
import { letterHeight } from './letter-height.ts';
import { ocrSureness, ocrWords } from './ocr-words.ts';
import { skewOf } from './skew-of.ts';
import { takeOutRulings } from './take-out-rulings.ts';

const POINTS = 72;
/** Letters of this height in pixels are recognised best: measured over scans of set papers, from 32 to 65. */
const BEST_HEIGHT = 38;
/** Dots per inch where the height of the letters cannot be told, and the bounds where it can. */
const USUAL_DPI = 250;
const LEAST_DPI = 120;
const MOST_DPI = 450;
/** Of ink to ink, where the blank that belongs to the characters counts as well; measured on the same scans. */
const INK_GAPS = { word: 0.37, column: 1.7 };
/** Enough to see how a page lies and how high its letters are. */
const DRAFT_DPI = 150;

export interface Recognised {
  text: string;
  /** Per cent. */
  sure: number;
}

/**
 * The words in the pictures of a page, turned clockwise by quarters: straightened, at the resolution at which its letters
 * are recognised best, without the lines of tables, which part its cells instead.
 */
export async function recognisePage(
  page: PdfPage,
  given: readonly PlacedPicture[],
  quarters: 0 | 1 | 2 | 3,
  recognise: (picture: Uint8Array) => Promise<string>,
  mostPixels: number,
): Promise<Recognised> {
  const { sheet: lying, placed } = turned(page, given, quarters);
  const room = Math.sqrt(mostPixels / 4 / (page.width * page.height));
  const draftDots = Math.min(DRAFT_DPI / POINTS, room);
  const compose = (dotsPerPoint: number, skew: number) => {
    const whole = composePage(lying, placed, dotsPerPoint, skew);
    evenLight(whole);
    return whole;
  };
  const skew = skewOf(compose(draftDots, 0));
  const draft = compose(draftDots, skew);
  takeOutRulings(draft, draftDots * POINTS);
  const high = letterHeight(draft);
  const dpi = high ? (BEST_HEIGHT / high) * draftDots * POINTS : USUAL_DPI;
  const dots = Math.min(Math.min(Math.max(dpi, LEAST_DPI), MOST_DPI) / POINTS, room);
  const sheet = compose(dots, skew);
  const rulings = takeOutRulings(sheet, dots * POINTS, high && (high / draftDots) * dots);
  const inPoints = (lines: typeof rulings.across) =>
    lines.map(({ at, from, to }) => ({ at: at / dots, from: from / dots, to: to / dots }));
  const table = await recognise(asPgm(sheet));
  const straight = { ...lying, across: inPoints(rulings.across), down: inPoints(rulings.down) };
  const text = mendOcr(pdfPageText(straight, ocrWords(table, sheet, dots), INK_GAPS));
  return { text, sure: ocrSureness(table) };
}

/** The page and its pictures, turned clockwise. */
function turned(
  page: PdfPage,
  placed: readonly PlacedPicture[],
  quarters: 0 | 1 | 2 | 3,
): { sheet: PdfPage; placed: PlacedPicture[] } {
  const { width, height } = page;
  const turns: Matrix[] = [
    [1, 0, 0, 1, 0, 0],
    [0, 1, -1, 0, height, 0],
    [-1, 0, 0, -1, width, height],
    [0, -1, 1, 0, 0, width],
  ];
  const turn = turns[quarters]!;
  const lies = quarters % 2 === 1;
  return {
    sheet: { ...page, ...(lies && { width: height, height: width }) },
    placed: placed.map(({ picture, matrix }) => ({ picture, matrix: times(turn, matrix) })),
  };
}
