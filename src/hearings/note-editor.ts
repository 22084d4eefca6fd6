import { sql } from 'kysely';
import type { Db } from '../db/database.ts';

/** Whoever was not heard of for so long has closed the page. */
const GONE_SECONDS = 30;

/** Notes that a person has a transcript open, and returns who else has. */
export async function noteEditor(db: Db, transcriptId: string, personId: string): Promise<string[]> {
  await db
    .insertInto('transcript_editors')
    .values({ transcript_id: transcriptId, person_id: personId })
    .onConflict((conflict) =>
      conflict.columns(['transcript_id', 'person_id']).doUpdateSet({ seen_at: sql`now()` }),
    )
    .execute();
  const others = await db
    .selectFrom('transcript_editors')
    .select('person_id')
    .where('transcript_id', '=', transcriptId)
    .where('person_id', '!=', personId)
    .where('seen_at', '>', sql<Date>`now() - make_interval(secs => ${GONE_SECONDS})`)
    .orderBy('person_id')
    .execute();
  return others.map((row) => row.person_id);
}
