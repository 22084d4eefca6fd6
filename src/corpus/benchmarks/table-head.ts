import type { Day } from '../../law/dates.ts';
import type { Benchmark } from '../benchmark.ts';
import { firstDate } from '../read-effective-day.ts';

/** What the name and the notes of a table say about it as a whole. */
export interface TableHead {
  from?: Day;
  to?: Day;
  number?: string;
  issuer?: string;
  region?: string;
  boundWords?: NonNullable<Benchmark['boundWords']>;
}

const DAY = '(\\d{4})[-年./](\\d{1,2})[-月./](\\d{1,2})日?';
const FROM = new RegExp(`(?:自|从)?${DAY}\\s*(?:起)?\\s*(?:施行|实施|执行|生效)`);
const TO = new RegExp(`(?:有效期(?:至|到)|至|到|截[至止])${DAY}`);
const YEARS = /有效期(?:为|是)?\s*([一二三四五六七八九十\d]+)\s*年/;
const NUMBER = /\p{sc=Han}{1,12}\s*[〔[【]\s*\d{4}\s*[〕\]】]\s*\d+\s*号/u;
const ABOVE = /[“"「]?以上[”"」]?[^，。；“]{0,4}(均)?(?<not>不)?(?:包括|包含|含)本?数?/;
const BELOW = /[“"「]?以下[”"」]?[^，。；“]{0,4}(?<not>不)(?:包括|包含|含)本?数?/;
const BOTH = /[“"「]?以上[”"」]?、[“"「]?以下[”"」]?[^，。；]{0,8}?(?<not>不)?(?:包括|包含|含)本?数?/;
const DIGITS = '零一二三四五六七八九十';

/** Reads the first and last day in force, the document number and the meaning of 以上 and 以下 from a table's own words. */
export function tableHead(name: string, notes: readonly string[]): TableHead {
  const text = `${name}\n${notes.join('\n')}`;
  const from = dayIn(FROM.exec(name) ?? FROM.exec(text));
  const until = dayIn(TO.exec(name));
  const years = from && !until ? yearsIn(YEARS.exec(text)?.[1]) : undefined;
  const to = until ?? (from && years ? lastDay(from, years) : undefined);
  const number = NUMBER.exec(name)?.[0];
  const boundWords = boundsIn(text);
  return {
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(number ? { number } : {}),
    ...(boundWords ? { boundWords } : {}),
  };
}

function dayIn(found: RegExpExecArray | null): Day | undefined {
  return found ? firstDate(`${found[1]}年${found[2]}月${found[3]}日`) : undefined;
}

function yearsIn(words: string | undefined): number | undefined {
  if (!words) return undefined;
  const years = /^\d+$/.test(words) ? Number(words) : DIGITS.indexOf(words);
  return years > 0 && years <= 10 ? years : undefined;
}

/** Five years from 2022-01-01 end on 2026-12-31. */
function lastDay(from: Day, years: number): Day {
  const day = new Date(`${from}T00:00:00Z`);
  day.setUTCFullYear(day.getUTCFullYear() + years);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

function boundsIn(text: string): TableHead['boundWords'] {
  const both = BOTH.exec(text);
  if (both) {
    const own = both.groups?.not ? 'excludes' : 'includes';
    return { above: own, below: own, source: both[0] };
  }
  const above = ABOVE.exec(text);
  const below = BELOW.exec(text) ?? /[“"「]?以下[”"」]?[^，。；“]{0,4}(?:包括|包含|含)本?数/.exec(text);
  if (!above || !below) return undefined;
  return {
    above: above.groups?.not ? 'excludes' : 'includes',
    below: below.groups?.not ? 'excludes' : 'includes',
    source: `${above[0]}，${below[0]}`,
  };
}
