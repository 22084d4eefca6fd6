import { NUMERAL, readNumeral } from './read-numeral.ts';

/** A place in a norm as a text writes it, without the norm. Offsets in UTF-16. */
export type PlaceToken = { from: number; to: number } & (
  | { kind: 'article'; articles: string[] }
  | { kind: 'paragraph' | 'item' | 'sub-item'; numbers: number[] }
  /** 同条, 该条, 本条. */
  | { kind: 'same-article'; own: boolean }
  /** 前款, 前两款. */
  | { kind: 'paragraph-before'; count: number }
  /** 前条. */
  | { kind: 'article-before' }
);

const SEPARATOR = String.raw`\s*(?:以及|、|和|及|与|或者?|至|到|[-—–－~～]+)\s*`;
const RANGE = /[至到\-—–－~～]/;
const LIST = `${NUMERAL}(?:${SEPARATOR}第?\\s*${NUMERAL}){0,20}`;
const INSERTED = String.raw`\s*之\s*(?:[一二三四五六七八九十廿卅]{1,3}|[0-9０-９]{1,2})(?![0-9０-９年月日款项])`;
const ARTICLE_END = String.raw`\s*条(?![例约款件])`;
const ARTICLE = new RegExp(
  String.raw`第?\s*(${LIST})${ARTICLE_END}((?:${INSERTED})(?:${SEPARATOR}${INSERTED}){0,20})?`,
  'y',
);
const PARAGRAPH = new RegExp(String.raw`\s*第?\s*(${LIST})\s*款`, 'y');
/** ㈠, ①, ⑴ in one character. */
const ENCLOSED = '[㈠-㈩①-⑳⑴-⒇]';
const BRACKETED = String.raw`(?:[（(]\s*${NUMERAL}\s*[）)]|${NUMERAL}|${ENCLOSED})`;
const BRACKETED_LIST = String.raw`${BRACKETED}(?:(?:${SEPARATOR}第?\s*(?=[（(一二三四五六七八九十廿卅\d０-９㈠-㈩①-⑳⑴-⒇])|(?=[（(㈠-㈩①-⑳⑴-⒇]))${BRACKETED}){0,20}`;
const ITEM = new RegExp(String.raw`\s*第?\s*(${BRACKETED_LIST})\s*项(?![目])`, 'y');
const SUB_ITEM = new RegExp(String.raw`\s*第?\s*(${BRACKETED_LIST})\s*目(?![录的标前])`, 'y');
/** Any list of numbers, and what it counts. */
const NUMBERS = new RegExp(String.raw`\s*第?\s*${BRACKETED_LIST}\s*([条款项目])?`, 'y');
const BEFORE = /前([两二三]?)款|上一?款|前([一]?)条|上一?条/y;
const SAME = /[同该本]条(?=\s*(?:第|[（(]|规定|的|之|所))/y;
const ONE_NUMBER = new RegExp(`${NUMERAL}|${ENCLOSED}`, 'g');
/** More numbers than this between two ends is no citation that anybody checks one by one. */
const LONGEST_RANGE = 100;

/**
 * The place that stands at `at`, else the offset from which to look on: a list of numbers that leads to no place is passed
 * over once, not once for each of its numbers. Whether an article may do without 第 there is the caller's to judge.
 */
export function placeAt(text: string, at: number): PlaceToken | number {
  const numbers = stick(NUMBERS, text, at);
  if (!numbers) return referenceAt(text, at) ?? at + 1;
  const end = at + numbers[0].length;
  const place =
    numbers[1] === '条' ? articleAt(text, at) : numbers[1] ? partAt(text, at, numbers[1]) : undefined;
  if (place) return place;
  const last = numbers[0].lastIndexOf('第');
  return last > 0 ? at + last : Math.max(at + 1, end);
}

function articleAt(text: string, at: number): PlaceToken | undefined {
  const article = stick(ARTICLE, text, at);
  const articles = article && articleNumbers(article[1]!, article[2]);
  return articles ? { kind: 'article', articles, from: at, to: at + article[0].length } : undefined;
}

function partAt(text: string, at: number, unit: string): PlaceToken | undefined {
  const { kind, pattern } = PARTS[unit]!;
  const part = stick(pattern, text, at);
  const numbers = part && listed(part[1]!);
  return numbers ? { kind, numbers, from: at, to: at + part[0].length } : undefined;
}

/** 前款, 前条, 同条. */
function referenceAt(text: string, at: number): PlaceToken | undefined {
  const before = stick(BEFORE, text, at);
  if (before) {
    const to = at + before[0].length;
    if (!before[0].endsWith('款')) return { kind: 'article-before', from: at, to };
    return { kind: 'paragraph-before', count: COUNTS[before[1] ?? ''] ?? 1, from: at, to };
  }
  const same = stick(SAME, text, at);
  return same ? { kind: 'same-article', own: same[0] === '本条', from: at, to: at + 2 } : undefined;
}

const COUNTS: Record<string, number> = { 两: 2, 二: 2, 三: 3 };

const PARTS: Record<string, { kind: 'paragraph' | 'item' | 'sub-item'; pattern: RegExp }> = {
  款: { kind: 'paragraph', pattern: PARAGRAPH },
  项: { kind: 'item', pattern: ITEM },
  目: { kind: 'sub-item', pattern: SUB_ITEM },
};

/** The whole numbers from one end of a range to the other; the ends alone where it is too long or runs backwards. */
export function between(first: number, last: number): number[] {
  if (last <= first || last - first > LONGEST_RANGE) return [];
  return Array.from({ length: last - first - 1 }, (_, index) => first + 1 + index);
}

/** 五十七、五十八, 5至8, （一）（二）; `undefined` where one of them is no number. */
function listed(words: string): number[] | undefined {
  const numbers: number[] = [];
  let end = 0;
  for (const match of words.matchAll(ONE_NUMBER)) {
    const value = readNumeral(match[0]);
    if (value === undefined) return undefined;
    const previous = numbers.at(-1);
    if (previous !== undefined && RANGE.test(words.slice(end, match.index)))
      numbers.push(...between(previous, value));
    numbers.push(value);
    end = match.index + match[0].length;
  }
  return numbers;
}

/** The articles of a list; 之一、之二 belong to its last number. */
function articleNumbers(list: string, inserted: string | undefined): string[] | undefined {
  const numbers = listed(list);
  if (!numbers) return undefined;
  const names = numbers.map(String);
  if (!inserted) return names;
  const subs = listed(inserted);
  const last = names.pop()!;
  return subs && [...names, ...subs.map((sub) => `${last}-${sub}`)];
}

export function stick(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
