import type { Day } from '../../law/dates.ts';
import { articleNumber, CHINESE_NUMBER } from '../article-number.ts';
import { firstDate } from '../read-effective-day.ts';

/** A norm cut into its articles. `article` is `64`, `133-1`, or for the numbered sections of a plain document `s1`. */
export interface SplitText {
  title: string;
  versionDate: Day | null;
  number?: string;
  articles: { article: string; chapter?: string; text: string }[];
}

export const ARTICLE = new RegExp(
  `^(第\\s*(?:${CHINESE_NUMBER}|\\d{1,4})\\s*条(?:\\s*之\\s*${CHINESE_NUMBER})?)(?![款项第、和至]|规定|所列|的)[\\s　]*(.*)$`,
);
export const DIVISION = new RegExp(`^第\\s*${CHINESE_NUMBER}\\s*(编|分编|章|节)[\\s　]*(.*)$`);
const RANKS = ['编', '分编', '章', '节'];

/** 令: the order that makes a norm public stands above it, and names it in 《》. */
const ORDER = /令$/;

/**
 * Splits the lines of a norm as the national law database prints it: title, adoption and amendment lines in brackets,
 * 编/章/节 headings, articles; also with the order that made it public above. `undefined` where no line begins an article.
 */
export function splitArticles(lines: readonly string[]): (SplitText & { head: string[] }) | undefined {
  const first = lines.findIndex((line) => ARTICLE.test(line));
  if (first < 0) return undefined;
  const head = lines.slice(0, first);
  const number =
    /[\p{Script=Han}]{1,10}[〔[【（(]\s*\d{4}\s*[〕\]】）)]\s*\d+\s*号|第[\p{Script=Han}\d]{1,6}号/u.exec(
      head.join('\n'),
    )?.[0];
  return {
    title: readTitle(head),
    versionDate: readVersionDate(head),
    ...(number ? { number } : {}),
    articles: readArticles(lines.slice(firstDivision(lines, first))),
    head,
  };
}

/** The heading lines up to the first bracket, 目录 or division; a title can be broken over lines. */
function readTitle(head: string[]): string {
  const order = head.findIndex((line) => ORDER.test(line.replace(/[\s　]/g, '')));
  const named = order >= 0 && /《([^《》]{2,100})》/.exec(head.slice(order).join(''))?.[1];
  if (named) return named.replace(/[\s　]/g, '');
  const end = head.findIndex((line) => /^[（(]|^目\s*录|通过|^第.+[章编]|[。，：]/.test(line));
  const lines = head.slice(0, end < 0 ? 2 : Math.min(Math.max(end, 1), 3));
  return lines
    .join('')
    .replace(/^#+\s*/, '')
    .replace(/[\s　]/g, '')
    .slice(0, 200);
}

/** The latest day of adoption or amendment in the brackets under the title. */
export function readVersionDate(head: readonly string[]): Day | null {
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

/** Where the divisions that stand right above the first article begin (not those of the table of contents). */
function firstDivision(lines: readonly string[], article: number): number {
  let at = article;
  while (at > 0 && DIVISION.test(lines[at - 1]!) && article - at < 4) at--;
  return at;
}

function readArticles(lines: readonly string[]): SplitText['articles'] {
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
