import type { FileFormat, HiddenText } from './file-text.ts';

/** What a reader of one format finds, before the unseen signs are taken out and the pages are put together. */
export interface PageTexts {
  format: FileFormat;
  /** The text of each page; one for a format without pages. */
  pages: string[];
  hidden: HiddenText[];
  ocr: boolean;
  /** Sentences on what could not be read of it, for people. */
  notes: string[];
}
