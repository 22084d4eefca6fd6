import type { CaseFile } from '../../cases/case-file.ts';
import { keptByText } from '../../law/kept-by-text.ts';
import type { OtherWords } from './words-against-notes.ts';

type Paper = NonNullable<CaseFile['papers']>[number];
/** A paper with its words in half width, without spaces within lines. */
export type PlainPaper = Paper & { text: string };
/** The paper of an id, where it holds more than an extract. */
export type PaperOf = (id: string | undefined) => PlainPaper | undefined;

export const plainText = keptByText((text) => text.normalize('NFKC').replaceAll(/[ \t\u3000]/g, ''));

/** What a paper's own words leave of a noted value. */
export function deniedWords(
  path: string,
  noted: unknown,
  stated: unknown,
  { id, title }: PlainPaper,
  quote: string,
): OtherWords {
  return { path, noted, stated, paper: id, title, quote: quote.trim() };
}

/** No signature where one belongs: a remark, a line. */
export const UNSIGNED = String.raw`(?:\(?(?:未签名?|没有签名|无签名|空白|未签字|未签署)\)?|_{2,})`;
