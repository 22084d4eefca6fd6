import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { transact } from '../../src/db/transact.ts';
import { openTestDatabase } from '../support/database.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe('a database, embedded or on a server', () => {
  it('gives the same JavaScript values for the same columns', async () => {
    const { rows } = await sql<Record<string, unknown>>`
      select 9007199254740991::bigint as big, '{"罚款":{"元":[1,2]}}'::jsonb as tree, date '2026-02-28' as day,
        timestamptz '2026-11-20T08:00:00+08' as moment, '\\x00ff10'::bytea as bytes, 1.50::numeric as exact,
        true as flag, null::text as nothing, array['甲','乙']::text[] as list, 7::int as small`.execute(
      database.db,
    );
    expect(rows[0]).toEqual({
      big: 9007199254740991,
      tree: { 罚款: { 元: [1, 2] } },
      day: '2026-02-28',
      moment: new Date('2026-11-20T00:00:00Z'),
      bytes: Buffer.from([0x00, 0xff, 0x10]),
      exact: '1.50',
      flag: true,
      nothing: null,
      list: ['甲', '乙'],
      small: 7,
    });
  });

  it('refuses a bigint that a JavaScript number would round', async () => {
    await expect(sql`select 9007199254740993::bigint as big`.execute(database.db)).rejects.toThrow(
      'bigint out of range: 9007199254740993',
    );
  });

  it('takes the same JavaScript values for the same columns', async () => {
    const moment = new Date('2026-11-20T01:02:03.456Z');
    const bytes = new Uint8Array([1, 2, 254]);
    const { rows } = await sql`
      select ${JSON.stringify({ a: [1] })}::jsonb as tree, ${moment}::timestamptz as moment, ${bytes}::bytea as bytes,
        ${12}::bigint as big, ${'2026-02-28'}::date as day, ${['甲', '乙']}::text[] as list`.execute(
      database.db,
    );
    expect(rows[0]).toEqual({
      tree: { a: [1] },
      moment,
      bytes: Buffer.from(bytes),
      big: 12,
      day: '2026-02-28',
      list: ['甲', '乙'],
    });
  });

  it('tells its versions', async () => {
    const { version, pgvector } = await database.describe();
    expect(version).toMatch(/^1[5-9]\./);
    expect(pgvector).toMatch(/^0\.\d+\.\d+$/);
  });
});

describe('transact', () => {
  const count = async () =>
    (
      await sql<{ n: number }>`select count(*) as n from job_progress where subject = 'transact'`.execute(
        database.db,
      )
    ).rows[0]!.n;
  const row = (id: string) => ({
    id,
    kind: 'test',
    subject: 'transact',
    state: 'waiting' as const,
    started_by: 'x',
  });

  it('keeps everything or nothing', async () => {
    await transact(database.db, async (trx) => {
      await trx
        .insertInto('job_progress')
        .values([row('a'), row('b')])
        .execute();
    });
    expect(await count()).toBe(2);
    await expect(
      transact(database.db, async (trx) => {
        await trx.insertInto('job_progress').values(row('c')).execute();
        throw new Error('half-way');
      }),
    ).rejects.toThrow('half-way');
    expect(await count()).toBe(2);
  });

  it('joins a transaction that is already open', async () => {
    await expect(
      transact(database.db, async (outer) => {
        await transact(outer, (inner) => inner.insertInto('job_progress').values(row('d')).execute());
        throw new Error('after the inner one');
      }),
    ).rejects.toThrow('after the inner one');
    expect(await count()).toBe(2);
  });

  it('goes on after a statement that failed', async () => {
    await expect(
      transact(database.db, (trx) => trx.insertInto('job_progress').values(row('a')).execute()),
    ).rejects.toThrow(/duplicate key/);
    expect(await count()).toBe(2);
  });

  it('lets concurrent transactions finish one after the other', async () => {
    const before = await count();
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        transact(database.db, async (trx) => {
          await trx
            .insertInto('job_progress')
            .values(row(`many-${i}`))
            .execute();
          await sql`select 1`.execute(trx);
        }),
      ),
    );
    expect(await count()).toBe(before + 20);
  });
});
