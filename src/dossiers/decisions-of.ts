import type { Db } from '../db/database.ts';
import { keyOf } from './decided-by-people.ts';
import type { FactRow } from './fact-states.ts';
import type { StoredReading } from './stored-reading.ts';

/** Who made a fact what it is, and when. `by` is the id of a person. */
export interface Decision {
  by: string;
  at: Date;
}

/** The decision by which each fact stands as it does, by the path of its row. */
export async function decisionsOf(
  db: Db,
  reading: StoredReading,
  rows: readonly FactRow[],
): Promise<Map<string, Decision>> {
  const noted = await db
    .selectFrom('fact_decisions')
    .select(['key', 'value', 'by_user', 'at'])
    .where('case_id', '=', reading.caseId)
    .orderBy('revision')
    .execute();
  // A decision that was taken back since says another value than the one that stands.
  const latest = new Map(noted.map((one) => [nameOf(one.key, one.value), { by: one.by_user, at: one.at }]));
  return new Map(
    rows.flatMap(({ path, state, value }) => {
      const key = keyOf(path, reading.keys);
      const decision =
        state === 'open' ? undefined : latest.get(nameOf(key, state === 'rejected' ? null : value));
      return decision ? [[path, decision] as const] : [];
    }),
  );
}

/** A name that a person put into a list takes another place with each reading. */
function nameOf(key: string, value: unknown): string {
  return JSON.stringify([key.replace(/\[人工-\d+\]$/, '[]'), value]);
}
