import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepOriginal, pathOfOriginal, readOriginal } from '../../src/dossiers/originals.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'originals-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('材料原件', () => {
  it('存什么读什么，同样的字节只存一份', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 2000 }), async (bytes) => {
        const sha256 = await keepOriginal(folder, bytes);
        expect(await keepOriginal(folder, bytes)).toBe(sha256);
        expect(new Uint8Array(await readOriginal(folder, sha256))).toEqual(bytes);
        const beside = readdirSync(join(folder, 'files', sha256.slice(0, 2)));
        expect(beside.filter((name) => name.includes(sha256))).toEqual([sha256]);
      }),
      { numRuns: 40 },
    );
  });

  it('被改动的、不在了的，说明是哪一份和怎么办', async () => {
    const sha256 = await keepOriginal(folder, Buffer.from('示例材料'));
    const path = pathOfOriginal(folder, sha256);
    chmodSync(path, 0o600);
    writeFileSync(path, `${readFileSync(path, 'utf8')}改动`);
    await expect(readOriginal(folder, sha256)).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('摘要不符'),
    });
    rmSync(path);
    await expect(readOriginal(folder, sha256)).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('备份'),
    });
  });

  it('数据文件夹写不进时不留半个文件，并说明', async () => {
    const blocked = join(folder, 'blocked');
    writeFileSync(blocked, '这里是一个文件，不是文件夹');
    await expect(keepOriginal(blocked, Buffer.from('示例'))).rejects.toThrow();
    // A file system without room for a byte.
    await expect(keepOriginal('/proc/self', Buffer.from('示例'))).rejects.toThrow();
    expect(readFileSync(blocked, 'utf8')).toBe('这里是一个文件，不是文件夹');
  });
});
