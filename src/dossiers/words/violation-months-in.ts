import { addDays, addMonths, type Day, isDay } from '../../law/dates.ts';
import type { StatedFact } from '../paper.ts';
import { stated } from '../reader.ts';
import type { Sentence } from './match-in.ts';
import type { PlainView } from './plain-view.ts';

const FROM = '(?<year>20\\d{2})年(?<month>\\d{1,2})月份?';
const TO = '(?:(?<year2>20\\d{2})年|(?<rel>同年|当年|次年|翌年))?(?<month2>\\d{1,2})月(?:份|底|末)?';
const UP = '(?:一直|持续|陆续|连续|直|截)?(?:至|到|—|-|~)';
const SPAN = new RegExp(`${FROM}(?:起|开始|以来|初)?,?${UP}${TO}(?!\\d|上旬|中旬|初|中)`, 'g');
/** 2024年3月和4月, 2024年1月、2月: two months, one after the other. */
const BOTH = new RegExp(`${FROM}(?:和|及|、|与)${TO}(?!\\d|上旬|中旬|初|中|、)`, 'g');
const SINCE = new RegExp(
  `${FROM}(?:起|开始|以来|始)(?!施行|实施|生效)|${FROM.replaceAll('?<', '?<s')}(?:起)?,?${UP}(?=20\\d{2}年\\d{1,2}月\\d{1,2}日|\\d{1,2}月\\d{1,2}日|本?[次日局]?检查|案发|被查)`,
  'g',
);
/** How long something else lasts, holds or is counted. */
const OTHER =
  /(?:有效期|期限|租期|工期|合同|租赁|服务期|保质期|许可证|任期|保险|执照|统计|比较|对比|预计|计划|约定)[^,。;\n]{0,14}$/;
const ACTOR = /当事人|你(?:单位|公司|店|厂|社|校|院|户|\()?|被处罚|该(?:公司|单位|店|厂|社)|公司|单位|相对人/;

interface Ends {
  startedOn?: Day;
  endedOn?: Day;
  from: number;
  to: number;
}

/**
 * The months of what was done, where the findings name no days: 2024年3月至2025年2月 is from the first day of the
 * one to the last of the other, so that nothing done is left out; 自2024年3月起 has a beginning alone.
 */
export function violationMonths(view: PlainView, facts: Sentence): StatedFact[] {
  const spans = [SPAN, BOTH, SINCE].flatMap((pattern) =>
    [...facts.text.matchAll(pattern)].flatMap((match) => {
      const ends = endsOf(match);
      return ends && isOfAct(facts.text, match) ? [ends] : [];
    }),
  );
  const [first, ...others] = spans.toSorted((one, other) => one.from - other.from);
  if (!first) return [];
  // Two spans may be of two acts, or of one and what was earned by it.
  const whole = others.filter((one) => one.startedOn !== first.startedOn && one.endedOn !== first.endedOn);
  if (whole.length > 0) return [];
  const span = view.span(facts.from + first.from, facts.from + first.to);
  return [
    ...(first.startedOn ? [stated('violation.startedOn', first.startedOn, span)] : []),
    ...(first.endedOn ? [stated('violation.endedOn', first.endedOn, span)] : []),
  ];
}

function endsOf({ 0: words, index, groups = {} }: RegExpMatchArray): Ends | undefined {
  const year = groups.year ?? groups.syear;
  const month = groups.month ?? groups.smonth;
  const startedOn = `${year}-${month?.padStart(2, '0')}-01`;
  const place = { from: index ?? 0, to: (index ?? 0) + words.length };
  if (!isDay(startedOn)) return undefined;
  if (!groups.month2) return { startedOn, ...place };
  const later = Number(year) + (/次|翌/.test(groups.rel ?? '') ? 1 : 0);
  const last = `${groups.year2 ?? later}-${groups.month2.padStart(2, '0')}-01`;
  return isDay(last) && last > startedOn
    ? { startedOn, endedOn: addDays(addMonths(last, 1), -1), ...place }
    : undefined;
}

/** The finding opens with the months, or says who did it then. */
function isOfAct(text: string, { 0: words, index = 0 }: RegExpMatchArray): boolean {
  const before = text.slice(0, index);
  if (OTHER.test(before)) return false;
  const clause = /[^。;\n]*$/.exec(before)?.[0] ?? '';
  const after = /^[^。;\n]*/.exec(text.slice(index + words.length))?.[0] ?? '';
  return /^(?:自|从|在)?$/.test(clause) || ACTOR.test(clause) || ACTOR.test(after);
}
