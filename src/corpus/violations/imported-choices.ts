import { sql } from 'kysely';
import type { Db } from '../../db/database.ts';
import { textArray } from '../../db/text-array.ts';
import type { Citation } from '../../law/citation.ts';
import { addDays, type Day } from '../../law/dates.ts';
import { resolveCitations } from '../citations/resolve-citations.ts';
import type { ReferenceBook } from '../reference-book.ts';
import { segmentText } from '../segment-text.ts';
import { type PastChoice, RECENT_DAYS } from './past-choice.ts';

/** Decisions that are looked at, the latest first: each is cut into words and its citations are found. */
const MOST = 300;
/** So much of a decision tells what happened and what it rests on. */
const SIGNS = 1500;

/**
 * What recent decisions rest on, out of the cases imported into the library: first those of the agencies that work with it.
 * No invented ones.
 */
export async function importedChoices(
  db: Db,
  agencies: readonly string[],
  book: ReferenceBook,
  today: Day,
): Promise<PastChoice[]> {
  const own = new Set(agencies);
  const { rows } = await sql<{ id: string; title: string; text: string; agency: string; on: Day }>`
    select e.id, e.title, left(e.text, ${SIGNS}::int) as text, e.payload->>'agency' as agency,
      e.payload->>'decidedOn' as on
    from entries e join library_sources s on s.id = e.source
    where s.state = 'live' and s.origin = 'imported' and e.kind = 'case'
      and e.payload->>'agency' is not null and e.payload->>'decidedOn' between ${addDays(today, -RECENT_DAYS)} and ${today}
      and e.payload->>'example' is distinct from 'true'
    order by (e.payload->>'agency' = any(${textArray(agencies)}::text[])) desc, e.payload->>'decidedOn' desc, e.id
    limit ${MOST}::int`.execute(db);
  const seen = new Set<string>();
  return rows.flatMap(({ id, title, text, agency, on }) => {
    if (seen.has(id)) return [];
    seen.add(id);
    const cited: Citation[] = resolveCitations(text, book, on).flatMap(
      ({ state, law, article, paragraph, item }) =>
        state === 'in-force' && law
          ? [{ law, article, ...(paragraph ? { paragraph } : {}), ...(item ? { item } : {}) }]
          : [],
    );
    if (cited.length === 0) return [];
    // A decision names duty and penalty one after the other: which is which the items tell.
    const words = wordsOf([title, text]);
    return [{ agency, case: id, on, words, breached: cited, punishing: cited, own: own.has(agency) }];
  });
}

/** The words in which something is told, each once. */
export function wordsOf(texts: readonly (string | null | undefined)[]): string[] {
  return [...new Set(segmentText(texts.filter(Boolean).join('\n').slice(0, SIGNS)).words)].sort();
}
