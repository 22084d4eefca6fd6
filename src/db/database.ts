import { type Kysely, sql, type Transaction } from 'kysely';
import type { EmbeddedEngine } from './embedded-engine.ts';
import type { Tables } from './tables.ts';

/** Every function that touches the database takes this first: the connection, or the transaction it runs in. */
export type Db = Kysely<Tables> | Transaction<Tables>;

export type { Tables };

/** An opened database. `pgvector` is '' when the extension is not there. */
interface Opened {
  db: Kysely<Tables>;
  describe(): Promise<{ version: string; pgvector: string }>;
  /**
   * `sealed` is called once nothing can be written any more and before another process can open the database: for an
   * embedded one in a folder only.
   */
  close(sealed?: () => void): Promise<void>;
}

/** Embedded in this process, or on a server; the queue needs to know which. */
export type Database = Opened &
  ({ kind: 'embedded'; engine: EmbeddedEngine } | { kind: 'server'; url: string });

/** Versions of PostgreSQL and of the vector extension, for `doctor`. */
export async function describeDatabase(db: Db): Promise<{ version: string; pgvector: string }> {
  const { rows } = await sql<{ version: string; pgvector: string | null }>`
    select current_setting('server_version') as version,
      (select extversion from pg_extension where extname = 'vector') as pgvector`.execute(db);
  return { version: rows[0]!.version, pgvector: rows[0]!.pgvector ?? '' };
}
