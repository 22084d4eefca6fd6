import type { Day } from '../../law/dates.ts';
import type { Embedder } from '../../models/embed.ts';
import type { ReferenceBook } from '../reference-book.ts';
import { matchViolations } from '../violations/match-violations.ts';
import type { Catalogue } from '../violations/violation.ts';
import { itemLookup } from './item-lookup.ts';
import type { CaseItems } from './items-of-case.ts';

/** So many items are looked at: of those that may be told, the library's cases can be about any. */
const LOOKED_AT = 20;
/** Below this share of the best an item is hardly told. */
const HARDLY = 0.4;

/** Which violations of the catalogue a story tells, by standing id: 1 for the most likely, less for those behind. */
export async function itemsTold(
  catalogue: Catalogue,
  story: string,
  options: { book: ReferenceBook; asOf: Day; embedder?: Embedder | undefined },
): Promise<CaseItems> {
  const { standing } = itemLookup(catalogue);
  const told = new Map<string, number>();
  const { embedder, ...byWords } = options;
  for (const way of embedder ? [{ ...byWords, embedder }, byWords] : [byWords]) {
    for (const { id, kind, score } of await matchViolations(catalogue, story, { ...way, limit: LOOKED_AT })) {
      if (kind !== 'violation' || score <= HARDLY) continue;
      const item = standing(id);
      told.set(item, Math.max(told.get(item) ?? 0, (score - HARDLY) / (1 - HARDLY)));
    }
  }
  return told;
}
