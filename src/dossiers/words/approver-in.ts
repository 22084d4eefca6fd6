import type { Span } from '../paper.ts';
import { type DayAt, daysWhere } from './match-in.ts';
import { type NameIn, namesIn } from './names-in.ts';
import type { PlainView } from './plain-view.ts';

/** What the head of the agency, or whoever else gives the last word, wrote into a form of approval. */
export interface Approver extends Span {
  /** Without spaces: 机关负责人意见, 局领导, 审批人. */
  label: string;
  words: string;
  name?: NameIn;
  day?: DayAt;
}

const OFFICE =
  '(?:(?:本|该|行政|执法|处罚|行政执法|行政处罚|审批|主管|行政主管|[\\p{sc=Han}]{2,4}行政主管|[\\p{sc=Han}]{2,4}主管)?机关|(?:[\\p{sc=Han}]{2,6})?(?:行政)?主管部门|本?(?:省|市|州|县|区)?(?:局|厅|委|办|处|署|院|关|总局|分局|委员会|管委会|大队|支队|总队|队|所|站|中心|单位|街道|街道办|办事处|街道办事处|街道党工委|镇|乡|政府|镇政府|乡政府|区政府|县政府|市政府)(?:机关|党组|党委|行政)?)';
const PERSON = '(?:主要|分管|主管|行政|党政|值班)?(?:负责人|负责同志|领导|领导人|首长)';
const CHIEF =
  '(?:分管|主管|常务)?副?(?:局长|厅长|分局长|处长|所长|主任|队长|大队长|支队长|总队长|站长|署长|院长|关长|镇长|乡长|区长|县长|市长|书记)';
const SAYS = '(?:审批|审定|审查|审核|批示|审签|签发|签批|批准|核准|决定|签署|签字|签名)';
const LAST = '(?:审批|审定|批示|审签|签发|签批|批准|核准)';
/** The labels under which the last word is given; those of handlers, units and legal reviewers are none. */
const LABEL = [
  `${OFFICE}?${PERSON}${SAYS}?(?:意见|结果|结论|栏)?(?:及签名|及签字)?`,
  `${OFFICE}?${CHIEF}(?:${SAYS}|办公会)?(?:意见|结果)?`,
  `${OFFICE}${SAYS}?(?:意见|结果|结论)`,
  `(?:最终|最后|终审)?${LAST}(?:人|人员|意见|结果|结论|环节)?(?:签名|签字)?`,
].join('|');
const GAP = '[ \\u3000]{0,6}';
const HEADS = new RegExp(
  `(?<=^|[\\t\\n \\u3000,;。，；、|）)\\d.])(?<label>(?:${LABEL}))(?:${GAP}[（(][^（）()\\n\\t]{1,16}[)）])?(?:${GAP}[:：]|(?=[ \\u3000\\t\\n]|$))`,
  'gmu',
);
/** In the same row: the field of somebody else. */
const OTHER_CELL =
  /[\t 　](?:承办|经办|办案|调查|主办|协办|法制|法规|科室|股室|部门|机构|备注|附件|归档|拟稿|核稿|印发|送达)[^\t\n:：\d]{0,10}[:：\t]/;
/** On the lines below: another field, the foot of the form, a rule between papers. */
const OTHER_LINE =
  /\n[ 　>~#]*(?![ 　>~#])(?:-{3,}|(?:拟稿|核稿|校对|印发|打印|制表|备注|附件|附[:：]|注[:：]|签发日期|说明|抄送|填表|录入|导出)|(?!(?:负责人|领导|局长|审批人|批准人|签发人)?[（(]?(?:签名|签字|签章|盖章|日期|时间|年月日|年|月|印章|公章))[^\n\t:：\d]{2,16}[:：\t])/;
const LONGEST = 240;
/** A row of labels and the row below it are no longer. */
const LONGEST_ROWS = 600;
/** Who stands highest signs last. */
const DEPUTY = /分管|副/;
const SIGNED_BEHIND = /^[ 　\t]*(?:[（(][^（）()\n]{0,10}[)）])?[ 　\t,，:：]*(?:日期|时间)?[ 　\t:：]*$/;
const NO_NAME =
  /同意|批准|审批|处罚|处理|审核|意见|情况|属实|照办|执行|办理|签名|签字|签章|盖章|负责|领导|局长|建议|讨论|机关|公章|日期|时间|印发|决定|报批|规定|依法|上报|下达|更正|更改|变更|改为|补签|作废|[为于自至到的了已经]/;

/** Who approved last, and when; a deputy only where nobody above him did. `view` is the plain view of `text`. */
export function approverIn(text: string, view: PlainView): Approver | undefined {
  const found = [...text.matchAll(HEADS)];
  const days = daysWhere(view, {});
  const signed = found.flatMap((match, index): Approver[] => {
    const until = found[index + 1]?.index ?? text.length;
    const within = regionOf(text, match.index, match.index + match[0].length, until, days);
    const label = match.groups!.label!.replaceAll(/[ 　]/g, '');
    const day = days.findLast(({ start, end }) => start >= within.start && end <= within.end);
    const name = signerIn(text, within, day);
    const words = text.slice(within.start, within.end);
    return name || day
      ? [{ ...within, label, words, ...(name ? { name } : {}), ...(day ? { day } : {}) }]
      : [];
  });
  const whole = signed.filter(({ name, day }) => name && day);
  const known = whole.length > 0 ? whole : signed;
  return known.findLast(({ label }) => !DEPUTY.test(label)) ?? known.at(-1);
}

/** The rest of the row; where nobody has signed in it, the lines below up to another field; below a head of columns its cell. */
function regionOf(text: string, at: number, from: number, until: number, days: readonly DayAt[]): Span {
  const below = cellBelow(text, at, from);
  if (below) return below;
  const end = Math.min(until, from + LONGEST);
  const rest = text.slice(from, end);
  const line = from + (/^[ 　\t]*\n?[^\n]*/.exec(rest)?.[0].length ?? 0);
  const cell = OTHER_CELL.exec(text.slice(from, line))?.index;
  const own = { start: from, end: cell === undefined ? line : from + cell };
  if (days.some((day) => day.start >= own.start && day.end <= own.end) && signerIn(text, own, undefined))
    return own;
  if (cell !== undefined) return own;
  const stop = OTHER_LINE.exec(text.slice(line, end))?.index ?? end - line;
  return { start: from, end: line + stop };
}

function cellBelow(text: string, at: number, from: number): Span | undefined {
  const start = text.lastIndexOf('\n', at) + 1;
  const [row = '', next = ''] = text.slice(start, start + LONGEST_ROWS).split('\n');
  const heads = row.split('\t');
  const cells = next.split('\t');
  const labels =
    heads.length > 1 && heads.every((cell) => /^[\p{sc=Han}（）() 　]{2,16}$/u.test(cell.trim()));
  if (!labels || (heads.length % 2 === 0 && !/\d/.test(next)) || cells.length !== heads.length)
    return undefined;
  const column = row.slice(0, from - start).split('\t').length - 1;
  const begin = start + row.length + 1 + cells.slice(0, column).join('\t').length + (column > 0 ? 1 : 0);
  return { start: begin, end: begin + (cells[column]?.length ?? 0) };
}

/** The name nearest before the day, or the last; one nobody has heard of where it stands by itself before the day. */
function signerIn(text: string, within: Span, day: DayAt | undefined): NameIn | undefined {
  const names = namesIn(text, within);
  const beside =
    day && names.findLast(({ end }) => end <= day.start && SIGNED_BEHIND.test(text.slice(end, day.start)));
  return beside ?? (day ? rareBefore(text, within, day.start) : undefined) ?? names.at(-1);
}

function rareBefore(text: string, within: Span, until: number): NameIn | undefined {
  const words = text.slice(within.start, until);
  const match =
    /(?<=^|[\s　。,，;；:：、)）])(?<name>\p{sc=Han}{2,5})[ 　\t]*(?:[（(][^（）()\n]{0,10}[)）])?[ 　\t]*$/u.exec(
      words,
    );
  const name = match?.groups?.name;
  if (!name || NO_NAME.test(name) || /[科室股局队所组]$/.test(name)) return undefined;
  const start = within.start + match.index;
  return { name, start, end: start + name.length };
}
