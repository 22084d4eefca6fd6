import { composePage, type PlacedPicture } from './compose-page.ts';
import { asPgm, greyPicture } from './grey-picture.ts';
import { letterHeight } from './letter-height.ts';
import { mendOcr } from './mend-ocr.ts';
import { ocrWords } from './ocr-words.ts';
import type { PdfPage } from './pdf-page.ts';
import { pdfPageText } from './pdf-page-text.ts';
import type { ReadContext } from './read-context.ts';
import { skewOf } from './skew-of.ts';
import { takeOutRulings } from './take-out-rulings.ts';

/** The pixels under a name, as the PDF reader keeps them; undefined when they could not be decoded. */
export type PictureStore = (source: string | object) => Promise<unknown>;

const POINTS = 72;
/** Letters of this height in pixels are recognised best: measured over scans of set papers, from 25 to 65. */
const BEST_HEIGHT = 38;
/** Dots per inch where the height of the letters cannot be told, and the bounds where it can. */
const USUAL_DPI = 250;
const LEAST_DPI = 120;
const MOST_DPI = 450;
/** Heights of letters between words, of ink to ink: the blank that belongs to the characters counts as well. */
const INK_GAPS = { word: 0.37, column: 1.7 };
/** Enough to see how a page lies and how high its letters are. */
const DRAFT_DPI = 150;

export const NO_OCR =
  '是扫描件或图片，本机没有安装文字识别程序（tesseract 及简体中文数据 chi_sim），文字没有读取，请安装后重读或放入可以复制文字的版本。';
const UNDECODED =
  '扫描页的图片无法解码（JBIG2、JPEG 2000 或传真压缩），请用“打印为 PDF”另存或另存为 JPG 后重新放入。';

/** The words in the pictures of a page, and notes on those that could not be read. */
export async function readPdfPictures(
  page: PdfPage,
  store: PictureStore,
  context: ReadContext,
): Promise<{ text: string; notes: string[] }> {
  if (!context.recognise) return { text: '', notes: [NO_OCR] };
  const placed: PlacedPicture[] = [];
  for (const { source, matrix } of page.pictures) {
    const picture = greyPicture(await store(source));
    if (picture) placed.push({ picture, matrix });
  }
  if (placed.length === 0) return { text: '', notes: [UNDECODED] };

  const room = Math.sqrt(context.limits.imagePixels / 4 / (page.width * page.height));
  const draftDots = Math.min(DRAFT_DPI / POINTS, room);
  const skew = skewOf(composePage(page, placed, draftDots));
  const draft = composePage(page, placed, draftDots, skew);
  takeOutRulings(draft, draftDots * POINTS);
  const high = letterHeight(draft);
  const dpi = high ? (BEST_HEIGHT / high) * draftDots * POINTS : USUAL_DPI;
  const dots = Math.min(Math.min(Math.max(dpi, LEAST_DPI), MOST_DPI) / POINTS, room);
  const sheet = composePage(page, placed, dots, skew);
  const rulings = takeOutRulings(sheet, dots * POINTS, high && (high / draftDots) * dots);
  const inPoints = (lines: typeof rulings.across) =>
    lines.map(({ at, from, to }) => ({ at: at / dots, from: from / dots, to: to / dots }));
  const words = ocrWords(await context.recognise(asPgm(sheet)), sheet, dots);
  const straight = { ...page, across: inPoints(rulings.across), down: inPoints(rulings.down) };
  return { text: mendOcr(pdfPageText(straight, words, INK_GAPS)), notes: [] };
}
