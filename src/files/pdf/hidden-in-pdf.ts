import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import type { HiddenText } from '../file-text.ts';
import { isSentence } from '../is-sentence.ts';

/** Notes that a person only sees on opening them; the others are drawn on the page and read there. */
const DRAWN = new Set(['FreeText', 'Widget']);

/** The flags of a note: hidden, and not to be seen on the screen. */
const UNSHOWN = 2 | 32;

/** Notes, and the words of the properties, that do not stand on the pages. */
export async function hiddenInPdf(pdf: PDFDocumentProxy, text: string): Promise<HiddenText[]> {
  const hidden: HiddenText[] = [];
  for (let page = 1; page <= pdf.numPages; page++) {
    const notes = (await (await pdf.getPage(page)).getAnnotations()) as Note[];
    for (const { subtype = '', contentsObj, fieldValue, annotationFlags = 0 } of notes) {
      const quote = (contentsObj?.str || (typeof fieldValue === 'string' ? fieldValue : '')).trim();
      if (!quote) continue;
      if (annotationFlags & UNSHOWN) hidden.push({ quote, how: 'hidden', page });
      else if (!DRAWN.has(subtype)) hidden.push({ quote, how: 'comment', page });
    }
  }
  const shown = text.replace(/\s/g, '');
  const { info, metadata } = await pdf.getMetadata();
  const { Custom, ...own } = info as Record<string, unknown>;
  const words = [...Object.entries(own), ...Object.entries(Custom ?? {}), ...(metadata ?? [])]
    .flatMap(([key, value]) =>
      typeof value === 'string' && (!PROGRAM.test(key) || HAN.test(value)) ? [value] : [],
    )
    .map((word) => word.trim());
  for (const quote of new Set(words)) {
    if (isSentence(quote) && !shown.includes(quote.replace(/\s/g, '')))
      hidden.push({ quote, how: 'metadata' });
  }
  return hidden;
}

/** Where programs name themselves, in Latin letters. */
const PROGRAM = /creator|producer/i;
const HAN = /\p{Script=Han}/u;

interface Note {
  subtype?: string;
  contentsObj?: { str?: string };
  fieldValue?: unknown;
  annotationFlags?: number;
}
