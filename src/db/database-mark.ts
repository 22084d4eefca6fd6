import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A mark of the state of the embedded database in `dataFolder`, without opening it; `undefined` where there is none.
 * PostgreSQL writes its control file anew with every opening, before anything else is written, and with every clean
 * closing: between two equal marks nobody has had the database open.
 */
export function databaseMark(dataFolder: string): string | undefined {
  try {
    return createHash('sha256')
      .update(readFileSync(join(dataFolder, 'db/global/pg_control')))
      .digest('hex');
  } catch {
    return undefined;
  }
}
