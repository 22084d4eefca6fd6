import { sql } from 'kysely';
import { loadReferenceBook } from '../corpus/load-reference-book.ts';
import { importedChoices, wordsOf } from '../corpus/violations/imported-choices.ts';
import { plainName } from '../corpus/violations/is-own-item.ts';
import { isRecent, type PastChoice } from '../corpus/violations/past-choice.ts';
import { withImportedTexts } from '../corpus/with-imported-texts.ts';
import type { Db } from '../db/database.ts';
import { textArray } from '../db/text-array.ts';
import { type Day, today } from '../law/dates.ts';
import { type Chosen, sameChoice } from './choose-violation.ts';
import { CHOSE } from './last-choice.ts';

interface Kept {
  /** What an imported case rests on, until the library or the day is another. */
  library?: { key: string; choices: PastChoice[] };
  /** By case and its revision: a file can be large, and is read once. */
  cases: Map<string, PastChoice | undefined>;
}

const keptOf = new WeakMap<Db, Kept>();
/** Cases with a choice that are looked at, the latest first. */
const MOST = 2000;

/**
 * What people took recent cases for: the items chosen in the cases kept here, as long as the choice stands, and what the
 * imported cases rest on. Of a case that changed meanwhile only the present file counts.
 */
export async function pastChoices(db: Db, on: Day = today()): Promise<PastChoice[]> {
  const kept: Kept = keptOf.get(db) ?? { cases: new Map() };
  keptOf.set(db, kept);
  const stored = await storedChoices(db, kept, on);
  const agencies = [...new Set([...(await agenciesHere(db)), ...stored.map(({ agency }) => agency)])].sort();
  const { revision } = await db.selectFrom('library_state').select('revision').executeTakeFirstOrThrow();
  const key = [revision, on, ...agencies].join('\n');
  if (kept.library?.key !== key) {
    const book = await withImportedTexts(db, loadReferenceBook());
    kept.library = { key, choices: await importedChoices(db, agencies, book, on) };
  }
  const here = new Set(stored.map((one) => `case:${one.case}`));
  return [...stored, ...kept.library.choices.filter((one) => !here.has(one.case))];
}

/** The agencies of the cases and own lists kept here. */
async function agenciesHere(db: Db): Promise<string[]> {
  const { rows } = await sql<{ agency: string }>`
    select distinct l.agency from own_lists l join library_sources s on s.id = l.source where s.state = 'live'`.execute(
    db,
  );
  return rows.map(({ agency }) => agency);
}

async function storedChoices(db: Db, kept: Kept, on: Day): Promise<PastChoice[]> {
  const { rows } = await sql<{ id: string; revision: number }>`
    select c.id, c.revision from cases c
    where c.id in (select case_id from case_revisions where note like ${`${CHOSE}%`})
    order by c.updated_at desc, c.id limit ${MOST}::int`.execute(db);
  const known = new Map<string, PastChoice | undefined>();
  const missing: string[] = [];
  for (const { id, revision } of rows) {
    const key = `${id}\n${revision}`;
    if (kept.cases.has(key)) known.set(key, kept.cases.get(key));
    else missing.push(id);
  }
  for (const [key, choice] of await readChoices(db, missing)) known.set(key, choice);
  kept.cases = known;
  return [...known.values()]
    .flatMap((choice) => (choice && isRecent(choice.on, on) ? [choice] : []))
    .sort((one, other) => (one.case < other.case ? -1 : 1));
}

interface Row {
  id: string;
  revision: number;
  at: Date;
  example: boolean;
  agency: string;
  said: string | null;
  cause: string | null;
  facts: string | null;
  chosen: Chosen;
  current: Chosen;
}

async function readChoices(db: Db, ids: readonly string[]): Promise<Map<string, PastChoice | undefined>> {
  const found = new Map<string, PastChoice | undefined>();
  for (let at = 0; at < ids.length; at += 100) {
    const { rows } = await sql<Row>`
      select c.id, c.revision, r.at, c.example, c.file->'agency'->>'name' as agency,
        b.file->'violation'->>'name' as said, b.file->>'cause' as cause, c.file->'violation'->>'facts' as facts,
        ${chosenOf('r')} as chosen, ${chosenOf('c')} as current
      from cases c join case_revisions r on r.case_id = c.id
        left join case_revisions b on b.case_id = c.id and b.revision = (
          select min(f.revision) - 1 from case_revisions f where f.case_id = c.id and f.note like ${`${CHOSE}%`})
      where c.id = any(${textArray(ids.slice(at, at + 100))}::text[])
        and r.note like ${`${CHOSE}%`}
      order by c.id, r.revision desc`.execute(db);
    for (const row of rows) {
      const key = `${row.id}\n${row.revision}`;
      if (!found.get(key)) found.set(key, sameChoice(row.chosen, row.current) ? choiceOf(row) : undefined);
    }
  }
  return found;
}

const chosenOf = (table: string) => sql`jsonb_build_object(
  'violation', jsonb_build_object('name', ${sql.ref(`${table}.file`)}->'violation'->'name',
    'itemCode', ${sql.ref(`${table}.file`)}->'violation'->'itemCode'),
  'provisions', coalesce(${sql.ref(`${table}.file`)}->'provisions', '{}'),
  'benchmarkItem', ${sql.ref(`${table}.file`)}->'benchmarkItem')`;

function choiceOf({ id, at, example, agency, said, cause, facts, current }: Row): PastChoice {
  const { violation, provisions } = current;
  return {
    agency,
    case: id,
    on: today(at),
    // What was chosen tells nothing of what was told.
    words: wordsOf(
      [said, cause, facts].filter((text) => text && plainName(text) !== plainName(violation.name)),
    ),
    name: violation.name,
    breached: provisions?.breached ?? [],
    punishing: provisions?.punishing ?? [],
    own: true,
    ...(example ? { example: true as const } : {}),
  };
}
