import type { FileText } from '../../files/file-text.ts';
import { linesOf, type TextLine, type TitleLine, titleAt } from './title-in.ts';

/** A line of a file, with the beginning of its page and the title that begins on it. */
export interface FileLine extends TextLine {
  page: number;
  title?: TitleLine;
}

/** The lines of a file in order. `first` gives for the words of a line the index at which they stand first. */
export interface FileLines {
  text: string;
  lines: FileLine[];
  first: Map<string, number>;
}

/** The lines of a file, page by page; a page break in a plain text begins a page as well. */
export function fileLines({ text, pages }: Pick<FileText, 'text' | 'pages'>): FileLines {
  const breaks = [...text.matchAll(/\f/g)].map(({ index }) => index + 1);
  const tops = [...new Set([0, ...pages, ...breaks])].filter((top) => top === 0 || top < text.length);
  tops.sort((a, b) => a - b);
  const lines = tops.flatMap((page, index) =>
    linesOf(text.slice(page, tops[index + 1])).map(
      ({ start, end, words }): FileLine => ({ start: start + page, end: end + page, words, page }),
    ),
  );
  const first = new Map<string, number>();
  for (const [at, line] of lines.entries()) {
    const title = titleAt(lines, at);
    if (title) line.title = title;
    if (!first.has(line.words)) first.set(line.words, at);
  }
  return { text, lines, first };
}

/** The index of the first line after the title that begins on the line at `at`. */
export function afterTitle({ lines }: FileLines, at: number): number {
  const end = lines[at]?.title?.end ?? 0;
  let next = at + 1;
  while ((lines[next]?.start ?? Number.POSITIVE_INFINITY) < end) next += 1;
  return next;
}

/** Whether an empty line stands before the line. */
export function gapBefore({ text, lines }: FileLines, at: number): boolean {
  const between = text.slice(lines[at - 1]?.end ?? 0, lines[at]?.start ?? 0);
  return (between.match(/\n|\f/g)?.length ?? 0) > 1;
}

/** A line with nothing but the name of an agency. */
export function isAgency(words: string): boolean {
  return /^\s*[\u4e00-\u9fa5\s]{3,30}(?:局|厅|委员会|人民政府|办事处|总队|支队|大队)\s*$/.test(words);
}

/** A drawn line: ────, ====. */
export function isRule(words: string): boolean {
  return /^\s*(?:[-=*_—─═~#]\s*){3,}$/.test(words);
}
