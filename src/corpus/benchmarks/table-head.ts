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
  /** 以下 excludes the number, but not where it is the highest that the law allows. */
  topIncluded?: true;
}

const DAY = '(\\d{4})[-年./](\\d{1,2})[-月./](\\d{1,2})日?';
const FROM = new RegExp(`(?:自|从)?${DAY}\\s*(?:起)?\\s*(?:施行|实施|执行|生效)`);
const SINCE = new RegExp(`(?:施行|实施|生效|执行)(?:日期|时间|之日)(?:为|是|：|:)?\\s*${DAY}`);
const TO = new RegExp(`(?:有效期(?:至|到)|至|到|截[至止])${DAY}`);
const YEARS = /有效期(?:为|是)?\s*([一二三四五六七八九十\d]+)\s*年/;
const NUMBER = /\p{sc=Han}{1,12}\s*[〔[【]\s*\d{4}\s*[〕\]】]\s*\d+\s*号/u;
const VERDICT = /(?<not>不)?(?:均|都|皆|一律)?(?<later>不)?(?:包括|包含|含)(?:本数|该数|本数字|本数额|起数)/;
/** 3次以下（不含3次）: the words of one row, not a convention of the table. */
const OF_A_ROW =
  /(?:\d|[一二三四五六七八九十百千万](?:(?![称指])\p{sc=Han}){0,3}|元|次|%|％)(?:[（(][^）)]*[）)])?以[上下]/u;
const EXCEPTION = /[，,；;](?:但是?|其中)(?=[^，。；]*(?:最高|上限))/;
const TOP_INCLUDED =
  /上限(?:为|是|等于|达到|即)法定(?:最高|上限)[^。；\n]*(?<!不)(?:包括|包含|含)本?数|[，,；;](?:但是?|其中)[^。\n]*(?:最高|上限)[^。\n]*(?:(?<!不)(?:包括|包含|含)(?:本?数|上限)|除外)/;
const DIGITS = '零一二三四五六七八九十';

/** Reads the first and last day in force, the document number and the meaning of 以上 and 以下 from a table's own words. */
export function tableHead(name: string, notes: readonly string[]): TableHead {
  const text = `${name}\n${notes.join('\n')}`.replaceAll(/[０-９]/g, (sign) => sign.normalize('NFKC'));
  const from = dayIn(FROM.exec(name) ?? FROM.exec(text) ?? SINCE.exec(text));
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
    ...(TOP_INCLUDED.test(text) ? { topIncluded: true } : {}),
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

/** “以上”包括本数，“以下”不包括本数: each verdict holds for the words since the one before. Nothing where two sentences disagree. */
function boundsIn(text: string): TableHead['boundWords'] {
  const own = new Map<'以上' | '以下', boolean>();
  const sources: string[] = [];
  for (const sentence of text.split(/[。\n]/)) {
    // 但为法定最高数额的，包括本数: the exception is read by itself.
    const [rule = ''] = sentence.split(EXCEPTION);
    const plain = rule.replaceAll(/[“”"「」『』‘’']/g, '');
    if (!/以[上下]/.test(plain) || OF_A_ROW.test(plain)) continue;
    const read = verdictsIn(plain);
    if (!read) return undefined;
    if (read.size === 0) continue;
    sources.push(sentence.trim());
    for (const [word, included] of read) {
      if ((own.get(word) ?? included) !== included) return undefined;
      own.set(word, included);
    }
  }
  const above = own.get('以上');
  const below = own.get('以下');
  // Of two tiers that meet, one holds the number: a word left unsaid is the other side of the one that is said.
  if (above === undefined && below === undefined) return undefined;
  if (below === undefined && above) return undefined;
  const said = (included: boolean) => (included ? ('includes' as const) : ('excludes' as const));
  return { above: said(above ?? true), below: said(below ?? true), source: sources.join('；') };
}

function verdictsIn(sentence: string): Map<'以上' | '以下', boolean> | undefined {
  const read = new Map<'以上' | '以下', boolean>();
  let rest = sentence;
  for (let match = VERDICT.exec(rest); match; match = VERDICT.exec(rest)) {
    const subjects = rest.slice(0, match.index);
    const included = match.groups?.not === undefined && match.groups?.later === undefined;
    for (const word of ['以上', '以下'] as const) {
      if (!subjects.includes(word)) continue;
      // 情节栏…不包括，罚款栏…包括: one word in two meanings.
      if ((read.get(word) ?? included) !== included) return undefined;
      read.set(word, included);
    }
    rest = rest.slice(match.index + match[0].length);
  }
  return read;
}
