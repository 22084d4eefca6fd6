import type { PaperKind } from '../cases/paper-kinds.ts';

/** A place in a text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

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

/** 案卷中的一份材料, as it stands in a file: the whole of it or a part. Offsets of facts count in this `text`. */
export interface Paper {
  /** `p1`, `p2` … in the order of the dossier. */
  id: string;
  file: string;
  kind: PaperKind;
  title: string;
  text: string;
  /** Where `text` begins in the text of the file. */
  offset: number;
  /** First and last page in the file, counted from 1. */
  pages: [number, number];
  sha256: string;
  ocr: boolean;
  hidden: HiddenText[];
  /** The id of an earlier paper with the same words. */
  sameAs?: string;
}

export type FactValue = string | number | boolean;

/**
 * One fact as one paper states it. `path` is the path in the case file with keys in the place of list positions:
 * `officers[示例甲].certificate.number`, `services[p7].servedOn`. Facts of several papers with the same key are about
 * the same thing. The words from `start` to `end` of the paper's text are its quote.
 */
export interface StatedFact extends Span {
  path: string;
  value: FactValue;
  by: 'rule' | 'model';
}
