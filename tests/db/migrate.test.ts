import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { migrate, readMigrations } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { openTestDatabase, TEST_SERVER } from '../support/database.ts';

const one = { name: '001-one.sql', sql: 'create table one (a int); insert into one values (1)' };
const two = { name: '002-two.sql', sql: 'create table two (a int)' };
const three = { name: '003-three.sql', sql: 'alter table one add column b int' };

let session: PGlite;
beforeAll(async () => {
  session = await PGlite.create();
});
beforeEach(() => session.exec('drop schema public cascade; create schema public'));
afterAll(() => session.close());

const tables = async () =>
  (
    await session.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
    )
  ).rows.map((row) => row.name);

describe('migrations', () => {
  it('are applied once, in order', async () => {
    expect(await migrate(session, [one, two, three])).toEqual([one.name, two.name, three.name]);
    expect(await migrate(session, [one, two, three])).toEqual([]);
    expect(await tables()).toEqual(['migrations', 'one', 'two']);
  });

  it('that arrive late, with an earlier number, are still applied', async () => {
    await migrate(session, [one, three]);
    expect(await migrate(session, [one, two, three])).toEqual([two.name]);
  });

  it('that fail leave nothing behind, and those before them stay', async () => {
    const broken = { name: '002-broken.sql', sql: 'create table half (a int); select no_such_function()' };
    await expect(migrate(session, [one, broken])).rejects.toThrow('migration 002-broken.sql failed');
    expect(await tables()).toEqual(['migrations', 'one']);
    expect(await migrate(session, [one, two])).toEqual([two.name]);
  });

  it('may not be changed after they were applied', async () => {
    await migrate(session, [one]);
    await expect(migrate(session, [{ ...one, sql: `${one.sql} ` }])).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('001-one.sql'),
    });
  });

  it('that this program does not know mean a newer database', async () => {
    await migrate(session, [one, two]);
    await expect(migrate(session, [one])).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('002-two.sql'),
    });
  });

  it('of the program are numbered without repetition', () => {
    const numbers = readMigrations().map(({ name }) => name.slice(0, 3));
    expect(numbers.length).toBeGreaterThan(3);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

describe('migrations on a server', () => {
  it.skipIf(!TEST_SERVER)(
    'are applied once when two processes start together (needs TEST_DATABASE_URL)',
    async () => {
      const name = `mingcai_test_race_${process.pid}`;
      const admin = new pg.Client({ connectionString: TEST_SERVER });
      await admin.connect();
      await admin.query(`create database ${name}`);
      try {
        const url = new URL(TEST_SERVER!);
        url.pathname = `/${name}`;
        const opened = await Promise.all(
          [1, 2, 3].map(() => openDatabase({ dataFolder: '', databaseUrl: url.href })),
        );
        for (const database of opened) await database.close();
      } finally {
        await admin.query(`drop database ${name} with (force)`);
        await admin.end();
      }
    },
  );

  it.skipIf(!TEST_SERVER)('says what is wrong with the address (needs TEST_DATABASE_URL)', async () => {
    const url = new URL(TEST_SERVER!);
    url.pathname = '/no_such_database';
    await expect(openDatabase({ dataFolder: '', databaseUrl: url.href })).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('没有这个数据库'),
    });
  });

  it('says that no server answers', async () => {
    await expect(
      openDatabase({ dataFolder: '', databaseUrl: 'postgres://u:secret@127.0.0.1:1/x' }),
    ).rejects.toMatchObject({
      kind: 'unavailable',
      message: '连接不上数据库服务器 127.0.0.1:1/x：没有服务器在该地址应答；请核对 DATABASE_URL 后重试。',
    });
  });
});

describe('a test database', () => {
  it('has every migration of the program', async () => {
    const database = await openTestDatabase();
    try {
      expect((await database.describe()).pgvector).not.toBe('');
    } finally {
      await database.close();
    }
  });
});
