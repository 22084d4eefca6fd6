import type { Db } from '../../db/database.ts';
import { weights } from './rerank.ts';

/** Entries never change and their numbers are never given again. */
const known = new WeakMap<Db, Map<number, number>>();
const MOST = 500_000;

/**
 * For each entry, how many of the laypeople's questions that the re-ranker learnt from its law answers: they ask about
 * marriage, wages and theft far more often than about the rest of the law.
 */
export async function timesAsked(db: Db, seqs: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const before = known.get(db);
  const kept = before && before.size <= MOST ? before : new Map<number, number>();
  known.set(db, kept);
  const unknown = [...new Set(seqs)].filter((seq) => !kept.has(seq));
  if (unknown.length > 0) {
    const rows = await db
      .selectFrom('entries')
      .select(['seq', 'law', 'title'])
      .where('seq', 'in', unknown)
      .execute();
    const { asked } = weights();
    for (const { seq, law, title } of rows) kept.set(seq, asked[lawNamed(law ?? title)] ?? 0);
  }
  return kept;
}

/** “中华人民共和国刑法第一百条之一” → “刑法”. */
export function lawNamed(title: string): string {
  return title
    .replace(/^中华人民共和国/, '')
    .replace(/第[〇零一二三四五六七八九十百千]+条.*$/su, '')
    .replace(/[（(].*$/su, '')
    .trim();
}
