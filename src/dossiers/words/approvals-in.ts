import type { Day } from '../../law/dates.ts';
import { type DayIn, daysIn } from '../../law/days-in.ts';
import type { Paper, Span } from '../paper.ts';
import { fieldsOf } from './fields-of.ts';
import { isName, isSigner, type NameIn, namesIn } from './names-in.ts';

/** 审批表中的一栏意见: who wrote it and when. */
export interface ApprovalIn extends Span {
  /** Without spaces: 承办人意见, 机关负责人意见. */
  label: string;
  by: 'handler' | 'unit' | 'legal' | 'head' | 'unknown';
  names: NameIn[];
  /** The day beside the signature. */
  day?: { day: Day } & Span;
}

const OPINION =
  /(?:意见|审批|批示|批准|审定|审核|领导|负责人|局长|承办人|经办人|承办人员|办案人员|承办机构|审批人|批准人)(?:\([^()]*\))?(?:签名|签字|及日期)?$/;
/** The place for a signature within an opinion: 负责人（签名）. */
const SIGNED =
  /^(?:负责人|部门负责人|机构负责人|领导|局长|承办人|经办人|审批人|审核人|批准人)?(?:\((?:签名|签字|盖章|签章)\)|签名|签字)$/;
const HANDLER = /承办人|经办人|办案人|执法人员|调查人|主办|协办/;
const LEGAL = /法制|法规|法治|审核机构|合法性/;
const UNIT = /机构|部门|处室|科室|科|股|大队|中队|支队|分局|所|承办单位|办案单位|审核意见|复核/;
const HEAD = /机关|领导|局长|厅长|主任|主要负责人|负责人|审批|批准|批示|审定/;

/** The opinions of a form of approval, in its order. */
export function approvalsIn(paper: Paper): ApprovalIn[] {
  const fields = fieldsOf(paper).filter(
    ({ label, value }) =>
      OPINION.test(label) && !SIGNED.test(label) && !OPINION.test(value.replaceAll(/\s/g, '')),
  );
  const days = daysIn(paper.text);
  return fields.map((field, index): ApprovalIn => {
    const until = fields[index + 1]?.at ?? paper.text.length;
    const region = { start: field.start, end: Math.max(field.end, endOf(paper.text, field.end, until)) };
    const day = signedDay(paper.text, days, region);
    const names = namesIn(paper.text, { start: region.start, end: day?.start ?? region.end });
    const signed = signatures(paper.text, names, day?.start ?? region.end);
    return {
      ...region,
      label: field.label,
      by: roleOf(field.label),
      names: signed.length > 0 || !day ? signed : besideDay(paper.text, day, region),
      ...(day ? { day: { day: day.day, start: day.start, end: day.end } } : {}),
    };
  });
}

/** The first day that ends a line; what a sentence tells of other days is none. */
function signedDay(text: string, days: readonly DayIn[], { start, end }: Span): DayIn | undefined {
  const own = days.filter((day) => day.start >= start && day.end <= end);
  return own.find((day) => /^[\s　）)]*(?:[\n\t]|$)/.test(text.slice(day.end, end + 1))) ?? own.at(-1);
}

/** An opinion runs on over the lines after it, up to the next field of any kind. */
function endOf(text: string, from: number, until: number): number {
  const rest = text.slice(from, until);
  const stop =
    // A row whose first cell is empty goes on with the row above it.
    /\n(?![ 　]*\t)[\s　]{0,40}(?![^\n：:\t]{0,10}[（(](?:签名|签字|签章|盖章)|签名|签字|日期|时间|负责人[（(]|承办人[（(]|经办人[（(]|年|月)[^\n\t：:]{2,16}(?:[:：\t])/.exec(
      rest,
    );
  return from + (stop ? stop.index : rest.length);
}

/** The names that stand together last, before the day. */
function signatures(text: string, names: NameIn[], before: number): NameIn[] {
  const found: NameIn[] = [];
  let until = before;
  for (const name of names.toReversed()) {
    const between = text.slice(name.end, until);
    if (
      !/^(?:[\s　、，,。;；（()）:：]|签名|签字|签章|盖章|局长|副局长|主任|日期|时间|年|月|日|[（(][^（）()\n]{0,12}[)）])*$/.test(
        between,
      )
    )
      break;
    found.unshift(name);
    until = name.start;
  }
  return found;
}

/** 准予立案。洛桑多杰　2024.9.12, 同意。 2025年3月10日 上官远: a rarer name right before the day, or one right after it. */
function besideDay(text: string, day: Span, { start, end }: Span): NameIn[] {
  const before = /(?<=[。；;：:，,　 \t\n])([\p{sc=Han}]{2,4})[ 　]*$/u.exec(text.slice(start, day.start));
  if (before && isSigner(before[1]!)) {
    const at = start + before.index;
    return [{ name: before[1]!, start: at, end: at + before[1]!.length }];
  }
  const line = /^[^\n\t]*/.exec(text.slice(day.end, end))?.[0] ?? '';
  const words = [...line.matchAll(/[\p{sc=Han}·]+/gu)].filter(
    ({ 0: word }) => !/^(?:签名|签字|章)$/.test(word),
  );
  const names = words.map(({ 0: name, index }) => ({
    name,
    start: day.end + index,
    end: day.end + index + name.length,
  }));
  return names.every(({ name }) => isName(name) || isSigner(name)) ? names : [];
}

function roleOf(label: string): ApprovalIn['by'] {
  if (LEGAL.test(label)) return 'legal';
  if (HANDLER.test(label)) return 'handler';
  if (/机关|主管部门(?:负责人|领导)/.test(label)) return 'head';
  if (UNIT.test(label)) return 'unit';
  return HEAD.test(label) ? 'head' : 'unknown';
}
