import type { PaperKind } from '../cases/paper-kinds.ts';
import { labelsOf } from './kind-by-labels.ts';
import { kindOfTitle } from './kind-of-title.ts';
import type { FileText } from './paper.ts';
import { isAbove, isHead, linesOf, type TextLine, type TitleLine, titleAt } from './title-in.ts';

/** Where a paper begins in the text of a file, and the title line by which it was known. */
export interface PaperStart {
  start: number;
  title?: TitleLine;
}

interface Reading {
  text: string;
  pages: readonly number[];
  lines: TextLine[];
}

const LINES_ABOVE = 6;
/** How far after a title its kind's labels are looked for, in characters. */
const REACH = 1200;
/** Papers that may be a bare picture or a printed form: they have no labels to expect. */
const BARE: PaperKind[] = [
  'contents',
  'photograph',
  'identity-proof',
  'recording',
  'documentary-evidence',
  'remarks',
  'receipt',
  'other',
];
const ENDS =
  /\d{4}\s*年.{1,10}日\s*$|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s*$|[〇○零一二三四五六七八九]{4}年.{2,6}日\s*$|签\s*[名字章]|盖\s*章|[印公]\s*章|[（(]章[）)]|捺印|指印|以下空白|正文|第\s*\d+\s*页|共\s*\d+\s*页|一式.{1,3}份|备注|联系电话|^\s*[-—]\s*\d+\s*[-—]\s*$/;
const RULED = /^\s*(?:[-=*_—─═~#]\s*){3,}$/;
const SET_OFF = /^\s*(?:#{1,6}\s|[=*─═—-]{3,}|【)/;
const NUMBERED =
  /^\s*(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）]?\s*[.、．:：)）]|[（(][\d一二三四五六七八九十]{1,3}[)）]|\d{1,3}\s+|[①-⑳]|附(?:件|表|录)?)/;
const LABEL_BEFORE =
  /(?:[:：、，,（(《]|名称|文书|文号|材料|附件|文件|证据|题名|标题|事由|的|了|及|和|与|或)\s*$/;
const CONTINUES_AFTER = /^\s*[，。、；：）》」”,.;:)!！？]/;
const CONTINUED = /续页?|第\s*(?:[2-9]|\d{2,})\s*页|[（(]\s*(?:[2-9]|\d{2,})\s*[/／]\s*\d+\s*[)）]/;
const ROW_END = /[\s.…·\t]*\d{1,4}(?:\s*[-—–~至]\s*\d{1,4})?(?:\s*页?)?\s*$/;
/** Names of papers that forms also use as the label of a field or a heading. */
const SURE_NAME =
  /(?:[书表函单证]|笔录|报告|公告|纪要|台账|合同|协议|发票|光盘|资料|凭证|收据|票据|照片|执照|目录|封面|案卷|卷宗|复印件)(?:[（(].*)?$/;

/** A form whose fields are opinions, and the field that says whose opinion it is. */
const FORM_NAME = /表(?:[（(].*)?$/;
const FIELD = /机构|部门|科室|承办|负责人|领导|^(?:审核|审查|核审|复核)(?:意见|情况)$/;

/** The places at which the papers of one file begin; the first is 0. */
export function paperStarts(file: Pick<FileText, 'text' | 'pages'>): PaperStart[] {
  const pages = pageTops(file);
  const reading = { text: file.text, pages, lines: linesByPage({ text: file.text, pages }) };
  const starts: (PaperStart & { at: number })[] = [{ start: 0, at: 0 }];
  for (let at = 0; at < reading.lines.length; at++) {
    const title = titleAt(reading.lines, at);
    const current = starts.at(-1);
    if (!title || !current) continue;
    if (starts.length === 1 && !current.title && abovesFrom(reading, 0, at)) {
      if (!namesHead(reading, at, title)) Object.assign(current, { title, at });
    } else if (opens(reading, at, title, current)) {
      starts.push({ start: startOf(reading, at), title, at });
    }
    while (reading.lines[at + 1] && (reading.lines[at + 1]?.end ?? 0) <= title.end) at += 1;
  }
  return starts.map(({ start, title }) => ({ start, ...(title && { title }) }));
}

/** Page beginnings, and what a page break in a plain text begins. */
function pageTops({ text, pages }: Pick<FileText, 'text' | 'pages'>): number[] {
  const breaks = [...text.matchAll(/\f/g)].map(({ index }) => index + 1);
  return [...new Set([...pages, ...breaks])].sort((a, b) => a - b);
}

function linesByPage({ text, pages }: Pick<FileText, 'text' | 'pages'>): TextLine[] {
  const bounds = [0, ...pages.filter((page) => page > 0 && page < text.length), text.length];
  return bounds.slice(0, -1).flatMap((from, index) =>
    linesOf(text.slice(from, bounds[index + 1])).map((line) => ({
      ...line,
      start: line.start + from,
      end: line.end + from,
    })),
  );
}

function opens(
  reading: Reading,
  at: number,
  title: TitleLine,
  current: PaperStart & { at: number },
): boolean {
  const { lines } = reading;
  const words = lines[at]?.words ?? '';
  const next = lines.find(({ start }) => start >= title.end);
  if (NUMBERED.test(words) && !SET_OFF.test(words)) return false;
  if ((next && CONTINUES_AFTER.test(next.words)) || isFooter(reading, at)) return false;
  const top = isTop(reading, at);
  const own = title.kind === 'other' || title.kind === current.title?.kind;
  if (title.attachment && (own || !top)) return false;
  const before = lines[at - 1]?.words ?? '';
  if (namesHead(reading, at, title)) return false;
  const labels = labelsBelow(reading, title, REACH);
  const fed = LABEL_BEFORE.test(before) && !/备\s*注/.test(before) && !titleAt(lines, at - 1);
  if (!top && fed && labels < (gapBefore(reading, at) ? 2 : 3)) return false;
  const listing = title.kind === 'contents' && current.title?.kind !== 'contents';
  if (labels < 3 && !listing && isListed(reading, title)) return false;
  if (current.title?.kind === title.kind && sameName(current.title, title)) {
    if (CONTINUED.test(words) || !restarts(reading, current, title)) return false;
  }
  const set = SET_OFF.test(words) || RULED.test(before);
  if (!SURE_NAME.test(title.title) || !title.exact) {
    // 法制审核意见 is also a field of the form before it: there it needs more to be a paper.
    const end = ended(reading, at);
    const field = FORM_NAME.test(current.title?.title ?? '') && !(top && end);
    const enough = field || !title.exact ? 2 : 1;
    const apart = top || set || (end && gapBefore(reading, at));
    return labels >= enough && apart && !FIELD.test(title.title);
  }
  const bare = BARE.includes(title.kind);
  if (current.title?.kind === 'contents') return labels >= 2 || (top && (bare || labels >= 1));
  if (bare || labels >= 1) {
    if (top || set || ended(reading, at)) return true;
  } else if (set || (ended(reading, at) && (top || gapBefore(reading, at)))) return true;
  if (gapBefore(reading, at)) return labels >= 2;
  return labelsBelow(reading, title, REACH / 2) >= 2;
}

/** The first lines of a page after the first: nothing above but a running head, the agency, a number. */
function isTop(reading: Reading, at: number): boolean {
  const line = reading.lines[at];
  const page = line ? reading.pages.filter((offset) => offset <= line.start).at(-1) : undefined;
  return page !== undefined && page > 0 && abovesFrom(reading, page, at);
}

function abovesFrom({ lines }: Reading, offset: number, at: number): boolean {
  const above = lines.slice(0, at).filter(({ start }) => start >= offset);
  return above.length < LINES_ABOVE && above.every(({ words }) => isAbove(words));
}

/** A name at the foot of a page: 询问笔录 第1页 共3页. */
function isFooter({ lines, pages, text }: Reading, at: number): boolean {
  const line = lines[at];
  if (!line || pages.length < 2) return false;
  const end = pages.find((offset) => offset > line.start) ?? text.length;
  const start = pages.filter((offset) => offset <= line.start).at(-1) ?? 0;
  const on = lines.filter((other) => other.start >= start && other.start < end);
  return on.length > 3 && on.indexOf(line) >= on.length - 2 && end < text.length;
}

/** 行政处罚案卷 above the title of another paper: the running head of a bound dossier. */
function namesHead(reading: Reading, at: number, title: TitleLine): boolean {
  if (!isHead(title)) return false;
  for (let next = at + 1; next <= at + 3; next++) {
    const below = titleAt(reading.lines, next);
    if (below && !isHead(below)) return true;
  }
  const words = reading.lines[at]?.words;
  if (reading.lines.slice(0, at).some((line) => line.words === words)) return true;
  return labelsBelow(reading, title, REACH / 2) < 2;
}

/** How many labels of the title's kind stand below it, before the next title; a proof of service names one itself. */
function labelsBelow({ text, lines }: Reading, title: TitleLine, reach: number): number {
  const below = lines.flatMap((line, at) =>
    line.start >= title.end && line.start < title.end + reach && titleAt(lines, at) ? [line.start] : [],
  );
  const end = below[title.kind === 'proof-of-service' ? 1 : 0] ?? title.end + reach;
  return labelsOf(title.kind, text.slice(title.end, Math.min(end, title.end + reach)));
}

/** Whether the next lines name other papers: a row of a list of papers. */
function isListed({ lines }: Reading, title: TitleLine): boolean {
  const after = lines.filter(({ start }) => start >= title.end).slice(0, 2);
  return after.some(({ words }) => {
    const row = words.replace(NUMBERED, '').replace(ROW_END, '').trim();
    const read = row.length > 2 && !/[:：，。]/.test(row) ? kindOfTitle(row) : undefined;
    return read !== undefined && !(read.kind === title.kind && read.title === title.title);
  });
}

function sameName(a: TitleLine, b: TitleLine): boolean {
  const bare = ({ title }: TitleLine) => title.replace(/[（(].*|续页?$|\d+$/g, '');
  return bare(a).endsWith(bare(b)) || bare(b).endsWith(bare(a));
}

/** Whether the labels at the head of the paper come once more: a second paper of the kind, not its next page. */
function restarts(reading: Reading, current: PaperStart, title: TitleLine): boolean {
  const head = labelsAfter(reading, current.title?.end ?? current.start);
  const again = labelsAfter(reading, title.end);
  const common = again.filter((label) => head.includes(label)).length;
  const [first] = again;
  return first !== undefined && head.slice(0, 3).includes(first) && common >= Math.min(2, head.length);
}

function labelsAfter({ lines }: Reading, offset: number): string[] {
  return lines
    .filter(({ start }) => start >= offset)
    .slice(0, 7)
    .flatMap(({ words }) => {
      const [, colon, space] =
        /^\s*(?:([^:：\t。，]{2,16})[:：\t]|([\u4e00-\u9fa5]{2,10})[ \u3000])/.exec(words) ?? [];
      const label = (colon ?? space)?.replace(/\s/g, '');
      return label && label.length >= 2 ? [label] : [];
    });
}

/** Signature, seal, date or page count in the last lines before: the paper before has come to its end. */
function ended({ lines }: Reading, at: number): boolean {
  return lines
    .slice(Math.max(0, at - 5), at)
    .filter(({ words }) => !isAgency(words))
    .slice(-3)
    .some(({ words }) => ENDS.test(words));
}

function gapBefore({ text, lines }: Reading, at: number): boolean {
  const between = text.slice(lines[at - 1]?.end ?? 0, lines[at]?.start ?? 0);
  return (between.match(/\n|\f/g)?.length ?? 0) > 1;
}

/** The title with what stands above it: at the top of a page the whole page, else the agency, a number, a drawn line. */
function startOf(reading: Reading, at: number): number {
  const { lines, pages } = reading;
  const line = lines[at] as TextLine;
  if (isTop(reading, at)) return pages.filter((offset) => offset <= line.start).at(-1) ?? line.start;
  let first = at;
  while (first > 0 && at - first < 3 && belongsBelow(lines[first - 1]?.words ?? '')) first -= 1;
  return (lines[first] as TextLine).start;
}

function belongsBelow(words: string): boolean {
  return (
    RULED.test(words) ||
    isAgency(words) ||
    /^\s*(?:编\s*号|案\s*号|文\s*号)[:：]|^[^。，]{0,24}〔\d{4}〕[^。，]{0,8}号\s*$/.test(words)
  );
}

function isAgency(words: string): boolean {
  return /^\s*[\u4e00-\u9fa5\s]{3,30}(?:局|厅|委员会|人民政府|办事处|总队|支队|大队)\s*$/.test(words);
}
