import type { PdfPage } from './pdf-page.ts';
import type { ReadContext } from './read-context.ts';

/** The pixels under a name, as the PDF reader keeps them; undefined when they could not be decoded. */
export type PictureStore = (source: string | object) => Promise<unknown>;

/** The words in the pictures of a page, and notes on those that could not be read. */
export async function readPdfPictures(
  _page: PdfPage,
  _store: PictureStore,
  context: ReadContext,
): Promise<{ text: string; notes: string[] }> {
  if (!context.recognise) return { text: '', notes: [] };
  return { text: '', notes: [] };
}
