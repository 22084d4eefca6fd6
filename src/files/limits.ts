const MB = 2 ** 20;

/** What reading may cost. Every limit stands here; a file beyond one is refused with the limit in the sentence. */
export interface FileLimits {
  /** Bytes of one file as given: a scanned file of 300 pages at 300 dpi has about 60 MB. */
  fileBytes: number;
  /** Bytes of all files of one reading, after archives are opened: they wait on the disk meanwhile. */
  totalBytes: number;
  /** Files of one reading: the thickest dossiers have some hundreds. */
  files: number;
  /** Pages of one file: the same, and the offsets of each are kept. */
  pages: number;
  /** Inflated bytes of one archive. */
  archiveBytes: number;
  /** How many times larger an archive or a part of it may grow. Office papers grow by up to 50. */
  archiveRatio: number;
  /** Below this size the ratio says nothing: a short paper of one repeated line is no bomb. */
  archiveRatioFrom: number;
  /** Entries of one archive, folders and passed-over files included. */
  archiveEntries: number;
  /** Archives inside archives; the outermost counts as 1. */
  archiveDepth: number;
  /** Inflated bytes of one part of a Word file: the text of a thousand pages has about 20 MB of XML. */
  partBytes: number;
  /** Characters of the text of one file: a thousand full pages. */
  textLength: number;
  /** Elements, pieces of text and applied style rules of a web page, and how deep elements stand inside each other. */
  htmlSteps: number;
  htmlDepth: number;
  /** Characters of a `style` or `class`, and rules of the style sheets of a page. */
  htmlStyle: number;
  htmlRules: number;
  /** Words not shown on the page, listed per file; beyond it one line says how many more there are. */
  hidden: number;
  /** Milliseconds without any sign of progress, and in all but for programs, before a file is given up. */
  idleMs: number;
  fileMs: number;
  /** Milliseconds for the recognition of one page, and for the conversion of one old Word file. */
  ocrMs: number;
  convertMs: number;
  /** Pixels of one picture: an A3 sheet at 600 dpi has 70 million. */
  imagePixels: number;
  /** Megabytes that one reading thread may hold, in objects and in buffers. */
  workerMb: number;
  /** Megabytes that all threads may hold together, however many the machine has. */
  poolMb: number;
}

export const FILE_LIMITS: Readonly<FileLimits> = {
  fileBytes: 100 * MB,
  totalBytes: 1024 * MB,
  files: 2000,
  pages: 1000,
  archiveBytes: 512 * MB,
  archiveRatio: 100,
  archiveRatioFrom: 10 * MB,
  archiveEntries: 10_000,
  archiveDepth: 2,
  partBytes: 64 * MB,
  textLength: 4_000_000,
  htmlSteps: 1_000_000,
  htmlDepth: 1000,
  htmlStyle: 20_000,
  htmlRules: 20_000,
  hidden: 500,
  idleMs: 30_000,
  fileMs: 20 * 60_000,
  ocrMs: 60_000,
  convertMs: 90_000,
  imagePixels: 100_000_000,
  workerMb: 512,
  poolMb: 900,
};
