import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { transact } from '../../src/db/transact.ts';
import { appendRecord } from '../../src/records/append-record.ts';
import { exportRecords } from '../../src/records/export-records.ts';
import { listRecords } from '../../src/records/list-records.ts';
import { hashEntry, type RecordEntry } from '../../src/records/record-entry.ts';
import { verifyExport } from '../../src/records/verify-export.ts';
import { verifyRecords } from '../../src/records/verify-records.ts';
import { openTestDatabase } from '../support/database.ts';

const note = (object: string, detail?: object) => ({
  actor: 'p1',
  actorRole: 'handler',
  action: 'case.saved',
  object,
  ...(detail ? { detail } : {}),
});

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe('the process record', () => {
  it('is sound while it is empty', async () => {
    expect(await verifyRecords(database.db)).toEqual({ ok: true, count: 0, root: '0'.repeat(64) });
    expect(verifyExport(await exportRecords(database.db)).ok).toBe(true);
  });

  it('binds each entry to the one before it by a hash that anyone can recompute', async () => {
    const first = await appendRecord(database.db, {
      ...note('case:1', { 理由: '补充证据', at: 1.5, z: null, a: [1] }),
      digest: 'ab',
    });
    const second = await appendRecord(database.db, note('case:2'));
    expect(first).toMatchObject({ seq: 1, previousHash: '0'.repeat(64), digest: 'ab' });
    expect(second).toMatchObject({ seq: 2, previousHash: first.hash, digest: null, detail: {} });
    const text =
      `{"action":"case.saved","actor":"p1","actorRole":"handler","at":"${first.at}",` +
      `"detail":{"a":[1],"at":1.5,"z":null,"理由":"补充证据"},"digest":"ab","object":"case:1",` +
      `"previousHash":"${'0'.repeat(64)}","seq":1}`;
    expect(first.hash).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('appends nothing when the act itself is undone', async () => {
    const before = await verifyRecords(database.db);
    await expect(
      transact(database.db, async (trx) => {
        await appendRecord(trx, note('case:9'));
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    expect(await verifyRecords(database.db)).toEqual(before);
  });

  it('gives concurrent entries consecutive numbers in one chain', async () => {
    const before = (await verifyRecords(database.db)).count;
    const entries = await Promise.all(
      Array.from({ length: 40 }, (_, i) => appendRecord(database.db, note('case:many', { i }))),
    );
    expect(entries.map((entry) => entry.seq).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 40 }, (_, i) => before + 1 + i),
    );
    expect(await verifyRecords(database.db)).toMatchObject({ ok: true, count: before + 40 });
  });

  it('is listed latest first, by object and by page', async () => {
    const page = await listRecords(database.db, { object: 'case:many', limit: 3 });
    expect(page).toHaveLength(3);
    expect(page[0]!.seq).toBe(page[1]!.seq + 1);
    const next = await listRecords(database.db, { object: 'case:many', limit: 100, before: page[2]!.seq });
    expect(next).toHaveLength(37);
    expect(next.every((entry) => entry.seq < page[2]!.seq)).toBe(true);
    expect(await listRecords(database.db, { object: 'case:1', limit: 10 })).toMatchObject([{ seq: 1 }]);
  });

  it.each([
    ["update record_entries set actor = 'p2' where seq = 1"],
    ['delete from record_entries where seq = 1'],
    ['truncate record_entries'],
  ])('cannot be changed: %s', async (statement) => {
    await expect(sql.raw(statement).execute(database.db)).rejects.toThrow(
      '执法全过程记录只能追加，不能修改或删除',
    );
    expect((await verifyRecords(database.db)).ok).toBe(true);
  });
});

describe('an exported record', () => {
  let text: string;
  beforeAll(async () => {
    text = await exportRecords(database.db);
  });

  it('is sound, and says how many entries and which root', async () => {
    const { ok, checks } = verifyExport(text);
    expect(checks.filter((check) => !check.ok)).toEqual([]);
    expect(ok).toBe(true);
    const state = await verifyRecords(database.db);
    expect(JSON.parse(text.split('\n')[0]!)).toEqual({
      format: 'mingcai-records/1',
      count: state.count,
      root: state.root,
    });
  });

  it('shows any changed, added or missing byte', () => {
    const bytes = Buffer.from(text);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at]! + by) % 256;
        expect(verifyExport(changed.toString()).ok).toBe(false);
      }),
      { numRuns: 400 },
    );
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.string({ minLength: 1, maxLength: 3 }), (at, added) => {
        const head = bytes.subarray(0, at).toString();
        const tail = bytes.subarray(at).toString();
        expect(verifyExport(head + added + tail).ok).toBe(false);
        expect(verifyExport(head + bytes.subarray(at + 1).toString()).ok).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it.each<[string, (lines: string[]) => string[], string]>([
    ['the last entry left out', (lines) => lines.toSpliced(-2, 1), '记录条数'],
    ['the first entry left out', (lines) => lines.toSpliced(1, 1), '第 1 条 序号'],
    ['one in the middle left out', (lines) => lines.toSpliced(5, 1), '第 5 条 序号'],
    ['two changed about', (lines) => lines.toSpliced(5, 2, lines[6]!, lines[5]!), '第 5 条 序号'],
    ['one changed', (lines) => lines.with(7, lines[7]!.replace('"p1"', '"p2"')), '第 7 条 本条摘要'],
    [
      'one changed with its own hash made anew',
      (lines) => lines.with(7, forged(lines[7]!)),
      '第 8 条 前条摘要',
    ],
    ['a blank line added', (lines) => [...lines, ''], `第 %n 条格式`],
    ['no header', (lines) => lines.slice(1), '首行格式'],
  ])('names what is wrong: %s', (_, change, name) => {
    const lines = change(text.split('\n'));
    const { ok, checks } = verifyExport(lines.join('\n'));
    expect(ok).toBe(false);
    expect(checks.find((check) => !check.ok)?.name).toBe(name.replace('%n', String(lines.length - 2)));
  });
});

describe('a record changed behind the triggers', () => {
  it('is found at the entry that was changed', async () => {
    const other = await openTestDatabase();
    try {
      for (let i = 0; i < 5; i++) await appendRecord(other.db, note(`case:${i}`));
      await sql`alter table record_entries disable trigger record_entries_append_only`.execute(other.db);
      await sql`update record_entries set actor = 'p2' where seq = 3`.execute(other.db);
      expect(await verifyRecords(other.db)).toMatchObject({ ok: false, at: 3, fault: { check: 'hash' } });
      await sql`delete from record_entries where seq = 3`.execute(other.db);
      expect(await verifyRecords(other.db)).toMatchObject({
        ok: false,
        at: 4,
        fault: { check: 'seq', expected: '3' },
      });
    } finally {
      await other.close();
    }
  });
});

function forged(line: string): string {
  const { hash, ...entry } = JSON.parse(line) as RecordEntry;
  const changed = { ...entry, actor: 'p2' };
  return line.replace('"p1"', '"p2"').replace(hash, hashEntry(changed));
}
