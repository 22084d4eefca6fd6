import type { Citation } from '../../../law/citation.ts';
import { findCitations } from '../../citations/find-citations.ts';

type TitleOf = (name: string) => string | undefined;

/**
 * The provisions that the cells of a table name, each once. A cell prints the provision and then its words, in which other
 * provisions may be named: only those at the head of a 《…》 count.
 */
export function placesIn(cells: readonly string[], titleOf: TitleOf): Citation[] {
  const places: Citation[] = [];
  for (const cell of cells) {
    for (const piece of cell.split(/(?=《)/)) {
      const found = findCitations(piece.replaceAll('<', '〈').replaceAll('>', '〉'), titleOf);
      const first = found[0];
      if (!first?.law) continue;
      let end = first.start;
      for (const one of found) {
        // 第三十一条第一款、第二款: what follows at once belongs to the head.
        if (one.start > end + 2) break;
        end = Math.max(end, one.end);
        const { law = first.law, article, paragraph, item } = one;
        places.push({
          law: titleOf(law) ?? law,
          article,
          ...(paragraph ? { paragraph } : {}),
          ...(item ? { item } : {}),
        });
      }
    }
  }
  const seen = new Set<string>();
  return places.filter((place) => {
    const key = JSON.stringify(place);
    return seen.has(key) ? false : seen.add(key);
  });
}
