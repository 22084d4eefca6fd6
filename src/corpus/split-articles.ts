import type { Day } from '../law/dates.ts';
import { articleNumber, CHINESE_NUMBER } from './article-number.ts';
import { firstDate } from './read-effective-day.ts';

/** A norm cut into its articles. `article` is `64`, `133-1`, or `s1` for the numbered sections of a plain document. */
export interface SplitText {
  title: string;
  versionDate: Day | null;
  number?: string;
  articles: { article: string; chapter?: string; text: string }[];
}

const ARTICLE = new RegExp(
  `^(第\\s*(?:${CHINESE_NUMBER}|\\d{1,4})\\s*条(?:\\s*之\\s*${CHINESE_NUMBER})?)(?![款项第、和至])[\\s　]*(.*)$`,
);
const DIVISION = new RegExp(`^第\\s*${CHINESE_NUMBER}\\s*(编|分编|章|节)[\\s　]*(.*)$`);
const SECTION = /^[一二三四五六七八九十]{1,3}、/;
const RANKS = ['编', '分编', '章', '节'];

/**
 * Splits the text of a norm as the national law database prints it: title, adoption and amendment lines in brackets,
 * 编/章/节 headings, articles. A document without articles is cut at its sections 一、二、, else kept whole.
 * @throws nothing; an empty text gives no articles.
 */
export function splitArticles(text: string): SplitText {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(/^[\s　]+|[\s　]+$/g, ''))
    .filter(Boolean);
  const first = lines.findIndex((line) => ARTICLE.test(line));
  const start = first >= 0 ? first : lines.findIndex((line) => SECTION.test(line));
  const head = lines.slice(0, start >= 0 ? start : 12);
  const title = readTitle(head);
  const number =
    /[\p{Script=Han}]{1,10}[〔[【（(]\s*\d{4}\s*[〕\]】）)]\s*\d+\s*号|第[\p{Script=Han}\d]{1,6}号/u.exec(
      head.join('\n'),
    )?.[0];
  const versionDate = readVersionDate(head) ?? (first < 0 ? lastLineDate(lines) : null);
  const articles = first >= 0 ? readArticles(lines.slice(firstDivision(lines, first))) : readSections(lines);
  return { title, versionDate, ...(number ? { number } : {}), articles };
}

/** The heading lines up to the first bracket, 目录 or division; a title can be broken over lines. */
function readTitle(head: string[]): string {
  const end = head.findIndex((line) => /^[（(]|^目\s*录|通过|^第.+[章编]|[。，：]/.test(line));
  const lines = head.slice(0, end < 0 ? 2 : Math.min(Math.max(end, 1), 3));
  return lines
    .join('')
    .replace(/^#+\s*/, '')
    .replace(/[\s　]/g, '')
    .slice(0, 200);
}

/** The latest day of adoption or amendment in the brackets under the title. */
function readVersionDate(head: string[]): Day | null {
  const text = head.join('');
  const days = [
    ...text.matchAll(
      /[\d〇零○一二三四五六七八九十]{4}\s*年[^年]{2,12}?日(?=[^；。）)]*?(?:通过|修订|修正|修改|公布|发布))/g,
    ),
  ]
    .map((match) => firstDate(match[0]))
    .filter((day) => day !== undefined);
  return days.toSorted().at(-1) ?? null;
}

function lastLineDate(lines: string[]): Day | null {
  for (const line of lines.slice(-4).reverse()) {
    const day = line.length < 30 ? firstDate(line) : undefined;
    if (day) return day;
  }
  return null;
}

/** Where the divisions that stand right above the first article begin (not those of the table of contents). */
function firstDivision(lines: string[], article: number): number {
  let at = article;
  while (at > 0 && DIVISION.test(lines[at - 1]!) && article - at < 4) at--;
  return at;
}

function readArticles(lines: string[]): SplitText['articles'] {
  const articles: { article: string; chapter?: string; text: string }[] = [];
  const divisions = new Map<string, string>();
  for (const line of lines) {
    const heading = ARTICLE.exec(line);
    const division = DIVISION.exec(line);
    if (heading) {
      const chapter = RANKS.flatMap((rank) => divisions.get(rank) ?? []).join(' / ');
      const article = articleNumber(heading[1]!.replace(/\s/g, ''))!;
      articles.push({ article, ...(chapter ? { chapter } : {}), text: heading[2]! });
    } else if (division && line.length < 40) {
      for (const lower of RANKS.slice(RANKS.indexOf(division[1]!))) divisions.delete(lower);
      divisions.set(division[1]!, line.replace(/[\s　]+/g, ' '));
    } else {
      const current = articles.at(-1);
      if (current) current.text += `${current.text ? '\n' : ''}${line}`;
    }
  }
  return articles.filter(({ text }) => text.trim());
}

function readSections(lines: string[]): SplitText['articles'] {
  const parts: string[][] = [[]];
  for (const line of lines) {
    if (SECTION.test(line) && parts.at(-1)!.length) parts.push([]);
    parts.at(-1)!.push(line);
  }
  return parts
    .filter((part) => part.length)
    .map((part, index) => ({ article: `s${index + 1}`, text: part.join('\n') }));
}
