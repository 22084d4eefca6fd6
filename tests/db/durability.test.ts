import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, fstatSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../src/db/open-database.ts';
import { openEmbedded } from '../../src/db/open-embedded.ts';
import { openQueue } from '../../src/db/queue.ts';
import { transact } from '../../src/db/transact.ts';
import { parseWalPosition, WalSync } from '../../src/db/wal-sync.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

/** These are about the embedded database on a disk, whatever server the other suites run on. */
let folder: string;
let fileHandle: FileHandle;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingcai-durability-'));
  const handle = await open(folder, 'r');
  fileHandle = Object.getPrototypeOf(handle);
  await handle.close();
  await (await openEmbedded(join(folder, 'template'))).close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

/** A data folder of its own, copied: setting up PostgreSQL anew takes many times as long. */
function freshFolder(name: string): string {
  cpSync(join(folder, 'template'), join(folder, name), { recursive: true });
  return join(folder, name);
}

function child(mode: 'write' | 'work', dataFolder: string): ChildProcess {
  return spawn(
    process.execPath,
    ['--import', 'tsx', resolve(import.meta.dirname, 'crash-child.ts'), mode, dataFolder],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
}

/** Reads the child's lines until `enough` says so, kills it without warning, and returns all it had told. */
async function killAfter(process: ChildProcess, enough: (lines: string[]) => boolean): Promise<string[]> {
  const lines: string[] = [];
  let killed = false;
  const ended = new Promise((end) => process.once('exit', end));
  try {
    for await (const line of createInterface({ input: process.stdout! })) {
      lines.push(line);
      if (!killed && enough(lines)) killed = process.kill('SIGKILL');
    }
  } finally {
    process.kill('SIGKILL');
  }
  // Its output closes a moment before the process itself is gone.
  await ended;
  expect(killed).toBe(true);
  return lines;
}

describe('what was acknowledged', () => {
  it('is there after the process was killed, round after round', async () => {
    const dataFolder = freshFolder('killed');
    for (const after of [40, 150, 7]) {
      const told = await killAfter(child('write', dataFolder), (lines) => lines.length >= after);
      const last = Number(told.at(-1));
      const database = await openDatabase({ dataFolder });
      const { rows } = await sql<{ count: number; max: number; intact: boolean }>`
        select count(*) as count, max(n) as max, bool_and(length(filler) = n % 3000) as intact
        from acknowledged`.execute(database.db);
      await database.close();
      expect(rows[0]!.max).toBeGreaterThanOrEqual(last);
      // One more may have been written when the kill came before it could be told.
      expect(rows[0]!.max).toBeLessThanOrEqual(last + 1);
      expect(rows[0]).toMatchObject({ count: rows[0]!.max, intact: true });
    }
  });

  it('includes the job that was running, which is done again', async () => {
    const dataFolder = freshFolder('job');
    const [id] = await killAfter(child('work', dataFolder), (lines) => lines.length === 1);
    const database = await openDatabase({ dataFolder });
    const queue = await openQueue(database, { pollSeconds: 0.5 });
    const again = await new Promise((done) => {
      void queue.work('endless', async (job) => done(job.id));
    });
    expect(again).toBe(id);
    await queue.stop();
    await database.close();
  });
});

describe('an acknowledgement', () => {
  it('waits for the disk: transactions, single statements, blocks, and functions that write', async () => {
    const database = await openEmbedded(freshFolder('waits'));
    if (database.kind !== 'embedded') throw new Error('expected the embedded database');
    const { db, engine } = database;
    await sql`create table t (a int)`.execute(db);
    await sql`create sequence s`.execute(db);
    await sql
      .raw('create function put() returns int language sql as $$ insert into t values (9) returning a $$')
      .execute(db);

    const writes: [string, () => Promise<unknown>][] = [
      ['transaction', () => transact(db, (trx) => sql`insert into t values (1)`.execute(trx))],
      ['statement', () => sql`insert into t values (2)`.execute(db)],
      ['block', () => engine.exec('begin; insert into t values (3); commit')],
      ['function', () => sql`select put()`.execute(db)],
    ];
    for (const [name, write] of writes) {
      let letGo = () => {};
      const gate = new Promise<void>((open) => {
        letGo = open;
      });
      const datasync = fileHandle.datasync;
      const spy = vi.spyOn(fileHandle, 'datasync').mockImplementation(async function (this: FileHandle) {
        await gate;
        await datasync.call(this);
      });
      let acknowledged = false;
      const writing = write().then(() => {
        acknowledged = true;
      });
      await vi.waitFor(() => expect(spy, name).toHaveBeenCalledTimes(1));
      await new Promise((later) => setTimeout(later, 50));
      expect(acknowledged, name).toBe(false);
      letGo();
      await writing;
      spy.mockRestore();
    }

    const spy = vi.spyOn(fileHandle, 'datasync');
    const { rows } = await sql`select a from t order by a`.execute(db);
    expect(rows).toEqual([{ a: 1 }, { a: 2 }, { a: 3 }, { a: 9 }]);
    expect(spy).not.toHaveBeenCalled();
    await database.close();
  });

  it('is refused when the disk fails, and so is everything after it', async () => {
    const dataFolder = freshFolder('fails');
    const database = await openEmbedded(dataFolder);
    await sql`create table t (a int)`.execute(database.db);
    const spy = vi
      .spyOn(fileHandle, 'datasync')
      .mockRejectedValueOnce(Object.assign(new Error('EIO'), { code: 'EIO' }));
    const refused = { kind: 'unavailable', message: expect.stringContaining('没有能够可靠地写入磁盘') };
    await expect(sql`insert into t values (1)`.execute(database.db)).rejects.toMatchObject(refused);
    spy.mockRestore();
    await expect(sql`select 1`.execute(database.db)).rejects.toMatchObject(refused);
    await database.close();
    const again = await openEmbedded(dataFolder);
    expect((await sql`select count(*) as n from t`.execute(again.db)).rows[0]).toEqual({
      n: expect.any(Number),
    });
    await again.close();
  });

  it('survives more log than is kept between checkpoints', async () => {
    const dataFolder = freshFolder('long');
    const database = await openEmbedded(dataFolder);
    await sql`create table t (a int, b text)`.execute(database.db);
    const position = async () =>
      (
        await sql<{ at: string }>`select redo_lsn::text as at from pg_control_checkpoint()`.execute(
          database.db,
        )
      ).rows[0]!.at;
    const before = await position();
    // Random text, since repeated text would be compressed: some 6 MB of log at a time.
    for (let i = 0; i < 16; i++) {
      await sql`insert into t select g, (select string_agg(md5(random()::text || h), '')
        from generate_series(1, 50) h where g > 0) from generate_series(1, 4000) g`.execute(database.db);
    }
    expect(parseWalPosition(await position())).toBeGreaterThan(parseWalPosition(before) + 60_000_000n);
    await database.close();
    const again = await openEmbedded(dataFolder);
    expect((await sql`select count(*) as n from t`.execute(again.db)).rows[0]).toEqual({ n: 64_000 });
    await again.close();
  });
});

describe('syncing the log', () => {
  it('reaches every file since the last time, and no other', async () => {
    const layout = { folder: join(folder, 'pg_wal'), timeline: 1, segmentBytes: 0x1000000n };
    await mkdir(layout.folder);
    const names = [0xfen, 0xffn, 0x100n, 0x101n].map((segment) => new WalSync(layout, 1n).fileName(segment));
    expect(names).toEqual([
      '0000000100000000000000FE',
      '0000000100000000000000FF',
      '000000010000000100000000',
      '000000010000000100000001',
    ]);
    for (const name of names) writeFileSync(join(layout.folder, name), '');
    const inodes = names.map((name) => statSync(join(layout.folder, name)).ino);
    const synced: number[] = [];
    vi.spyOn(fileHandle, 'datasync').mockImplementation(async function (this: FileHandle) {
      synced.push(inodes.indexOf(fstatSync(this.fd).ino));
    });
    const since = () => synced.splice(0);

    const wal = new WalSync(layout, parseWalPosition('0/FE000010'));
    await wal.syncTo(parseWalPosition('0/FE000100'));
    expect(since()).toEqual([0]);
    await wal.syncTo(parseWalPosition('0/FE000100'));
    expect(since()).toEqual([]);
    // Exactly at the border nothing of the next file has been written.
    await wal.syncTo(parseWalPosition('0/FF000000'));
    expect(since()).toEqual([0]);
    await wal.syncTo(parseWalPosition('0/FF000001'));
    expect(since()).toEqual([0, 1]);
    await wal.syncTo(parseWalPosition('1/01000020'));
    expect(since()).toEqual([1, 2, 3]);
    await Promise.all(
      ['1/01000030', '1/01000040', '1/01000050'].map((at) => wal.syncTo(parseWalPosition(at))),
    );
    expect(since()).toEqual([3]);
    await wal.close();
  });
});
