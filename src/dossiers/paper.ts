import type { PaperKind } from '../cases/paper-kinds.ts';
import type { HiddenText } from '../files/file-text.ts';

/** A place in a text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
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
