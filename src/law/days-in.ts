import { addDays, type Day, isDay } from './dates.ts';
import { keptByText } from './kept-by-text.ts';
import { chineseValue } from './numbers-in-text.ts';

/** A day as a text states it. Offsets are UTF-16, `end` exclusive, and take in the times of day that follow. */
export interface DayIn {
  start: number;
  end: number;
  day: Day;
  /** `HH:MM` where a time of day follows the date. */
  time?: string;
  /** The end of a span of hours on the same day: 9时30分至10时40分. */
  until?: string;
  /** The day on which that span of hours ends, where it is the next one: 22时至次日1时. */
  untilDay?: Day;
  /** The words give the day only together with an earlier date: 同日, 次日, 同年5月1日, 至9日. */
  relative?: true;
}

const NUMBER = '(?:\\d{1,2}|[〇零一二三四五六七八九十廿卅]{1,3})';
const YEAR = '(?:\\d{4}|[〇零一二三四五六七八九]{4})';
const GAP = '[ \\t\\u3000]*';
const DATE = new RegExp(
  [
    `(?<year>${YEAR})${GAP}年${GAP}(?<month>${NUMBER})${GAP}月${GAP}(?<date>${NUMBER})${GAP}[日号]`,
    `(?<![\\d.])(?<y2>\\d{4})(?<sep>[-./])(?<m2>\\d{1,2})\\k<sep>(?<d2>\\d{1,2})(?![\\d.]*\\d)`,
    `(?<same>同年|当年|该年)${GAP}(?<m3>${NUMBER})${GAP}月${GAP}(?<d3>${NUMBER})${GAP}[日号]`,
    `(?<next>次年)${GAP}(?<m4>${NUMBER})${GAP}月${GAP}(?<d4>${NUMBER})${GAP}[日号]`,
    `(?<to>至|到|(?<=[日号时分午 \\t\\u3000])[-—~－])${GAP}(?:(?<m5>${NUMBER})${GAP}月${GAP})?(?<d5>${NUMBER})${GAP}[日号]`,
    `(?<![年月\\d〇零一二三四五六七八九十])(?<m6>${NUMBER})${GAP}月${GAP}(?<d6>${NUMBER})${GAP}[日号]`,
    '(?<relative>(?<![不如])同日|当日|当天|同一天|(?<!至)次日|翌日|第二天)',
  ].join('|'),
  'g',
);
const CLOCK = `(?<half>上午|下午|晚上|晚|凌晨|中午)?${GAP}(?<hour>\\d{1,2}|[零〇一二三四五六七八九十]{1,3}(?=${GAP}[时点]))${GAP}(?:[:：]${GAP}(?<m>\\d{2})(?!\\d)|[时点](?![意要理建])${GAP}(?:(?<minute>\\d{1,2}|[零〇一二三四五六七八九十]{1,3}(?=${GAP}分))${GAP}分?|(?<mid>半)|整)?)`;
const TIME = new RegExp(`^${GAP}(?:的|，|,)?${GAP}${CLOCK}`);
const UNTIL = new RegExp(
  `^${GAP}起?${GAP}(?:至|到|[-—~－]+)${GAP}(?<end>同日|当日|次日|翌日)?${GAP}${CLOCK}`,
);

/**
 * Every day that a text states, in the order of the text: 2025年5月13日, 二〇二五年五月十三日, 2025-05-13, 2025.5.13,
 * 同年5月1日, 5月1日 after a full date, 至9日, 同日, 次日. A day that needs an earlier date to be known and has none is
 * left out, and so is one that does not exist.
 */
export const daysIn: (given: string) => readonly Readonly<DayIn>[] = keptByText(readDays);

function readDays(given: string): DayIn[] {
  const text = sameLength(given);
  const found: DayIn[] = [];
  for (const match of text.matchAll(DATE)) {
    const last = found.at(-1);
    // 同日 speaks of the date before it, not of one at the other end of the paper.
    const read = dayOf(match.groups ?? {}, last?.day);
    if (!read || !isDay(read.day)) continue;
    const start = match.index + (read.skip ?? 0);
    const end = match.index + match[0].length;
    found.push({
      start,
      day: read.day,
      ...timeAfter(text, end, read.day),
      ...(read.relative ? { relative: true as const } : {}),
    });
  }
  return found;
}

function dayOf(
  groups: Record<string, string | undefined>,
  before: Day | undefined,
): { day: Day; relative?: boolean; skip?: number } | undefined {
  const { year, month, date, y2, m2, d2, same, m3, d3, next, m4, d4, to, m5, d5, m6, d6, relative } = groups;
  if (year) return { day: written(year, month, date) };
  if (y2) return { day: written(y2, m2, d2) };
  if (!before) return undefined;
  const [beforeYear = '', beforeMonth = ''] = before.split('-');
  if (same) return { day: written(beforeYear, m3, d3), relative: true };
  if (next) return { day: written(String(Number(beforeYear) + 1), m4, d4), relative: true };
  if (to) return { day: written(beforeYear, m5 ?? beforeMonth, d5), relative: true, skip: to.length };
  if (m6) return { day: written(beforeYear, m6, d6), relative: true };
  if (!relative) return undefined;
  return { day: /次|翌|第二/.test(relative) ? addDays(before, 1) : before, relative: true };
}

function written(...parts: (string | undefined)[]): Day {
  return parts
    .map((part = '') => (/^\d+$/.test(part) ? part : String(chineseValue(part))).padStart(2, '0'))
    .join('-');
}

function timeAfter(text: string, from: number, day: Day): Pick<DayIn, 'end' | 'time' | 'until' | 'untilDay'> {
  const match = TIME.exec(text.slice(from, from + 24));
  const time = match && clock(match.groups ?? {});
  if (!match || !time) return { end: from };
  const end = from + match[0].length;
  const more = UNTIL.exec(text.slice(end, end + 24));
  const until = more && clock(more.groups ?? {}, match.groups?.half);
  if (!until) return { end, time };
  const next = /次|翌/.test(more?.groups?.end ?? '') ? { untilDay: addDays(day, 1) } : {};
  return { end: end + more[0].length, time, until, ...next };
}

function clock(
  { half, hour, m, minute, mid }: Record<string, string | undefined>,
  before?: string,
): string | undefined {
  const late = /下午|晚/.test(half ?? before ?? '') && numeral(hour) < 12 ? 12 : 0;
  const h = numeral(hour) + late;
  const min = mid ? 30 : numeral(m ?? minute ?? '0');
  if (!(h <= 23 && min <= 59)) return undefined;
  return `${String(h).padStart(2, '0')}:${String(min).padStart(2, '0')}`;
}

const numeral = (words = '') => (/^\d+$/.test(words) ? Number(words) : chineseValue(words));

/** Half-width figures and one zero, character for character, so that offsets stay. */
function sameLength(text: string): string {
  return text
    .replace(/[０-９．／－：～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[〜∼–―─]/g, '~')
    .replace(/(?<=[〇零一二三四五六七八九○◯OО0])[○◯OО0]|[○◯OО0](?=[〇零一二三四五六七八九])/g, (zero, at) =>
      /\d/.test(text[at - 1] ?? '') || /\d/.test(text[at + 1] ?? '') ? zero : '〇',
    );
}
