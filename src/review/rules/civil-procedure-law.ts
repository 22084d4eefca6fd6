import type { Basis } from './rule.ts';

const LAW = '中华人民共和国民事诉讼法';

/**
 * A service article of 民事诉讼法 under both of its numbers: `article` (87 to 95) since 1 January 2022, three lower
 * before (84 to 92; the older text is not in the library, its number is practice, to be confirmed locally).
 */
export function civilProcedureLaw(article: number, gist: string, paragraph?: number): Basis[] {
  const place = paragraph ? { paragraph } : {};
  return [
    { law: LAW, article: String(article), ...place, gist, from: '2022-01-01' },
    { law: LAW, article: String(article - 3), ...place, gist, from: '2013-01-01', to: '2021-12-31' },
  ];
}
