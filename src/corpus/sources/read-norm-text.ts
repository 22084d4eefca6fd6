import { basename, extname } from 'node:path';
import { type Reading, sha256, versionId } from '../source-draft.ts';
import { cleanLines } from './clean-lines.ts';
import { readNormHead } from './read-norm-head.ts';
import { splitArticles } from './split-articles.ts';
import { splitDocument } from './split-document.ts';

/**
 * One norm from the text of its paper, page by page: a statute with articles, or a normative document with sections.
 * `file` gives the title where the paper shows none. Keeps the text as it was read beside the one that was cleaned.
 */
export function readNormText(file: string, pages: readonly string[]): Reading {
  const lines = cleanLines(pages);
  const split = splitArticles(lines);
  const document = split ? undefined : splitDocument(lines);
  const { title: read, versionDate, number, articles } = split ?? document!;
  if (articles.length === 0) return { fault: '没有找到条文，请核对是否为法规或规范性文件' };
  const title = read || basename(file, extname(file));
  const head = readNormHead(
    title,
    split?.head ?? lines.slice(0, 12),
    articles.map((article) => article.text),
    versionDate,
    document?.issuer,
  );
  const id = versionId(title, versionDate);
  const original = pages.join('\f');
  return {
    source: {
      kind: 'law',
      key: `law:${id}`,
      origin: 'imported',
      title,
      versionDate,
      ...head,
      ...(number ? { number } : {}),
      ...(split
        ? { lastArticle: Math.max(...articles.map(({ article }) => Number.parseInt(article, 10))) }
        : { level: 'normative-document' }),
      digest: sha256(JSON.stringify([title, versionDate, number, head, articles])),
      file: basename(file),
      original,
    },
    entries: articles.map((article) => ({
      id: `${id}#${article.article}`,
      title,
      law: title,
      textIs: 'official',
      ...article,
    })),
  };
}
