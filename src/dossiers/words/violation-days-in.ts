import { addDays, type Day } from '../../law/dates.ts';
import { factsPassage } from '../facts-passage.ts';
import type { StatedFact } from '../paper.ts';
import { stated } from '../reader.ts';
import { type DayAt, daysWhere } from './match-in.ts';
import type { PlainView } from './plain-view.ts';
import { violationMonths } from './violation-months-in.ts';

const ACTOR =
  '(?:被处罚(?:人|单位|者)|当事人|行政相对人|相对人|你(?:单位|公司|店|厂|社|校|院|站|处|户|\\(单位\\))?|违法(?:单位|行为人|当事人)|该(?:公司|单位|店|厂|社))';
/** What may stand between two days that are the ends of a span. */
const UP_TO =
  /^(?:晚|早|上午|下午|凌晨|许)?(?:\([^()]{0,12}\))?(?:起|开始|始)?,?(?:一直|持续|陆续|连续|直)?(?:至|到|—|-|~)?$/;
const SINCE =
  /^(?:许)?(?:起|开始|以来|始)(?!\d+日|施行|实施|生效|算|计算|[一二三四五六七八九十]+个?(?:工作)?日)/;
/** 9月19日经检验不合格，仍继续使用至10月13日. */
const WENT_ON = /^[^。;\n]{0,60}?(?:继续|仍|一直|持续|陆续|连续)[^。;\n,]{0,16}(?:至|到|截至)$/;
/** 3月5日购进…，至6月7日检查时已售出…. */
const UNTIL_FOUND = /^[^。;\n]{0,80}?(?:[,、;]|期间)(?:截?至|截止|到)$/;
const THEN_FOUND =
  /^(?:止|(?:本[局机]关?|执法人员|我局)?(?:检查|查获|现场)|案发|被查|,?(?:共|累计|合计|已|售出|销售|卖出|剩余))/;
/** 3月5日、3月12日和4月1日三次. */
const AND = /^(?:许)?(?:、|,|和|及|与|以及)$/;
const TIMES = /^(?:许)?[^。;\n]{0,12}?(?:先后|分别|共|多次|[两二三四五六七八九十\d]+次)/;
const SEVERAL = /(?:分别|先后|多次)(?:于|在)?$/;
/** Who begins with something goes on after that day. */
const BEGUN =
  /^[^。;\n]{0,24}?(?:购进|购入|采购|进货|进购|开业|开张|开工|开始|投入使用|交付使用)[^。\n]{0,120}(?:售出|销售|出售|卖出|售完|使用|至今|至案发)/;
const BOUGHT = /^[^。;,\n]{0,24}?(?:购进|购入|采购|进货|进购|生产)/;
/** What was bought in good order and kept too long was no offence on the day of the purchase. */
const EXPIRED = /过期|到期|期满|期限|保质期|失效|有效期/;
const FOUND_OUT = /^[^,。;]{0,16}(?:检查|巡查|检验|抽检|执法人员|本局|我局)/;
const REACHED = /^[^。;]{0,40}(?:收到|送达|接受|签收|立案|被(?:查|检查|发现))/;

/** 3月5日14时在店内……，至16时20分被查获: begun and ended on one day. */
const TO_HOUR =
  /^[^。;\n日]{0,80}?[,、](?:一直)?(?:至|到|持续至)(?:同日|当日|当天)?(?:上午|下午|晚|凌晨)?\d{1,2}(?:时|点|:\d{2})/;

const HOUR =
  '(?:上午|中午|下午|凌晨|早上|晚上|晚)?(?:\\d{1,2}|[零〇一二三四五六七八九十]{1,3})(?:时|点|:\\d{2})(?:\\d{1,2}分|[零〇一二三四五六七八九十]{1,3}分|半)?(?:许|左右)?';
/** 3月6日11时许至16时许，当事人……. */
const WITHIN_DAY = new RegExp(
  `^[^,。;\\n日]{3,12}日${HOUR}(?:起|开始)?(?:至|到|—|-|~)(?:同日|当日|当天)?${HOUR}(?:止|期间)?,?${ACTOR}`,
);

/** The days of what was done, from the findings: 自3月5日起至3月12日止, 3月5日至12日, 自3月5日起, 于3月5日. */
export function violationDays(view: PlainView): StatedFact[] {
  const facts = factsPassage(view);
  const text = facts
    ? view.text.slice(0, facts.from + facts.text.length)
    : view.text.slice(0, Math.max(0, view.text.search(/违反了?《/)));
  const from = facts?.from ?? 0;
  const days = daysWhere(view, {}, text).filter((day) => day.from >= from);
  const own = spanIn(view, text, days) ?? sinceMonth(view, text, days);
  if (own && own.length > 1) return own;
  const months = facts ? violationMonths(view, facts) : [];
  if (own) return [...months.filter(({ path }) => own.every((one) => one.path !== path)), ...own];
  return months.length > 0 ? months : (loneDay(view, text, days, from) ?? lastDay(view, text, days));
}

function spanIn(view: PlainView, text: string, days: readonly DayAt[]): StatedFact[] | undefined {
  for (const [index, day] of days.entries()) {
    const next = days[index + 1];
    const since = SINCE.test(text.slice(day.to));
    if (next && next.day > day.day) {
      const between = text.slice(day.to, next.from);
      const joined = UP_TO.test(between) && /[至到—~-]/.test(text.slice(day.to, next.from + 1));
      const from = since || /[自从]$/.test(text.slice(0, day.from));
      const later =
        from && /^[^。;\n]{0,60}?(?:至|到)$/.test(between) && (next.day as Day) < addDays(day.day, 3700);
      const found =
        BEGUN.test(`${between}${text.slice(next.from)}`) &&
        !EXPIRED.test(between) &&
        UNTIL_FOUND.test(between) &&
        THEN_FOUND.test(text.slice(next.to));
      if (joined || later || found || WENT_ON.test(between)) return ends(view, day, next);
      const last = lastOfRow(text, days, index);
      if (last && last.day > day.day) return ends(view, day, last);
    }
    if (since) return [started(view, day)];
    if (day.untilDay) return ends(view, day, { ...day, day: day.untilDay });
    if (day.until && new RegExp(`^,?${ACTOR}`).test(text.slice(day.to))) return ends(view, day, day);
  }
  return undefined;
}

/** 2023年1月至2024年11月5日: begun in a month or a year that has no day, ended on one that has. */
const OF_MONTH =
  /\d{4}年(?:\d{1,2}月)?(?:份|初|底|末|中|上旬|中旬|下旬|间|前后|左右)?(?:起|开始|以来)?,?(?:一直|持续|陆续|连续|直)?(?:至|到|—|-|~)$/;

function sinceMonth(view: PlainView, text: string, days: readonly DayAt[]): StatedFact[] | undefined {
  const last = days.find(({ from }) => OF_MONTH.test(text.slice(0, from)));
  return last ? [ended(view, last)] : undefined;
}

/** The last of several days named one after the other: 分别于3月5日、3月12日. */
function lastOfRow(text: string, days: readonly DayAt[], index: number): DayAt | undefined {
  let at = index;
  for (;;) {
    const [one, next] = [days[at], days[at + 1]];
    if (!one || !next || !AND.test(text.slice(one.to, next.from))) break;
    at += 1;
  }
  const [first, last] = [days[index]!, days[at]!];
  const several = SEVERAL.test(text.slice(0, first.from)) || TIMES.test(text.slice(last.to));
  return at > index && several ? last : undefined;
}

/** The day with which the findings open, or on which the party is said to have done it. */
function loneDay(
  view: PlainView,
  text: string,
  days: readonly DayAt[],
  from: number,
): StatedFact[] | undefined {
  const [only] = days;
  if (!only) return undefined;
  const [before, after] = [text.slice(0, only.from), text.slice(only.to)];
  const opens =
    (only.from - from <= 24 || /(?:^|[\n。])$/.test(before)) &&
    new RegExp(`^(?:许|左右)?,?${ACTOR}`).test(after) &&
    !FOUND_OUT.test(after.replace(new RegExp(`^(?:许|左右)?,?${ACTOR}`), ''));
  const acted = new RegExp(`${ACTOR}(?:于|在)?$`).test(before) && !REACHED.test(after);
  if (new RegExp(`${ACTOR}(?:于|在)?$`).test(before) && TO_HOUR.test(after)) return ends(view, only, only);
  const hours = WITHIN_DAY.exec(text.slice(only.from));
  if (hours && !FOUND_OUT.test(text.slice(only.from + hours[0].length))) return ends(view, only, only);
  if (!opens && !acted) return undefined;
  if (BOUGHT.test(after) && EXPIRED.test(after)) return undefined;
  return BEGUN.test(after) ? [started(view, only)] : [ended(view, only)];
}

/** 至5月15日共销售3盒: the last day alone. */
function lastDay(view: PlainView, text: string, days: readonly DayAt[]): StatedFact[] {
  const last = days.find(
    (day) =>
      /(?:截至|截止|止于|至)$/.test(text.slice(0, day.from)) &&
      /^(?:\([^()]{0,12}\))?(?:止|,?(?:共|累计|合计|已)|案发|被查|检查)/.test(text.slice(day.to)),
  );
  return last ? [ended(view, last)] : [];
}

const started = (view: PlainView, { day, from, to }: DayAt) =>
  stated('violation.startedOn', day, view.span(from, to));
const ended = (view: PlainView, { day, from, to }: DayAt) =>
  stated('violation.endedOn', day, view.span(from, to));
const ends = (view: PlainView, one: DayAt, other: DayAt) => [started(view, one), ended(view, other)];
