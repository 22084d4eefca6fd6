import { type Day, isDay } from '../law/dates.ts';
import { chineseValue } from '../law/numbers-in-text.ts';

const NUMBER = '[〇零○一二三四五六七八九十\\d]';
const DATE = `(${NUMBER}{4})\\s*年\\s*(${NUMBER}{1,3})\\s*月\\s*(${NUMBER}{1,3})\\s*日`;
/** 本法自…起施行: the norm itself must be meant, not another norm or one of its articles. */
const IN_FORCE = new RegExp(
  `(?:^|[。；;\\n])\\s*(?:本[\\p{Script=Han}]{1,6}|)\\s*自\\s*${DATE}\\s*起(?:正式)?(?:施行|实施|生效)`,
  'u',
);

/** 2021年7月15日 or 二〇二一年七月十五日 → `2021-07-15`; `undefined` when there is no such day. */
export function chineseDate(year: string, month: string, day: string): Day | undefined {
  const value = (text: string) => {
    const plain = text.replaceAll('○', '〇');
    return /^\d+$/.test(plain) ? Number(plain) : chineseValue(plain);
  };
  const two = (n: number) => String(n).padStart(2, '0');
  const text = `${value(year)}-${two(value(month))}-${two(value(day))}`;
  return isDay(text) ? text : undefined;
}

/** The first date in a text. */
export function firstDate(text: string): Day | undefined {
  const match = new RegExp(DATE).exec(text);
  return match ? chineseDate(match[1]!, match[2]!, match[3]!) : undefined;
}

/**
 * The day on which a version takes effect, as its own text states it: the last article that says 自某日起施行.
 * A day before `adopted` belongs to an earlier version (an amendment keeps the old words), so it is not taken.
 * 自公布之日起施行 is no answer either: an amended text keeps these words too.
 */
export function readEffectiveDay(articles: string[], adopted: Day | null): Day | undefined {
  for (const text of articles.toReversed()) {
    const match = IN_FORCE.exec(text);
    if (!match) continue;
    const day = chineseDate(match[1]!, match[2]!, match[3]!);
    if (day === undefined || (adopted !== null && day < adopted)) return undefined;
    return day;
  }
  return undefined;
}
