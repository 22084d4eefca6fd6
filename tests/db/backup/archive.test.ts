import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PartList } from '../../../src/db/backup/part-list.ts';
import { ArchiveReader, FIRST } from '../../../src/db/backup/read-archive.ts';
import { entryHead } from '../../../src/db/backup/tar-entry.ts';
import { ArchiveWriter } from '../../../src/db/backup/write-archive.ts';

const LONG = `files/recordings/ab/${'很长的名字'.repeat(12)}.wav`;
const ROWS = '["1","甲"]\n["2",null]\n';
const list: Omit<PartList, 'parts'> = {
  format: 1,
  program: '0.0.0',
  at: '2026-11-22T00:00:00.000Z',
  from: 'embedded',
  migrations: [],
  tables: { one: { columns: ['id', 'name'], rows: 2, sha256: '0'.repeat(64) } },
  sequences: {},
  ledger: { ok: true, count: 0, root: '0'.repeat(64) },
};

let folder: string;
let path: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingcai-archive-'));
  path = join(folder, 'whole.tar');
  await write(path, list);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function write(to: string, said: object): Promise<void> {
  const file = join(folder, 'recording');
  writeFileSync(file, Buffer.alloc(70_000, 7));
  const writer = await ArchiveWriter.create(to);
  const handle = await open(file);
  try {
    await writer.add(FIRST, Buffer.from('说明'));
    await writer.add('tables/one/000001.jsonl.gz', gzipSync(ROWS), { table: 'one', rows: 2 });
    await writer.addFile('files/evaluation.json', handle);
    await writer.addFile(LONG, handle);
    await writer.finish(said as typeof list);
  } finally {
    await handle.close();
    await writer.close();
  }
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  // Each chunk lies in the same buffer as the one before it.
  for await (const item of items) found.push(Buffer.isBuffer(item) ? (Buffer.from(item) as T) : item);
  return found;
}

/** Reads all of it as a restore does; resolves with the refusal, or with nothing. */
async function refusalOf(file: string): Promise<{ kind: string; message: string } | undefined> {
  try {
    const reader = await ArchiveReader.open(file);
    try {
      await reader.verify();
    } finally {
      await reader.close();
    }
  } catch (error) {
    return error as { kind: string; message: string };
  }
}

describe('the file of a backup', () => {
  it('holds what was put into it', async () => {
    const reader = await ArchiveReader.open(path);
    await reader.verify();
    expect(reader.list.parts.map((part) => [part.name, part.bytes])).toEqual([
      [FIRST, 6],
      ['tables/one/000001.jsonl.gz', gzipSync(ROWS).length],
      ['files/evaluation.json', 70_000],
      [LONG, 70_000],
    ]);
    expect(await all(reader.rows())).toEqual([{ table: 'one', rows: 2, text: ROWS }]);
    const bytes = Buffer.concat(await all(reader.bytes(reader.list.parts[3]!)));
    expect(bytes.equals(Buffer.alloc(70_000, 7))).toBe(true);
    await reader.close();
  });

  it('is a tape archive that tar lists and unpacks, long names included', () => {
    expect(
      execFileSync('tar', ['tf', path, '--quoting-style=literal'], { encoding: 'utf8' }).trim().split('\n'),
    ).toEqual([FIRST, 'tables/one/000001.jsonl.gz', 'files/evaluation.json', LONG, 'list.json', 'seal']);
    expect(execFileSync('tar', ['xOf', path, LONG]).length).toBe(70_000);
  });

  it('takes parts larger than the octal digits of a header can say', () => {
    const head = entryHead('files/a', 9 * 1024 ** 3);
    expect(head.toString('latin1')).toContain('19 size=9663676416\n');
    expect(head.length % 512).toBe(0);
  });

  it('with any byte changed is refused', async () => {
    const bytes = readFileSync(path);
    const damaged = join(folder, 'flipped.tar');
    copyFileSync(path, damaged);
    const handle = await open(damaged, 'r+');
    const structure = fc.oneof(
      fc.nat(bytes.length - 1),
      // Where the headers, the list and the seal stand, and little of the large parts.
      fc.nat(2500),
      fc.integer({ min: bytes.length - 6000, max: bytes.length - 1 }),
    );
    try {
      await fc.assert(
        fc.asyncProperty(structure, fc.integer({ min: 1, max: 255 }), async (at, change) => {
          await handle.write(Buffer.from([bytes[at]! ^ change]), 0, 1, at);
          const refusal = await refusalOf(damaged);
          await handle.write(bytes, at, 1, at);
          expect(refusal).toMatchObject({ kind: 'invalid-input' });
        }),
        { numRuns: 400 },
      );
    } finally {
      await handle.close();
    }
    expect(await refusalOf(damaged)).toBeUndefined();
  });

  it('tells which part is damaged', async () => {
    const damaged = join(folder, 'named.tar');
    const reader = await ArchiveReader.open(path);
    const { parts } = reader.list;
    await reader.close();
    for (const part of parts) {
      const bytes = readFileSync(path);
      bytes[part.offset + part.bytes - 1]! ^= 1;
      writeFileSync(damaged, bytes);
      expect((await refusalOf(damaged))?.message).toContain(`“${part.name}”`);
    }
    const bytes = readFileSync(path);
    bytes[parts[1]!.offset - 300]! ^= 1;
    writeFileSync(damaged, bytes);
    expect((await refusalOf(damaged))?.message).toContain('表头');
  });

  it('cut short anywhere is refused, and tells how far it goes', async () => {
    const cut = join(folder, 'cut.tar');
    const whole = statSync(path).size;
    for (const size of [whole - 1, whole - 1024, whole - 2048, 80_000, 3000]) {
      copyFileSync(path, cut);
      truncateSync(cut, size);
      expect(await refusalOf(cut)).toMatchObject({
        kind: 'invalid-input',
        message: expect.stringContaining('不完整'),
      });
    }
    copyFileSync(path, cut);
    truncateSync(cut, 80_000);
    expect((await refusalOf(cut))?.message).toMatch(/files\/evaluation\.json|pax/);
  });

  it('with something after its end is refused', async () => {
    const longer = join(folder, 'longer.tar');
    writeFileSync(longer, Buffer.concat([readFileSync(path), Buffer.alloc(512)]));
    expect(await refusalOf(longer)).toMatchObject({ kind: 'invalid-input' });
  });

  it('is told from any other file', async () => {
    const other = join(folder, 'other');
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('{}'),
      Buffer.alloc(10_000),
      readFileSync(process.execPath).subarray(0, 50_000),
    ]) {
      writeFileSync(other, bytes);
      expect(await refusalOf(other)).toMatchObject({
        kind: 'invalid-input',
        message: expect.stringContaining('不是明裁的备份'),
      });
    }
    expect(await refusalOf(join(folder, 'absent'))).toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('没有这个文件'),
    });
    expect(await refusalOf(folder)).toMatchObject({ kind: 'unavailable' });
  });

  it('of a later format is refused as such', async () => {
    const later = join(folder, 'later.tar');
    await write(later, { ...list, format: 2, somethingNew: [] });
    expect(await refusalOf(later)).toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('更新的版本'),
    });
  });
});
