import { versionOn } from '../../../src/corpus/citations/cite-article.ts';
import { loadReferenceBook } from '../../../src/corpus/load-reference-book.ts';
import type { TextOf } from '../../../src/corpus/violations/check-violations.ts';
import type { Citation } from '../../../src/law/citation.ts';
import { hasOfficialData, officialArticles } from '../official-data.ts';

/** The official texts of the norms that are cited, where the data is there. */
export function officialTexts(cited: readonly Citation[]): TextOf {
  if (!hasOfficialData) return () => undefined;
  const book = loadReferenceBook();
  const titles = new Set(cited.map(({ law }) => book.titleOf(law) ?? law));
  const texts = officialArticles(titles);
  return ({ law, article }, on) => {
    const statute = book.statuteOf(law);
    const version = statute && versionOn(statute, on);
    return version && texts.get(`${statute.title}@${version.adopted}`)?.get(article);
  };
}
