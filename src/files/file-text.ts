export type FileFormat = 'docx' | 'doc' | 'pdf' | 'txt' | 'md' | 'html' | 'image';

/** Why a person who looks at the file does not see these words. */
export type HiddenHow = 'white' | 'tiny' | 'hidden' | 'off-page' | 'zero-width' | 'comment' | 'metadata';

/** Words in a file that do not show on the page. They are never read as facts. */
export interface HiddenText {
  quote: string;
  how: HiddenHow;
  /** Counted from 1; absent for formats without pages. */
  page?: number;
}

/**
 * What was read of one file. `text` is what shows on the page, line by line, a table row as one line with its cells
 * parted by tabs; `pages` are the offsets at which its pages begin, `[0]` for a format without pages.
 */
export interface FileText {
  /** The path inside the folder, with `/`; inside an archive `案卷.zip/立案审批表.docx`. */
  file: string;
  format: FileFormat;
  /** SHA-256 of the bytes as given, lower-case hex. */
  sha256: string;
  text: string;
  pages: number[];
  /** The words come from a picture of the page: they may be misread. */
  ocr: boolean;
  hidden: HiddenText[];
}

/** A file that was not read, with one Chinese sentence that says why and what to do. */
export interface SkippedFile {
  file: string;
  reason: string;
}
