import type { PDFDocumentProxy, PDFPageProxy } from 'unpdf/pdfjs';
import { AppError } from '../../errors.ts';
import type { HiddenText } from '../file-text.ts';
import { isGarbled } from '../is-garbled.ts';
import { linesNotSeen } from '../lines-not-seen.ts';
import { plainHan } from '../plain-han.ts';
import type { ReadContext } from '../read-context.ts';
import { secrecyMark } from '../secrecy-mark.ts';
import type { PageTexts } from '../text-of-file.ts';
import { drawPdfPage, type PdfFont } from './draw-pdf-page.ts';
import { hiddenInPdf } from './hidden-in-pdf.ts';
import { openPdf } from './open-pdf.ts';
import type { Matrix, PdfPage } from './pdf-page.ts';
import { pdfPageText } from './pdf-page-text.ts';
import { NO_OCR, type PictureStore, readPdfPictures } from './read-pdf-pictures.ts';

/** With fewer signs a page may be a picture with a stamp or a page number on it. */
const FEW = 200;
const HARDLY_ANY = 20;
/** Recognition that is less sure than this, in per cent, contradicts nobody. */
const SURE = 65;
/** Milliseconds to wait for a picture that is still being decoded. */
const PICTURE_MS = 10_000;

/**
 * The text of a PDF, page by page. Pages that are pictures are recognised where that is possible, else they stay empty
 * and a note says so. AppError for a file that is broken, locked or beyond a limit.
 */
export async function readPdf(bytes: Uint8Array, context: ReadContext): Promise<PageTexts> {
  const { pdf, codes } = await openPdf(bytes, context.limits);
  const pages: string[] = [];
  const hidden: HiddenText[] = [];
  const notes = new Set<string>();
  /** What could not be read of single pages, and of which. */
  const unread = new Map<string, number[]>();
  let ocr = false;
  let length = 0;
  try {
    const layers = await pdf.getOptionalContentConfig();
    for (let number = 1; number <= pdf.numPages; number++) {
      context.alive();
      const page = await pdf.getPage(number);
      const read = await readPage(page, number);
      pages.push(read);
      length += read.length;
      if (length > context.limits.textLength) {
        throw new AppError(
          'limit',
          `文字超过 ${context.limits.textLength / 10_000} 万字，请拆分后重新放入。`,
        );
      }
      page.cleanup();
      if (number === 1 && secrecyMark(read)) break;
    }
    hidden.push(...(await hiddenInPdf(pdf, pages.join('\n'))));
    const attached = (await pdf.getAttachments())?.size ?? 0;
    if (attached) notes.add(`PDF 里附有 ${attached} 个文件，没有读取，请取出后单独放入。`);
    return { format: 'pdf', pages, hidden, ocr, notes: [...notes, ...[...unread].map(pagesNamed)] };

    async function readPage(page: PDFPageProxy, number: number): Promise<string> {
      const operators = await page.getOperatorList();
      const viewport = page.getViewport({ scale: 1 });
      const drawn = drawPdfPage({
        width: viewport.width,
        height: viewport.height,
        base: viewport.transform as Matrix,
        fnArray: operators.fnArray,
        argsArray: operators.argsArray,
        codes,
        fontNamed: (name) => fontNamed(page, name),
        isShown: (layer) => isShown(layers, layer),
      });
      for (const glyph of drawn.glyphs) glyph.text = plainHan(glyph.text);
      return await textOf(drawn, page, number);
    }

    async function textOf(drawn: PdfPage, page: PDFPageProxy, number: number): Promise<string> {
      const seen = drawn.glyphs.filter(({ how, inkless }) => !how && !inkless);
      const inkless = drawn.glyphs.filter(({ how, inkless }) => !how && inkless);
      const count = (glyphs: typeof seen) => glyphs.filter(({ text }) => text.trim()).length;
      for (const how of ['white', 'tiny', 'hidden', 'off-page'] as const) {
        tell(
          how,
          drawn.glyphs.filter((glyph) => glyph.how === how),
          number,
        );
      }
      const shown = pdfPageText(drawn, seen);
      if (isGarbled(shown)) {
        notes.add(
          '有的页文字编码无法识别（字体没有对照表），没有读取，请用“打印为 PDF”重新导出或放入扫描件。',
        );
        return '';
      }
      const covered = coveredByPictures(drawn);
      // The words that a scanner found in its own picture stand for the picture, as far as they are seen in it.
      if (covered > 0.4 && count(seen) < FEW && count(inkless) >= HARDLY_ANY) {
        ocr = true;
        const layer = pdfPageText(drawn, inkless);
        const found = context.recognise && (await readPdfPictures(drawn, pictureStore(page), context));
        if (!found || found.sure < SURE) return [shown, layer].filter(Boolean).join('\n');
        const checked = linesNotSeen(layer, found.text);
        for (const quote of checked.unseen) hidden.push({ quote, how: 'hidden', page: number });
        return [shown, checked.shown].filter(Boolean).join('\n');
      }
      tell('hidden', inkless, number);
      const isPicture = (covered > 0.4 && count(seen) < FEW) || (count(seen) === 0 && covered > 0.02);
      if (!isPicture) return shown;
      const found = await readPdfPictures(drawn, pictureStore(page), context);
      for (const note of found.notes) {
        if (note === NO_OCR) notes.add(note);
        else unread.set(note, [...(unread.get(note) ?? []), number]);
      }
      if (found.text) ocr = true;
      return [shown, found.text].filter(Boolean).join('\n');

      function tell(how: HiddenText['how'], glyphs: typeof seen, page: number): void {
        const quote = pdfPageText({ ...drawn, across: [], down: [] }, glyphs).trim();
        if (quote) hidden.push({ quote, how, page });
      }
    }
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/** So many pages are named one by one. */
const NAMED = 12;

const pagesNamed = ([note, pages]: [string, number[]]) =>
  `第${pages.slice(0, NAMED).join('、')}${pages.length > NAMED ? `等 ${pages.length} ` : ''}页：${note}`;

/** The share of the page under its pictures, overlaps counted twice: enough to tell a scan from a seal. */
function coveredByPictures({ pictures, width, height }: PdfPage): number {
  const area = pictures.reduce((sum, { box: [x0, y0, x1, y1] }) => {
    const broad = Math.min(x1, width) - Math.max(x0, 0);
    const high = Math.min(y1, height) - Math.max(y0, 0);
    return sum + Math.max(0, broad) * Math.max(0, high);
  }, 0);
  return area / (width * height || 1);
}

function fontNamed(page: PDFPageProxy, name: string): PdfFont | undefined {
  return page.commonObjs.has(name) ? (page.commonObjs.get(name) as PdfFont) : undefined;
}

function isShown(
  layers: Awaited<ReturnType<PDFDocumentProxy['getOptionalContentConfig']>>,
  layer: unknown,
): boolean {
  try {
    return layers.isVisible(layer) !== false;
  } catch {
    return true;
  }
}

function pictureStore(page: PDFPageProxy): PictureStore {
  return (source) => {
    if (typeof source !== 'string') return Promise.resolve(source);
    const store = source.startsWith('g_') ? page.commonObjs : page.objs;
    return new Promise((resolve) => {
      // One that cannot be decoded may never arrive.
      const late = setTimeout(() => resolve(undefined), PICTURE_MS);
      store.get(source, (picture: unknown) => {
        clearTimeout(late);
        resolve(picture);
      });
    });
  };
}
