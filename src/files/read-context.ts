import type { FileLimits } from './limits.ts';

/** What a reader in a thread may ask of the thread that keeps it. */
export interface ReadContext {
  limits: FileLimits;
  /** Says that the reading goes on, so that it is not taken for hung. */
  alive(): void;
  /**
   * Recognises the words of a picture (PNG, JPEG, TIFF, PNM …): the table of `tesseract … tsv`. Undefined where no such
   * program is installed. AppError when it fails or takes too long.
   */
  recognise: ((picture: Uint8Array) => Promise<string>) | undefined;
  /** Turns an old Word file into a .docx. Undefined where no such program is installed. */
  convert: ((bytes: Uint8Array) => Promise<Uint8Array>) | undefined;
}
