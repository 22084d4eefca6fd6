import { articleName } from '../versions/article-name.ts';

interface Numbered {
  article: string;
  text: string;
}

/** What the numbers of a norm's articles show. */
export interface CheckedNumbers<T> {
  /** One article for each number, the first that bears it. */
  articles: T[];
  /** Others that bear a number already taken, with other words. */
  doubled: T[];
  /** Numbers up to the highest that no article bears. */
  missing: number[];
  /** Most numbers are missing: somebody chose some articles, nothing was lost. */
  excerpt: boolean;
}

/** Faults named one by one. */
const NAMED = 5;

/** 宪法修正案: its articles go on from the number at which the amendments before it ended. */
const GOES_ON = /修正案(?:[（(][^（）()]*[）)])?$/;

/** Tells the articles of one norm apart by their numbers. An exact repetition is dropped: nothing is lost with it. */
export function checkNumbers<T extends Numbered>(title: string, given: readonly T[]): CheckedNumbers<T> {
  const first = new Map<string, T>();
  const doubled: T[] = [];
  for (const one of given) {
    const known = first.get(one.article);
    if (!known) first.set(one.article, one);
    else if (plain(known.text) !== plain(one.text)) doubled.push(one);
  }
  const numbers = new Set([...first.keys()].map((article) => Number.parseInt(article, 10)));
  const missing: number[] = [];
  const start = GOES_ON.test(title) ? Math.min(...numbers) : 1;
  for (let number = start; number < Math.max(0, ...numbers); number++)
    if (!numbers.has(number)) missing.push(number);
  return {
    articles: [...first.values()],
    doubled,
    missing,
    excerpt: missing.length >= numbers.size,
  };
}

/** What is to be told of it, in Chinese. */
export function numberFaults(
  title: string,
  { doubled, missing, excerpt }: Omit<CheckedNumbers<Numbered>, 'articles'>,
): string[] {
  return [
    ...(doubled.length > 0
      ? [
          `《${title}》${namesOf(doubled.map(({ article }) => article))}的条号重复，后一处作为附文保留，可以检索，不作为该条引用；请核对条号`,
        ]
      : []),
    ...(missing.length > 0 && !excerpt
      ? [
          `《${title}》缺${namesOf(missing.map(String))}，按不完整的文本保存：缺的条文答“未知”，不当作没有这一条或者已经删去；补全后再次导入即可`,
        ]
      : []),
  ];
}

function namesOf(articles: string[]): string {
  const names = [...new Set(articles)].slice(0, NAMED).map(articleName).join('、');
  return new Set(articles).size > NAMED ? `${names}等 ${new Set(articles).size} 条` : names;
}

function plain(text: string): string {
  return text.replace(/\s/g, '');
}
