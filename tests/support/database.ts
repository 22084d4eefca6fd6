import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import pg from 'pg';
import type { Database } from '../../src/db/database.ts';
import { migrate, readMigrations } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { openInMemory } from '../../src/db/open-embedded.ts';

/** The server to test on, when one is given; otherwise every test database is embedded, in memory. */
export const TEST_SERVER = process.env.TEST_DATABASE_URL;

/** A fresh database with every migration applied; closing it removes it. */
export async function openTestDatabase(): Promise<Database> {
  return TEST_SERVER ? openOnServer(TEST_SERVER) : openInMemory({ loadDataDir: await template() });
}

/** Setting up PostgreSQL takes seconds, loading a copy a fraction of one: made once per set of migrations. */
async function template(): Promise<Blob> {
  const mark = createHash('sha256');
  for (const { name, sql } of readMigrations()) mark.update(name).update(sql);
  const folder = resolve(import.meta.dirname, '../../node_modules/.cache/mingcai');
  const file = join(folder, `database-${mark.digest('hex').slice(0, 16)}.tar`);
  if (!existsSync(file)) {
    const made = await PGlite.create({ extensions: { vector } });
    await migrate(made);
    const dump = await made.dumpDataDir('none');
    await made.close();
    mkdirSync(folder, { recursive: true });
    const draft = `${file}.${randomBytes(4).toString('hex')}`;
    writeFileSync(draft, new Uint8Array(await dump.arrayBuffer()));
    renameSync(draft, file);
  }
  // Read whole: a blob over the file cannot be read any more once another worker has put its own copy in place.
  return new Blob([readFileSync(file)]);
}

async function openOnServer(server: string): Promise<Database> {
  const name = `mingcai_test_${randomBytes(8).toString('hex')}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const database = await openDatabase({ dataFolder: '', databaseUrl: url.href });
  return {
    ...database,
    close: async () => {
      await database.close();
      await onServer(server, `drop database ${name} with (force)`);
    },
  };
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
