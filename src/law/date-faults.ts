import { isDay } from './dates.ts';
import { chineseValue } from './numbers-in-text.ts';

/** Offsets are UTF-16, `end` exclusive. */
export interface DateFault {
  quote: string;
  start: number;
  end: number;
  /** `impossible`: no such day; `form`: not written as 2026年8月15日 (GB/T 9704-2012, 7.3.5.4). */
  fault: 'impossible' | 'form';
}

const CHINESE = /(?<!\d)(\d{4}|\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/g;
const NUMERALS =
  /([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/g;
/** 4月31日 under a year told before: no year has such a day. */
const OF_THE_YEAR = /(?<![年\d]\s*)(\d{1,2})月(\d{1,2})日/g;
const SIGNS = /(?<![\d.\-/A-Za-z])((?:19|20)\d{2})([-./])(\d{1,2})\2(\d{1,2})(?![\d.\-/A-Za-z号])/g;
/** A date quoted from a label, a licence or a form stays as it is written there. */
const QUOTED = /(?:生产|制造|包装|有效|保质|批号|批次|标示|标注|标签|显示|“|"|《)[^。；\n]{0,15}$/;

/** Dates of a text that do not exist, or are not written as an official document writes them. */
export function dateFaults(text: string): DateFault[] {
  const faults: DateFault[] = [];
  const add = (start: number, quote: string, fault: DateFault['fault']) => {
    if (!QUOTED.test(text.slice(Math.max(0, start - 24), start)))
      faults.push({ quote, start, end: start + quote.length, fault });
  };
  for (const match of text.matchAll(CHINESE)) {
    const [quote, year = '', month = '', date = ''] = match;
    const full = year.length === 4 ? year : `20${year}`;
    if (!exists(full, month, date)) add(match.index, quote, 'impossible');
    else if (year.length === 2 || month.startsWith('0') || date.startsWith('0')) {
      add(match.index, quote, 'form');
    }
  }
  for (const { 0: quote, 1: month = '', 2: date = '', index } of text.matchAll(OF_THE_YEAR)) {
    if (!exists('2024', month, date)) add(index, quote, 'impossible');
  }
  for (const match of text.matchAll(SIGNS)) {
    const [quote, year = '', , month = '', date = ''] = match;
    add(match.index, quote, exists(year, month, date) ? 'form' : 'impossible');
  }
  for (const match of text.matchAll(NUMERALS)) {
    const [year = '', month = '', date = ''] = match
      .slice(1)
      .map((words) => String(chineseValue(words.replaceAll('○', '〇'))));
    add(match.index, match[0], exists(year, month, date) ? 'form' : 'impossible');
  }
  return faults.sort((a, b) => a.start - b.start);
}

function exists(year: string, month: string, date: string): boolean {
  return isDay(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
}
