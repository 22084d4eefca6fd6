import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../../src/db/make-folder.ts';
import { openDatabase } from '../../src/db/open-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingcai-folder-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

if (!existsSync('/proc/self')) console.info('tests/db/make-folder: 没有 /proc，跳过不可新建文件夹的一例');

describe('making the data folder', () => {
  it('makes what lacks above it, for its owner alone, and minds nothing that is there', async () => {
    const deep = join(folder, 'a', 'b', 'c');
    await makeFolder(deep, 0o700);
    await makeFolder(deep, 0o700);
    expect(statSync(deep).mode & 0o777).toBe(0o700);
  });

  it('refuses where a file stands in the way', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(makeFolder(join(folder, 'file'), 0o700)).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(makeFolder(join(folder, 'file', 'below'), 0o700)).rejects.toMatchObject({ code: 'ENOTDIR' });
    await expect(openDatabase({ dataFolder: join(folder, 'file') })).rejects.toMatchObject({
      kind: 'unavailable',
    });
  });

  it.skipIf(!existsSync('/proc/self'))(
    'says so, instead of trying for ever, where nothing can be made',
    async () => {
      await expect(openDatabase({ dataFolder: '/proc/nope' })).rejects.toMatchObject({
        kind: 'unavailable',
        message: expect.stringContaining('MINGCAI_DATA'),
      });
      await expect(openDatabase({ dataFolder: '/proc/nope/deeper' })).rejects.toMatchObject({
        kind: 'unavailable',
      });
    },
  );
});
