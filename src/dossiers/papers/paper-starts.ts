import type { FileText } from '../../files/file-text.ts';
import { afterTitle, type FileLine, type FileLines, fileLines, isAgency, isRule } from './file-lines.ts';
import { isRunningHead, opensPaper } from './opens-paper.ts';
import { isAbove, isSheet, type TitleLine } from './title-in.ts';

/** Where a paper begins in the text of a file, and the title line by which it was known. */
export interface PaperStart {
  start: number;
  title?: TitleLine;
}

const LINES_ABOVE = 6;
/** Characters that a page before the first title may hold and still be no paper: an agency, a number. */
const FEW = 20;

/** The places at which the papers of one file begin; the first is 0. */
export function paperStarts(file: Pick<FileText, 'text' | 'pages'>): PaperStart[] {
  const reading = fileLines(file);
  const starts: (PaperStart & { at: number })[] = [{ start: 0, at: 0 }];
  for (let at = 0; at < reading.lines.length; at = afterTitle(reading, at)) {
    const line = reading.lines[at] as FileLine;
    const current = starts.at(-1);
    const { title } = line;
    if (!title || !current) continue;
    if (starts.length === 1 && !current.title && headsFile(reading, at)) {
      if (!isRunningHead(reading, at, title)) Object.assign(current, { title, at });
      continue;
    }
    const top = line.page > 0 && isBelowHeads(reading, line.page, at);
    const last = current.title ? { title: current.title, at: current.at } : undefined;
    if (opensPaper(reading, at, title, { top, last })) {
      starts.push({ start: top ? line.page : startOf(reading, at), title, at });
    }
  }
  return starts.map(({ start, title }) => ({ start, ...(title && { title }) }));
}

function headsFile(reading: FileLines, at: number): boolean {
  const page = reading.lines[at]?.page ?? 0;
  const before = reading.lines.slice(0, at).filter((line) => line.page < page);
  const size = before.reduce((sum, { words }) => sum + words.trim().length, 0);
  return at < LINES_ABOVE && size <= FEW && isBelowHeads(reading, 0, at);
}

/** Whether nothing stands above on the page but a running head, the agency, a number. */
function isBelowHeads({ lines }: FileLines, page: number, at: number): boolean {
  for (let above = at - 1; above >= 0; above--) {
    const line = lines[above] as FileLine;
    if (line.start < page) return true;
    if (at - above >= LINES_ABOVE || !isAbove(line.words)) return false;
  }
  return true;
}

/** The title with what belongs to it above: the agency, a number, a drawn line, the name of the sheet it is pasted on. */
function startOf({ lines }: FileLines, at: number): number {
  let first = at;
  while (first > 0 && at - first < 3 && belongsBelow(lines[first - 1] as FileLine)) first -= 1;
  return (lines[first] as FileLine).start;
}

function belongsBelow({ words, title }: FileLine): boolean {
  const number = /^\s*(?:编\s*号|案\s*号|文\s*号)[:：]|^[^。，]{0,24}〔\d{4}〕[^。，]{0,8}号\s*$/;
  return isRule(words) || isAgency(words) || number.test(words) || (title !== undefined && isSheet(title));
}
