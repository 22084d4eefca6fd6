import { getCase } from '../cases/get-case.ts';
import { saveCase } from '../cases/save-case.ts';
import type { StoredCase } from '../cases/stored-case.ts';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { type Decided, decidedByPeople } from './decided-by-people.ts';
import { latestReading, type StoredReading } from './stored-reading.ts';

/**
 * Saves a case as `saveCase` does, and notes which facts that were read a person decided by it. Of a case that was not
 * read from papers nothing is noted.
 */
export async function saveDecided(
  db: Db,
  input: Parameters<typeof saveCase>[1] & { reading?: StoredReading },
): Promise<StoredCase> {
  const { reading: given, ...saving } = input;
  const reading = given ?? (await latestReading(db, input.id));
  if (!reading) return saveCase(db, saving);
  return transact(db, async (trx) => {
    const before = await getCase(trx, input.id);
    const saved = await saveCase(trx, saving);
    const old = new Map(decidedOf(before, reading).map((one) => [one.key, JSON.stringify(one)]));
    const decided = decidedOf(saved, reading).filter((one) => old.get(one.key) !== JSON.stringify(one));
    if (saved.revision !== before.revision && decided.length > 0) {
      await trx
        .insertInto('fact_decisions')
        .values(
          decided.map(({ key, value }) => ({
            case_id: saved.id,
            revision: saved.revision,
            key,
            value: JSON.stringify(value ?? null),
            by_user: input.by.id,
          })),
        )
        .execute();
    }
    return saved;
  });
}

function decidedOf({ file }: StoredCase, reading: StoredReading): Decided[] {
  return file.action === 'penalty' ? decidedByPeople(file, reading) : [];
}
