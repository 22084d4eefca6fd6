import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Db } from '../../db/database.ts';
import { readBlock } from '../lexical-block.ts';
import { fieldOf } from '../lexical-terms.ts';
import { currentView } from '../library-view.ts';
import { fetchBlocks } from '../read-postings.ts';
import { TermList } from './term-list.ts';

/** Blocks read at a time: others wait no longer than for these. */
const PAGE = 8;
/** Terms that so many of the documents hold, and so many at least, are in nearly every query; rarer ones are read at once. */
const SHARE = 1 / 1000;
const LEAST = 64;

/** Reads the lists of frequent terms into memory, before a search needs them: at a million documents its longest part. */
export async function warmTerms(db: Db): Promise<void> {
  const { segments, cache } = await currentView(db);
  for (const { id, bits, table } of segments) {
    const least = Math.max(LEAST, table.size * SHARE);
    for (let first = 0; first < 2 ** bits; first += PAGE) {
      const wanted = Array.from({ length: Math.min(PAGE, 2 ** bits - first) }, (_, index) => ({
        segment: id,
        block: first + index,
      }));
      for (const { data } of await fetchBlocks(db, wanted)) {
        readBlock(data, (term, postings, size) => {
          if (size < least || cache.getTerm(id, term) !== undefined || cache.isFull) return;
          cache.putTerm(id, term, new TermList(postings(), table, fieldOf(term)));
        });
        await nextTurn();
      }
      if (cache.isFull) return;
    }
  }
}
