import type { PaperKind } from '../../cases/paper-kinds.ts';
import { afterTitle, type FileLines, gapBefore, isAgency, isRule } from './file-lines.ts';
import { labelsOf } from './kind-by-labels.ts';
import { kindOfTitle } from './kind-of-title.ts';
import { isHead, isOwnPaper, isSheet, type TitleLine } from './title-in.ts';

/** What stands before a title: whether it is at the top of a page, and the title of the paper so far. */
export interface Before {
  top: boolean;
  last: { title: TitleLine; at: number } | undefined;
}

/** How far below a title its kind's labels are looked for, in characters. */
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
/** Lists: their rows name papers and acts. */
const LISTS: PaperKind[] = ['contents', 'recordings-index'];
/** As many lines below the name of a sheet stands the title of what is pasted on it. */
const NEAR = 4;
/** So many characters of a line are enough to know its label again. */
const FIRST = 3;
const ENDS =
  /\d{4}\s*年.{1,10}日\s*$|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s*$|[〇○零一二三四五六七八九]{4}年.{2,6}日\s*$|签\s*[名字章]|盖\s*章|[印公]\s*章|[（(]章[）)]|捺印|指印|以下空白|无正文|第\s*\d+\s*页|共\s*\d+\s*页|一式.{1,3}份|备注|联系电话|(?:送达|承办|经办|记录|复核|审核|见证|调查|执法|提供|提取|收集|取证)人员?[:：\s].{2,24}$|与原件.{0,6}(?:一致|无误|无异|相符)|^\s*[-—]\s*\d+\s*[-—]\s*$/;
const SET_OFF = /^\s*(?:#{1,6}\s|[=*─═—-]{3,}|【)/;
const NUMBERED =
  /^\s*(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）]?\s*[.、．:：)）]|[（(][\d一二三四五六七八九十]{1,3}[)）]|\d{1,3}\s+|[①-⑳]|附(?:件|表|录)?)/;
const LABEL_BEFORE =
  /(?:[:：、，,（(《]|名称|文书|文号|材料|附件|文件|证据|题名|标题|事由|的|了|及|和|与|或)\s*$/;
const CONTINUES_AFTER = /^\s*[，。、；：）》」”,.;:)!！？]/;
const CONTINUED = /续页?|第\s*(?:[2-9]|\d{2,})\s*页|[（(]\s*(?:[2-9]|\d{2,})\s*[/／]\s*\d+\s*[)）]/;
const ROW_END = /[\s.…·\t]*\d{1,4}(?:\s*[-—–~至]\s*\d{1,4})?(?:\s*页?)?\s*$/;
/** Names that are a paper's alone; others (法制审核意见, 陈述申辩情况) are also the field of a form or a heading. */
const SURE_NAME =
  /(?:[书表函单证]|笔录|记录|报告|答复|批复|回复|公告|纪要|声明|说明|台账|合同|协议|发票|光盘|资料|回执|回单|凭证|收据|票据|照片|执照|目录|索引|封面|案卷|卷宗|(?:复印|影印|打印)件[)）]?|(?:书证|证据)(?:提取|复制))(?:[（(].*)?$/;
/** A form whose fields are opinions, and the field that says whose opinion it is. */
const FORM_NAME = /表(?:[（(].*)?$/;
const FIELD = /机构|部门|科室|承办|负责人|领导|^(?:审核|审查|核审|复核)(?:意见|情况)$/;

/**
 * Whether the title on the line at `at` begins a paper, rather than naming one: in a list or an enclosure, as a
 * value, in a sentence that breaks before it, at the head or foot of a further page.
 */
export function opensPaper(reading: FileLines, at: number, title: TitleLine, before: Before): boolean {
  const { top, last } = before;
  const words = reading.lines[at]?.words ?? '';
  const next = reading.lines[afterTitle(reading, at)]?.words ?? '';
  if (NUMBERED.test(words) && !SET_OFF.test(words)) return false;
  if (CONTINUES_AFTER.test(next) || isFooter(reading, at) || isRunningHead(reading, at, title)) return false;
  if (title.attachment && (!top || title.kind === 'other' || title.kind === last?.title.kind)) return false;
  if (last && isSheet(last.title) && isOwnPaper(title) && at - last.at < NEAR) return false;
  const labels = labelsBelow(reading, at, title, REACH);
  if (!top && isValue(reading, at) && labels < (gapBefore(reading, at) ? 2 : 3)) return false;
  const listing = LISTS.includes(title.kind) && last?.title.kind !== title.kind;
  if (labels < 3 && !listing && isListed(reading, at, title)) return false;
  if (last && last.title.kind === title.kind && sameName(last.title, title)) {
    if (CONTINUED.test(words) || !restarts(reading, last.at, at)) return false;
  }
  return standsApart(reading, at, title, labels, before);
}

/** Whether the place and the labels below bear out that a paper begins. */
function standsApart(
  reading: FileLines,
  at: number,
  title: TitleLine,
  labels: number,
  before: Before,
): boolean {
  const { top, last } = before;
  const set = SET_OFF.test(reading.lines[at]?.words ?? '') || isRule(reading.lines[at - 1]?.words ?? '');
  const end = ended(reading, at);
  const gap = gapBefore(reading, at);
  const below = reading.lines[afterTitle(reading, at)]?.words ?? '';
  if (!SURE_NAME.test(title.title) || !title.exact) {
    const field = FORM_NAME.test(last?.title.title ?? '') && !((top || gap) && end);
    const enough = field || !title.exact ? 2 : 1;
    const numbered = (top || gap) && /[〔[(（【]\d{4}[〕\])）】].{0,8}号\s*$/.test(below);
    if (FIELD.test(title.title) && !numbered) return false;
    // What the party says of a notice, on a page of its own behind the proof that it was served.
    const remark = top && end && /^当事人(?:的)?意见/.test(title.title);
    return (labels >= enough && (top || set || (end && gap))) || numbered || remark;
  }
  const borne = labels >= 1 || BARE.includes(title.kind);
  if (last?.title.kind === 'contents') return labels >= 2 || (top && borne);
  const served = last?.title.kind === 'proof-of-service';
  // A form of its own behind an empty line, with a field of its kind.
  if (gap && labels >= 1 && FORM_NAME.test(title.title)) return true;
  if (borne ? top || set || end : set || (end && (top || gap || !served))) return true;
  // A name of its own at the head of a page above a number, an addressee or a field.
  const following = reading.lines.slice(afterTitle(reading, at), afterTitle(reading, at) + 2);
  const headed = following.some(({ words }) =>
    /[〔[(（【]\d{4}[〕\])）】].{0,8}号|^[^。；;，,\t]{2,40}[:：]|^[^。；;，,\t]{2,16}\t/.test(words),
  );
  if (top && headed && title.exact && last?.title.kind !== title.kind && !following[0]?.title) return true;
  return labelsBelow(reading, at, title, gap ? REACH : REACH / 2) >= 2;
}

/** 行政处罚案卷 above the title of another paper: the running head of a bound dossier; 证据提取单 above that of a copy. */
export function isRunningHead(reading: FileLines, at: number, title: TitleLine): boolean {
  if (isSheet(title)) {
    const pasted = reading.lines[afterTitle(reading, at)]?.title;
    return pasted !== undefined && !isOwnPaper(pasted);
  }
  if (!isHead(title)) return false;
  const below = reading.lines.slice(at + 1, at + 4);
  if (below.some((line) => line.title && !isHead(line.title))) return true;
  if ((reading.first.get(reading.lines[at]?.words ?? '') ?? at) < at) return true;
  return labelsBelow(reading, at, title, REACH / 2) < 2;
}

/** A name at the foot of a page: 询问笔录 第1页 共3页. */
function isFooter({ lines }: FileLines, at: number): boolean {
  const page = lines[at]?.page;
  const pageOf = (index: number) => lines[index]?.page;
  const below = lines.slice(at + 1, at + 3).filter((line) => line.page === page).length;
  return below <= 1 && pageOf(at + below + 1) !== undefined && pageOf(at + below - 3) === page;
}

/** The value of a field whose label stands on the line before, or the end of a broken sentence. */
function isValue({ lines }: FileLines, at: number): boolean {
  const label = lines[at - 1];
  return Boolean(label && !label.title && LABEL_BEFORE.test(label.words) && !/备\s*注/.test(label.words));
}

/** How many labels of the title's kind stand below, before the next title; a proof of service names one itself. */
function labelsBelow(reading: FileLines, at: number, title: TitleLine, reach: number): number {
  let end = title.end + reach;
  let others = title.kind === 'proof-of-service' ? 1 : 0;
  for (let next = afterTitle(reading, at); (reading.lines[next]?.start ?? end) < end; next++) {
    if (reading.lines[next]?.title && others-- === 0) end = reading.lines[next]?.start ?? end;
  }
  return labelsOf(title.kind, reading.text.slice(title.end, end));
}

/** Whether the next lines name other papers: a row of a list of papers. */
function isListed(reading: FileLines, at: number, title: TitleLine): boolean {
  const next = afterTitle(reading, at);
  const own = reading.lines[at]?.page;
  return reading.lines.slice(next, next + 2).some(({ words, page }) => {
    // A list goes on below; the name at the head of the next page is that of a paper.
    if (page !== own && next < reading.lines.length - 1 && reading.lines[next]?.page === own) return false;
    // In a row of a list the name follows its number; a first cell with words is the label of a field.
    const [number = '', name = ''] = words.split('\t');
    if (name && !/^\s*\d{1,3}\s*$/.test(number)) return false;
    const cell = name || words;
    const row = cell.replace(NUMBERED, '').replace(ROW_END, '').trim();
    const read = row.length > 2 && !/[:：，。]/.test(row) ? kindOfTitle(row) : undefined;
    return (
      read !== undefined &&
      SURE_NAME.test(read.title) &&
      !(read.kind === title.kind && read.title === title.title)
    );
  });
}

function sameName(a: TitleLine, b: TitleLine): boolean {
  const bare = ({ title }: TitleLine) => title.replace(/[（(].*|续页?$|\d+$/g, '');
  return bare(a).endsWith(bare(b)) || bare(b).endsWith(bare(a));
}

/** Whether the labels at the head of the paper come once more: a second paper of the kind, not its next page. */
function restarts(reading: FileLines, last: number, at: number): boolean {
  const head = labelsAfter(reading, last);
  const again = labelsAfter(reading, at);
  const common = again.filter((label) => head.includes(label)).length;
  // A receipt may begin with the name of what was served, which is another's each time.
  const [named, second] = again;
  const first = named !== undefined && kindOfTitle(named)?.exact ? second : named;
  return first !== undefined && head.slice(0, 3).includes(first) && common >= Math.min(2, head.length);
}

function labelsAfter(reading: FileLines, at: number): string[] {
  const next = afterTitle(reading, at);
  return reading.lines.slice(next, next + 7).flatMap(({ words }) => {
    const colon = /^\s*([^:：\t。，]{2,16})[:：\t]/.exec(words)?.[1]?.replace(/\s/g, '');
    // A scanner loses the gap between a label and its value: then its first characters stand for it.
    const label = colon ?? words.replace(/\s/g, '').slice(0, FIRST);
    return label.length >= 2 ? [label] : [];
  });
}

/** Signature, seal, date or page count in the last lines before: the paper before has come to its end. */
function ended({ lines }: FileLines, at: number): boolean {
  const before = lines.slice(Math.max(0, at - 5), at).filter(({ words }) => !isAgency(words));
  return before.slice(-3).some(({ words }) => ENDS.test(words));
}
