import type { PaperKind } from '../../cases/paper-kinds.ts';
import { kindOfTitle, type TitleRead } from './kind-of-title.ts';

/** Lines above the title: the agency, a running head, a secrecy or archive mark, a page number. */
const LINES_ABOVE = 6;
const LONGEST = 120;
/** A line that ends in a colon heads a part of a paper. */
const SENTENCE = /[,，。；;！!？?“”"]|[《》].*[^《》]$|[:：].*\S|\S[:：]$/;
/** 书证：进货台账（复印件）. */
const NAMED = /^(\s*书证)[:：](?=\s*\S)/;
/** 证据提取单: the sheet on which a piece of evidence is pasted. */
const SHEET =
  /^(?:(?:证据|书证|物证)[^、]{0,12}(?:单|页|表|纸)|(?:复制|提取|调取|复印)(?:\([^()]*\))?(?:的)?(?:证据|书证)[^、]{0,6}(?:单|页|表|纸))(?:\(.*)?$/;

/** A title line in a text: where it stands and what it says. Offsets as in the text; two lines may make one title. */
export interface TitleLine extends TitleRead {
  start: number;
  end: number;
}

/** A line of a text, without its line end. */
export interface TextLine {
  start: number;
  end: number;
  words: string;
}

export function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = [];
  for (const match of text.matchAll(/[^\n\r\f]+/g)) {
    if (/\S/.test(match[0]))
      lines.push({ start: match.index, end: match.index + match[0].length, words: match[0] });
  }
  return lines;
}

/** 审核意见书（第二次，听证后）: a remark in brackets may hold a comma, the title itself may not. */
const withoutRemark = (words: string) =>
  words.trim().replace(/(?<=\S{4})[ 　]*[（(][^（）()。；;！？]{1,20}[)）]$/, '');

/** The title that begins with the line at `at`: on it alone, or on it and the next ones where a title was broken. */
export function titleAt(lines: readonly TextLine[], at: number): TitleLine | undefined {
  const line = lines[at];
  if (!line) return undefined;
  const words = oneCell(line.words)?.replace(NAMED, '$1 ');
  if (words === undefined || words.length > LONGEST || SENTENCE.test(withoutRemark(words))) return undefined;
  const broken = brokenTitle(lines, at, words);
  if (broken) return broken;
  const copies = copiesOf(words);
  if (copies) return { ...copies, start: line.start, end: line.end };
  const read = kindOfTitle(words);
  if (read && isEnumeration(words, read)) return undefined;
  return read && { ...read, start: line.start, end: line.end };
}

/** 聊天记录截图、限期改正指令书: a piece of a list, unlike 陈述、申辩笔录. */
function isEnumeration(words: string, read: TitleRead): boolean {
  return words
    .split('、')
    .slice(0, -1)
    .some((part) => (kindOfTitle(part)?.kind ?? read.kind) !== read.kind);
}

/** 身份证、林权证复印件: several proofs copied on one sheet, called after the first of them. */
function copiesOf(words: string): TitleRead | undefined {
  const copied = /^([^、，。：:]{2,12}(?:[、和与及][^、，。：:]{2,12}){1,3})(?:复印|复制|影印)件$/.exec(
    words.trim(),
  );
  const [first, ...others] = copied?.[1]?.split(/[、和与及]/).map(kindOfTitle) ?? [];
  const proofs: (PaperKind | undefined)[] = ['identity-proof', 'documentary-evidence'];
  return first?.kind === 'identity-proof' && others.every((one) => proofs.includes(one?.kind))
    ? { ...first, title: words.trim() }
    : undefined;
}

/** The first title in the lines with which a text begins, or nothing. */
export function titleIn(text: string): TitleLine | undefined {
  const lines = linesOf(text.slice(0, 3000)).slice(0, LINES_ABOVE + 4);
  let best: TitleLine | undefined;
  for (const [at, line] of lines.slice(0, LINES_ABOVE).entries()) {
    const title = titleAt(lines, at);
    // The agency's own paper on a sheet of evidence is a copy of it, made of another matter.
    if (title && best && isSheet(best) && isOwnPaper(title)) break;
    // A running head such as 行政处罚案卷 stands above the title proper.
    if (title && (!best || title.kind !== best.kind)) best = title;
    if ((best && !isHead(best) && !isSheet(best)) || (!title && !isAbove(line.words))) break;
  }
  return best;
}

/** A name that also serves as the running head of all papers of a file. */
export function isHead({ kind, title }: TitleRead): boolean {
  return kind === 'cover' && !/封/.test(title);
}

/** The name of a sheet on which another paper is pasted. */
export function isSheet({ kind, title }: TitleRead): boolean {
  return kind === 'documentary-evidence' && SHEET.test(title);
}

/** Papers of the agency that lead to the end of a case: on a sheet of evidence they are those of an earlier one. */
export const ENDING: readonly PaperKind[] = [
  'decision',
  'no-penalty-decision',
  'prior-notice',
  'hearing-right-notice',
  'decision-approval',
  'closing-report',
  'closure-approval',
  'review-opinion',
];
export const isOwnPaper = ({ kind }: TitleRead): boolean => ENDING.includes(kind);

/** Whether a line may stand between the top of a page and the title. */
export function isAbove(words: string): boolean {
  const line = words.trim();
  if (line.length > 60 || /[。；;！？]|[，,].*[，,]/.test(line)) return false;
  return !/[:：]\s*\S/.test(line) || /编\s*号|案\s*号|档\s*号|密级|卷\s*号|文\s*号/.test(line);
}

const HALF =
  /^(?:[^书表]{0,8}(?:审批表|笔录|通知书|决定书|告知书|报告|意见书|意见|登记表|清单|回证|记录|申请书|送审表|确认书|移送[书函]|封面|目录))$/;

function brokenTitle(lines: readonly TextLine[], at: number, words: string): TitleLine | undefined {
  const first = words.replace(/\s/g, '');
  if (first.length <= 2) return oneByOne(lines, at);
  const next = lines[at + 1];
  if (!next) return undefined;
  const second = oneCell(next.words)?.replace(/\s/g, '');
  if (!second || !HALF.test(second) || SENTENCE.test(second)) return undefined;
  // 行政处罚决定 / 审批表 is one title; 示例市市场监督管理局 / 行政处罚决定书 needs its second line alone.
  // 审批表 alone may be a title, but rather it is the rest of one.
  const own = /^(?:审批|呈批|报批)[表单]$/.test(second) ? undefined : kindOfTitle(second);
  if (own && !/(?:处罚|执法决定|决定|行政|案件|重大|改正|听证|保存|证据)$/.test(first)) return undefined;
  const read = kindOfTitle(first + second);
  const alone = kindOfTitle(first);
  if (!read || (alone && alone.kind === read.kind) || (alone && own)) return undefined;
  const line = lines[at] as TextLine;
  return { ...read, start: line.start, end: next.end };
}

/** 询 / 问 / 笔 / 录, one character to a line. */
function oneByOne(lines: readonly TextLine[], at: number): TitleLine | undefined {
  let joined = '';
  for (let k = at; k < lines.length && k < at + 14; k++) {
    const line = lines[k] as TextLine;
    const part = line.words.replace(/\s/g, '');
    if (part.length > 2) return undefined;
    joined += part;
    const next = lines[k + 1]?.words.replace(/\s/g, '');
    const read = joined.length >= 4 && (!next || next.length > 2) ? kindOfTitle(joined) : undefined;
    if (read) return { ...read, start: lines[at]?.start ?? line.start, end: line.end };
  }
  return undefined;
}

/** The words of a line that is one cell, or a row of single characters (询\t问\t笔\t录). */
function oneCell(words: string): string | undefined {
  const cells = words.split('\t').map((cell) => cell.trim());
  const filled = [...new Set(cells.filter(Boolean))];
  if (filled.length <= 1) return filled[0] ?? words;
  return cells.every((cell) => cell.length <= 2) ? cells.join('') : undefined;
}
