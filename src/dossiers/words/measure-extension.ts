import { addDays, type Day, daysBetween } from '../../law/dates.ts';
import { daysIn } from '../../law/days-in.ts';
import type { Paper, Span, StatedFact } from '../paper.ts';
import { stated } from '../reader.ts';
import { keptUntil, takenOn } from './measures-of.ts';
import { plainView } from './plain-view.ts';
import { signatureIn } from './signature-in.ts';

/** 延长扣押期限决定书: when it was decided, for how many days, on whose approval and whether the party got it. */
export function extensionIn(paper: Paper, of: Paper): StatedFact[] {
  const { text } = paper;
  const at = (name: string) => `compulsions[${of.id}].extensions[${paper.id}].${name}`;
  const { day } = signatureIn(plainView(text));
  if (!day) return [];
  const head =
    /(?:经|报)[^。；;\n]{0,12}?(?:机关|局|行政机关)?(?:主要)?(?:负责人|局长|厅长|主任)[^。；;\n]{0,24}?(?:批准|同意)/.exec(
      text,
    );
  const reason = /(?:因|鉴于|由于)[^。；;\n]{3,60}/.exec(text);
  const received = signedFor(text);
  const span = (match: RegExpExecArray) => ({ start: match.index, end: match.index + match[0].length });
  return [
    stated(at('decidedOn'), day.day, day),
    stated(at('paper'), paper.id, day),
    ...daysAdded(text, of, (value, where) => stated(at('days'), value, where)),
    ...(head ? [stated(at('approverRole'), 'head', span(head))] : []),
    ...(reason ? [stated(at('reasonsTold'), true, span(reason))] : []),
    ...(received ? [stated(at('toldInWriting'), true, received)] : []),
  ];
}

/** 延长三十日; 延长至2025年10月12日 counts from the last day of the measure. `within`: the words that tell it. */
export function daysAdded(
  text: string,
  of: Paper,
  say: (days: number, at: Span) => StatedFact,
  within: Span = { start: 0, end: text.length },
): StatedFact[] {
  const words = text.slice(within.start, within.end);
  const days = daysIn(text);
  const until = [...words.matchAll(/延长[^。；;\n]{0,14}?(?:至|到)/g)]
    .map((match) => within.start + match.index + match[0].length)
    .map((end) => days.find(({ start }) => start === end || start === end - 1))
    .find((day) => day !== undefined);
  if (until) {
    const last: Day | undefined = keptUntil(of) ?? addThirty(takenOn(of));
    const added = last ? daysBetween(last, until.day) : 0;
    return added > 0 ? [say(added, until)] : [];
  }
  const counted = COUNTED.exec(words);
  const number = counted ? numeral(counted[1]!) : 0;
  const start = within.start + (counted?.index ?? 0);
  return counted && number > 0 ? [say(number, { start, end: start + counted[0].length })] : [];
}

const COUNTED =
  /延长[^。；;\n]{0,14}?(?<![\d月])(\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[ 　]*个?(?:自然|工作)?[日天](?!前)/;

const addThirty = (from: { day: Day } | undefined) => (from ? addDays(from.day, 30) : undefined);

function numeral(words: string): number {
  if (/^\d+$/.test(words)) return Number(words);
  const [tens, units] = words.includes('十') ? words.split('十') : [undefined, words];
  const digit = (one: string | undefined) => (one ? '一二三四五六七八九'.indexOf(one) + 1 : 0);
  return (tens === undefined ? 0 : (digit(tens) || 1) * 10) + digit(units);
}

/** 签收：王示 2025年9月10日; 收到人：王示. */
function signedFor(text: string): Span | undefined {
  const match =
    /(?:签收(?:人)?|收到人|收件人|收取人|当事人(?:签名|签字|签收)?)[ 　]*[：:\t][ 　]*[\p{sc=Han}·]{2,4}(?=[ 　\n，,（(\d]|$)/u.exec(
      text.slice(Math.floor(text.length / 3)),
    );
  const start = match ? Math.floor(text.length / 3) + match.index : 0;
  return match ? { start, end: start + match[0].length } : undefined;
}
