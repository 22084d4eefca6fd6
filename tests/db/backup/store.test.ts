import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Kysely, PGliteDialect } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { backUpStore } from '../../../src/db/backup/back-up-store.ts';
import { fillEmbedded } from '../../../src/db/backup/fill-embedded.ts';
import { keptFiles } from '../../../src/db/backup/kept-files.ts';
import type { PartList } from '../../../src/db/backup/part-list.ts';
import { rawQuery } from '../../../src/db/backup/raw-query.ts';
import { ArchiveReader, FIRST } from '../../../src/db/backup/read-archive.ts';
import { restoreStore } from '../../../src/db/backup/restore-store.ts';
import { rowsOfDatabase } from '../../../src/db/backup/row-source.ts';
import { ArchiveWriter } from '../../../src/db/backup/write-archive.ts';
import { migrate, readMigrations } from '../../../src/db/migrate.ts';
import { openEmbedded } from '../../../src/db/open-embedded.ts';
import { openPglite } from '../../../src/db/open-pglite.ts';
import type { Tables } from '../../../src/db/tables.ts';
import { appendRecord } from '../../../src/records/append-record.ts';
import { verifyRecords } from '../../../src/records/verify-records.ts';
import { filledDataFolder } from '../../support/filled-data-folder.ts';
import { occupyStore } from '../../support/occupy-store.ts';
import { runCli } from '../../support/run-cli.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

/** These are about data folders on a disk, whatever server the other suites run on. */
const root = mkdtempSync(join(tmpdir(), 'mingcai-store-'));
/** A filled data folder with a case, records, a waiting job and files; and its backup. */
const store = join(root, 'store');
const file = join(root, 'whole.tar');
let files: string[];
let list: PartList;

beforeAll(async () => {
  await filledDataFolder(store);
  const database = await openEmbedded(store);
  files = await occupyStore(database.db, store);
  await database.close();
  await backUp(store, file);
  list = await listOf(file);
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => rmSync(root, { recursive: true, force: true }));

const backUp = (dataFolder: string, to: string, options: { replace?: boolean } = {}) =>
  backUpStore({ dataFolder }, { file: to, program: '0.0.0', readLedger: verifyRecords, ...options });

const restore = (dataFolder: string, from: string, replace = false) =>
  restoreStore({ dataFolder }, { file: from, replace, readLedger: verifyRecords });

async function listOf(path: string): Promise<PartList> {
  const reader = await ArchiveReader.open(path);
  await reader.close();
  return reader.list;
}

const copyOf = (name: string): string => {
  cpSync(store, join(root, name), { recursive: true });
  return join(root, name);
};

/** Everything that a store holds: what a backup of it says, and the bytes of its files. */
async function holdings(dataFolder: string) {
  const to = join(root, `look-${Math.random()}.tar`);
  await backUp(dataFolder, to);
  const { tables, sequences, ledger, parts } = await listOf(to);
  rmSync(to);
  const carried = parts.filter(({ name }) => name.startsWith('files/'));
  return {
    tables,
    sequences,
    ledger,
    files: carried.map(({ name, sha256, mtime }) => [name, sha256, mtime]),
  };
}

const titlesIn = async (dataFolder: string) => {
  const database = await openEmbedded(dataFolder);
  try {
    return (await rawQuery<{ title: string }>(database.db, 'select title from cases')).map(
      ({ title }) => title,
    );
  } finally {
    await database.close();
  }
};

/** The same store with another title, so that it can be told from the one in the backup. */
async function olderStore(name: string): Promise<string> {
  const folder = copyOf(name);
  const database = await openEmbedded(folder);
  await rawQuery(database.db, `update cases set title = '原来的'`);
  await database.close();
  writeFileSync(join(folder, 'only-here'), 'x');
  return folder;
}

describe('backup and restore', () => {
  it('bring back every row, every counter, the ledger and every file', async () => {
    const back = join(root, 'back');
    const report = await restore(back, file);
    expect(report).toMatchObject({
      equal: true,
      differences: [],
      ledger: { ok: true, count: 3 },
      program: '0.0.0',
    });
    expect(report.tables).toMatchObject({ cases: 1, document_versions: 1, record_entries: 3 });
    expect(report.tables.entries).toBeGreaterThan(500);
    expect((await keptFiles(back)).map(({ path }) => path)).toEqual(files);
    const was = await holdings(store);
    const is = await holdings(back);
    expect({ ...is, tables: { ...is.tables, job_progress: null } }).toEqual({
      ...was,
      tables: { ...was.tables, job_progress: null },
    });
    expect(readdirSync(back).filter((name) => /restore|lock/.test(name))).toEqual([]);
    const database = await openEmbedded(back);
    const [job] = await rawQuery(database.db, 'select state, error from job_progress');
    await database.close();
    expect(job).toEqual({ state: 'failed', error: expect.stringContaining('请重新提交') });
  });

  it('leave out what is made again, and what is still on its way', () => {
    expect(existsSync(join(store, 'speech/engine'))).toBe(true);
    expect(
      list.parts
        .map(({ name }) => name)
        .filter((name) => /speech|files\/files\/\.incoming|mingcai\.lock|\.kept/.test(name)),
    ).toEqual([]);
    expect(list.parts.map(({ name }) => name)).toContain('files/recordings/.incoming/upload-1');
  });

  it('refuse a store that holds something, and replace it when told to', async () => {
    const folder = await olderStore('occupied');
    await expect(restore(folder, file)).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('--replace'),
    });
    expect(await titlesIn(folder)).toEqual(['原来的']);
    expect(await restore(folder, file, true)).toMatchObject({ equal: true });
    expect(await titlesIn(folder)).toEqual(['示例案件']);
    expect(existsSync(join(folder, 'only-here'))).toBe(false);
    expect(existsSync(join(folder, 'speech/engine'))).toBe(true);
  });

  it('take a store with nothing but what the program brings for empty, but no stranger’s file', async () => {
    const folder = join(root, 'fresh');
    await filledDataFolder(folder);
    writeFileSync(join(folder, 'note.txt'), 'x');
    await expect(restore(folder, file)).rejects.toMatchObject({
      message: expect.stringContaining('note.txt'),
    });
    rmSync(join(folder, 'note.txt'));
    expect(await restore(folder, file)).toMatchObject({ equal: true });
  });

  it('refuse a damaged, cut or foreign file before they touch anything', async () => {
    const folder = await olderStore('untouched');
    const bad = join(root, 'bad.tar');
    const part = list.parts.find(({ name }) => name.startsWith('tables/lexical_blocks/'))!;
    const bytes = readFileSync(file);
    bytes[part.offset + 1000]! ^= 4;
    writeFileSync(bad, bytes);
    await expect(restore(folder, bad, true)).rejects.toMatchObject({
      kind: 'invalid-input',
      message: expect.stringContaining('tables/lexical_blocks/'),
    });
    cpSync(file, bad);
    truncateSync(bad, part.offset);
    await expect(restore(folder, bad, true)).rejects.toMatchObject({
      message: expect.stringContaining('不完整'),
    });
    writeFileSync(bad, '这不是备份');
    await expect(restore(folder, bad, true)).rejects.toMatchObject({
      message: expect.stringContaining('不是明裁的备份'),
    });
    expect(await titlesIn(folder)).toEqual(['原来的']);
  });

  it('refuse a backup of a newer version, and bring an older one up to date', async () => {
    const newer = join(root, 'newer.tar');
    await rewrite(newer, (said) => ({
      ...said,
      migrations: [...said.migrations, { name: '999-later.sql', sha256: '0'.repeat(64) }],
    }));
    await expect(restore(join(root, 'none'), newer)).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringMatching(/备份含有本程序没有的结构变更 999-later.sql.*更新的版本/),
    });
    expect(existsSync(join(root, 'none'))).toBe(false);

    const known = readMigrations();
    const older = join(root, 'older');
    mkdirSync(older);
    const raw = await openPglite({});
    const past = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: raw }) });
    await migrate(raw, known.slice(0, 12));
    await appendRecord(past, { actor: 'x', actorRole: 'system', action: 'test', object: 'o' });
    const made = await past.transaction().execute(async (trx) =>
      fillEmbedded(join(older, 'db'), await rowsOfDatabase(trx, verifyRecords), {
        what: '备份',
        readLedger: verifyRecords,
      }),
    );
    await past.destroy();
    expect(made).toMatchObject({ differences: [], ledger: { ok: true, count: 1 } });
    expect(made.sums).not.toHaveProperty('recordings');
    const database = await openEmbedded(older);
    const names = await rawQuery<{ name: string }>(database.db, 'select name from migrations order by name');
    expect((await verifyRecords(database.db)).root).toBe(made.ledger.root);
    await database.close();
    expect(names.map(({ name }) => name)).toEqual(known.map(({ name }) => name));
  });

  it('refuse paths that lead out of the data folder', async () => {
    const evil = join(root, 'evil.tar');
    for (const path of ['../outside', 'db/global/pg_control', 'a/../../b', '/etc/x', 'mingcai.lock']) {
      rmSync(evil, { force: true });
      await rewrite(evil, (said) => said, path);
      await expect(restore(join(root, 'none'), evil)).rejects.toMatchObject({
        kind: 'invalid-input',
        message: expect.stringContaining('不在数据文件夹之内'),
      });
    }
  });

  it('tell of a broken ledger and of an original that changed, and carry them all the same', async () => {
    const folder = copyOf('tampered');
    const database = await openEmbedded(folder);
    await rawQuery(database.db, 'alter table record_entries disable trigger user');
    await rawQuery(database.db, `update record_entries set actor = 'somebody' where seq = 2`);
    await rawQuery(database.db, 'alter table record_entries enable trigger user');
    await database.close();
    const original = files.find((path) => path.startsWith('files/'))!;
    writeFileSync(join(folder, original), 'changed');
    const to = join(root, 'tampered.tar');
    expect(await backUp(folder, to)).toMatchObject({
      equal: false,
      ledger: { ok: false, at: 2 },
      differences: [expect.stringContaining('全过程记录第 2 条'), expect.stringContaining(original)],
    });
    expect(await restore(join(root, 'tampered-back'), to)).toMatchObject({
      equal: true,
      ledger: { ok: false, at: 2 },
    });
  });
});

/** A backup with no rows, sealed as ours are, that says something else. */
async function rewrite(to: string, change: (said: PartList) => PartList, path?: string): Promise<void> {
  const writer = await ArchiveWriter.create(to);
  await writer.add(FIRST, Buffer.from('x'));
  if (path !== undefined) await writer.add(`files/${path}`, Buffer.from('x'));
  const { parts: _, ...said } = change(list);
  await writer.finish(said);
  await writer.close();
}

describe('a backup file', () => {
  it('is refused where one is already, inside the data folder, or where there is no store', async () => {
    await expect(backUp(store, file)).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('--replace'),
    });
    await expect(backUp(store, join(store, 'x.tar'))).rejects.toMatchObject({ kind: 'invalid-input' });
    await expect(backUp(store, join(root, 'no/such/folder.tar'))).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('没有这个文件或文件夹'),
    });
    await expect(backUp(join(root, 'absent'), join(root, 'x.tar'))).rejects.toMatchObject({
      kind: 'not-found',
      message: expect.stringContaining('MINGCAI_DATA'),
    });
    expect(existsSync(join(root, 'absent'))).toBe(false);
  });

  it('has its name only when it is whole: a full disk leaves nothing', async () => {
    const handle = await open(file);
    const prototype = Object.getPrototypeOf(handle) as FileHandle;
    await handle.close();
    const write = prototype.write as (...given: unknown[]) => Promise<unknown>;
    let left = 12;
    vi.spyOn(prototype, 'write').mockImplementation(function (this: FileHandle, ...given: unknown[]) {
      if (left-- > 0) return write.apply(this, given) as never;
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    } as never);
    const to = join(root, 'full.tar');
    await expect(backUp(store, to)).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringMatching(/full\.tar：磁盘已满/),
    });
    expect(readdirSync(root).filter((name) => name.startsWith('full'))).toEqual([]);
  });
});

describe('the commands', () => {
  it('print one document each, and refuse while another process has the store', async () => {
    const env = { MINGCAI_DATA: copyOf('cli') };
    const to = join(root, 'cli.tar');
    const database = await openEmbedded(env.MINGCAI_DATA);
    for (const args of [
      ['backup', to],
      ['restore', file, '--replace'],
      ['migrate', '--to', 'postgres://127.0.0.1:1/x'],
    ]) {
      const refused = await runCli([...args, '--json'], env);
      expect(refused.status).toBe(1);
      expect(refused.json()).toMatchObject({
        error: { kind: 'conflict', message: expect.stringContaining(`进程号 ${process.pid}`) },
      });
    }
    await database.close();
    const backup = await runCli(['backup', to, '--json'], env);
    expect(backup.status).toBe(0);
    const { tables, ledgerRoot } = backup.json<{ tables: Record<string, number>; ledgerRoot: string }>();
    expect(ledgerRoot).toBe(list.ledger.root);
    const restored = await runCli(['restore', to, '--json'], { MINGCAI_DATA: join(root, 'cli-back') });
    expect(restored.json()).toMatchObject({ tables, ledgerRoot, equal: true });
    const unreachable = await runCli(['migrate', '--to', 'postgres://x@127.0.0.1:1/x'], env);
    expect(unreachable).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('没有服务器在该地址应答'),
    });
    expect((await runCli(['migrate', '--to', 'mysql://x'], env)).status).toBe(2);
  });

  it('killed in the middle leave the old store whole', async () => {
    const folder = await olderStore('killed');
    for (const stage of ['new', 'new/db/global/pg_control']) {
      const child = start(['restore', file, '--replace'], folder);
      await appears(join(folder, '.restore', stage), child);
      child.kill('SIGKILL');
      await new Promise((ended) => child.once('exit', ended));
      expect(existsSync(join(folder, '.restore'))).toBe(true);
      expect(await titlesIn(folder)).toEqual(['原来的']);
      expect(existsSync(join(folder, '.restore'))).toBe(false);
    }
    expect(existsSync(join(folder, 'only-here'))).toBe(true);

    const to = join(root, 'half.tar');
    const child = start(['backup', to], folder);
    while (!readdirSync(root).some((name) => name.startsWith('half.tar'))) await pause(5, child);
    child.kill('SIGKILL');
    await new Promise((ended) => child.once('exit', ended));
    expect(existsSync(to)).toBe(false);
    expect(await restore(folder, file, true)).toMatchObject({ equal: true });
  });
});

const start = (args: string[], dataFolder: string): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', resolve(import.meta.dirname, '../../../src/cli.ts'), ...args], {
    env: { ...process.env, DATABASE_URL: '', MINGCAI_DATA: dataFolder },
    stdio: 'ignore',
  });

async function appears(path: string, child: ChildProcess): Promise<void> {
  while (!existsSync(path)) await pause(5, child);
}

async function pause(milliseconds: number, child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) throw new Error('ended before it could be killed');
  await new Promise((done) => setTimeout(done, milliseconds));
}
