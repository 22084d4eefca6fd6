import { getCase } from '../cases/get-case.ts';
import type { StoredCase } from '../cases/stored-case.ts';
import type { Db } from '../db/database.ts';
import { getRecording, type Recording } from '../hearings/recording.ts';
import type { Person } from '../staff/person.ts';
import { requireReader } from './may-read-case.ts';

/**
 * A recording with its case, for those who may look into the case. Refuses with `not-found`, and `not-allowed` for
 * everybody else.
 */
export async function readableRecording(
  db: Db,
  id: string,
  person: Person,
): Promise<{ recording: Recording; stored: StoredCase }> {
  const recording = await getRecording(db, id);
  const stored = await getCase(db, recording.caseId);
  requireReader(person, stored);
  return { recording, stored };
}
