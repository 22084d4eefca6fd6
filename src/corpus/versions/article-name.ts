import { chineseNumeral } from '../../law/citation.ts';

/** 64 → 第六十四条, 133-1 → 第一百三十三条之一; a section of a document without articles (s3) stands as it is. */
export function articleName(article: string): string {
  const match = /^(\d{1,4})(?:-(\d{1,3}))?$/.exec(article);
  if (!match) return article;
  const [, number, sub] = match;
  return `第${chineseNumeral(Number(number))}条${sub ? `之${chineseNumeral(Number(sub))}` : ''}`;
}
