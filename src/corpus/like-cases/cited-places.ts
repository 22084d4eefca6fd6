import type { Citation } from '../../law/citation.ts';
import { findCitations } from '../citations/find-citations.ts';
import { loadReferenceBook } from '../load-reference-book.ts';

/** A text cites near these words only: what lies before and behind needs no reading. */
const ARTICLE = /第[一二三四五六七八九十百千零〇○\d０-９]{1,9}条/g;
/** So many characters before the first article hold the name of its norm. */
const HEAD = 120;
const TAIL = 60;

/**
 * The places that a text cites, each with its norm by its full name; a number whose norm is not named is no place, for
 * another law has the same number.
 */
export function citedPlaces(text: string): Citation[] {
  const found = [...text.matchAll(ARTICLE)];
  const first = found[0];
  const last = found.at(-1);
  if (!first || !last) return [];
  const { titleOf } = loadReferenceBook();
  const cited = findCitations(text.slice(Math.max(0, first.index - HEAD), last.index + TAIL), titleOf);
  return cited.flatMap(({ law, article, paragraph, item }) =>
    law === undefined
      ? []
      : [
          {
            law: titleOf(law) ?? law,
            article,
            ...(paragraph === undefined ? {} : { paragraph }),
            ...(item === undefined ? {} : { item }),
          },
        ],
  );
}

/** 《广告法》第五十五条 → `广告法 55`: law and article together, as cases are compared by them. */
export function articleName({ law, article }: Citation): string {
  return `${law.replace(/^中华人民共和国/, '')} ${article}`;
}
