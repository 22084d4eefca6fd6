import type { Db } from '../db/database.ts';
import type { PartShare } from './like-cases/score-like-cases.ts';
import type { Cited } from './search/cited-articles.ts';
import type { Expansion } from './search/expand-query.ts';
import type { Joined } from './search/join-lists.ts';
import type { Hit } from './search.ts';
import { normaliseText } from './segment-text.ts';

/** What the query asked for, to tell of each hit why it was found. */
export interface Asked {
  /** The query's own terms, the longest kind first. */
  terms: string[][];
  expansion: Expansion[];
  /** BM25 of the query's own words in an entry. */
  lexicalOf(seq: number): number;
  /** How far each part of a case agrees, where cases are compared. */
  partsOf?(seq: number): PartShare[] | undefined;
  /** The words of the query that cite it. */
  citedOf?(seq: number): Cited | undefined;
  /** The entry of the catalogue of violations that led to it. */
  ledOf?(seq: number): { item: string; name: string } | undefined;
}

/** Rows fetched at a time. */
const PAGE = 1000;

/**
 * Turns scored entries into hits, best first, one for each id. Where an article is there as official text and as
 * gist, the official text is shown, with its own figures, in the place of the better of the two.
 */
export async function fetchEntries(db: Db, scored: Joined[], asked: Asked, limit: number): Promise<Hit[]> {
  const hits = new Map<string, Hit>();
  // The other half of a pair stands at any place of the list, so what is fetched is a little more than the limit.
  const candidates = scored.slice(0, 2 * limit + 20);
  for (let at = 0; at < candidates.length; at += PAGE) {
    const page = candidates.slice(at, at + PAGE);
    const rows = await db
      .selectFrom('entries as e')
      .innerJoin('library_sources as s', 's.id', 'e.source')
      .select([
        'e.seq',
        'e.id',
        'e.kind',
        'e.title',
        'e.law',
        'e.article',
        'e.text',
        'e.text_is',
        'e.region',
        'e.level',
      ])
      .select(['e.payload', 'e.chapter', 's.in_force_from', 's.in_force_to', 's.effective_known'])
      .where(
        'e.seq',
        'in',
        page.map(({ seq }) => seq),
      )
      .execute();
    const bySeq = new Map(rows.map((row) => [row.seq, row]));
    for (const one of page) {
      const row = bySeq.get(one.seq);
      if (!row) continue;
      const known = hits.get(row.id);
      if (known && !(known.textIs === 'gist' && row.text_is === 'official')) continue;
      if (!known && hits.size === limit) continue;
      const parts = known?.why.parts ?? asked.partsOf?.(one.seq);
      const cited = asked.citedOf?.(one.seq);
      const led = asked.ledOf?.(one.seq);
      const text = normaliseText(`${row.title}\n${row.text}`);
      hits.set(row.id, {
        id: row.id,
        kind: row.kind,
        title: row.title,
        ...(row.law === null ? {} : { law: row.law }),
        ...(row.article === null ? {} : { article: row.article }),
        text: row.text,
        textIs: row.text_is,
        inForce: [row.in_force_from, row.in_force_to],
        effectiveKnown: row.effective_known,
        score: round(known?.score ?? one.score),
        why: {
          lexical: round(asked.lexicalOf(one.seq)),
          dense: one.dense === null ? null : round(one.dense),
          words: heldTerms(asked.terms, text),
          expanded: asked.expansion
            .filter(({ word }) => text.includes(word))
            .map(({ word, from }) => ({ word, from })),
          ...(parts ? { parts } : {}),
          ...(cited ? { cited } : {}),
          ...(led ? { through: { item: led.item, name: led.name } } : {}),
        },
        ...(row.region === null ? {} : { region: row.region }),
        ...(row.level === null ? {} : { level: row.level }),
        payload: {
          ...(row.chapter ? { chapter: row.chapter } : {}),
          ...withoutReading(row.payload as object),
        },
      });
    }
  }
  return [...hits.values()];
}

function heldTerms(terms: string[][], text: string): string[] {
  for (const kind of terms) {
    const held = kind.filter((term) => text.includes(term));
    if (held.length > 0) return held;
  }
  return [];
}

/** What is kept to reckon with is no part of a hit: it would outweigh all the rest. */
function withoutReading(payload: object): object {
  return Object.fromEntries(Object.entries(payload).filter(([key]) => key !== 'reading'));
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
