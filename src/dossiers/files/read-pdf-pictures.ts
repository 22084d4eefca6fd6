import { composePage, type PlacedPicture } from './compose-page.ts';
import { asPgm, greyPicture } from './grey-picture.ts';
import { mendOcr } from './mend-ocr.ts';
import { ocrWords } from './ocr-words.ts';
import type { PdfPage } from './pdf-page.ts';
import { pdfPageText } from './pdf-page-text.ts';
import type { ReadContext } from './read-context.ts';
import { skewOf } from './skew-of.ts';
import { takeOutRulings } from './take-out-rulings.ts';

/** The pixels under a name, as the PDF reader keeps them; undefined when they could not be decoded. */
export type PictureStore = (source: string | object) => unknown;

const POINTS = 72;
/** Dots per inch at which words are recognised best; a finer picture is read at its own up to a limit. */
const BEST_DPI = 300;
const MOST_DPI = 400;
/** Enough to see how a page lies. */
const DRAFT_DPI = 100;

export const NO_OCR =
  '是扫描件或图片，本机没有安装文字识别程序（tesseract 及简体中文数据 chi_sim），文字没有读取，请安装后重读或放入可以复制文字的版本。';
const UNDECODED = '扫描页的图片无法解码（JBIG2、JPEG 2000 或传真压缩），请用“打印为 PDF”另存或另存为 JPG 后重新放入。';

/** The words in the pictures of a page, and notes on those that could not be read. */
export async function readPdfPictures(
  page: PdfPage,
  store: PictureStore,
  context: ReadContext,
): Promise<{ text: string; notes: string[] }> {
  if (!context.recognise) return { text: '', notes: [NO_OCR] };
  const placed: PlacedPicture[] = [];
  for (const { source, matrix } of page.pictures) {
    const picture = greyPicture(store(source));
    if (picture) placed.push({ picture, matrix });
  }
  if (placed.length === 0) return { text: '', notes: [UNDECODED] };

  const own = Math.max(...placed.map(({ picture, matrix }) => picture.width / Math.hypot(matrix[0], matrix[1])));
  const room = Math.sqrt(context.limits.imagePixels / 4 / (page.width * page.height));
  const dots = Math.min(Math.max(own, BEST_DPI / POINTS), MOST_DPI / POINTS, room);
  const skew = skewOf(composePage(page, placed, Math.min(dots, DRAFT_DPI / POINTS)));
  const sheet = composePage(page, placed, dots, skew);
  const rulings = takeOutRulings(sheet, dots * POINTS);
  const inPoints = (lines: typeof rulings.across) =>
    lines.map(({ at, from, to }) => ({ at: at / dots, from: from / dots, to: to / dots }));
  const words = ocrWords(await context.recognise(asPgm(sheet)), dots);
  const straight = { ...page, across: inPoints(rulings.across), down: inPoints(rulings.down) };
  return { text: mendOcr(pdfPageText(straight, words)), notes: [] };
}
