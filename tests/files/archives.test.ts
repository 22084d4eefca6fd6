import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { expandArchive } from '../../src/files/expand-archive.ts';
import { FILE_LIMITS } from '../../src/files/limits.ts';
import { readFolder } from '../../src/files/read-folder.ts';
import { readUploads } from '../../src/files/read-uploads.ts';
import { ReadingPool } from '../../src/files/reading-pool.ts';
import { encodeGb18030 } from '../support/dossiers/encode-gb18030.ts';
import { renamedInZip, withZipFlag } from './support/change-zip.ts';
import { docxOf, paragraph, zipOf } from './support/zip-of.ts';

let pool: ReadingPool;
beforeAll(() => {
  pool = new ReadingPool({ programs: { recognises: false, converts: false } });
});
afterAll(() => pool.close());

const upload = (name: string, bytes: Uint8Array) => readUploads([{ name, bytes }], { pool });
const texts = ({ files }: Awaited<ReturnType<typeof upload>>) => files.map(({ file, text }) => [file, text]);

describe('an archive', () => {
  it('is opened, and its files read in natural order with their folders', async () => {
    const read = await upload(
      '案卷.zip',
      zipOf({
        '卷/立案10.txt': '十',
        '卷/立案2.docx': docxOf(paragraph('二')),
        '卷/立案1.txt': '一',
        '卷/.DS_Store': 'x',
        '__MACOSX/卷/._立案1.txt': 'x',
      }),
    );
    expect(texts(read)).toEqual([
      ['案卷.zip/卷/立案1.txt', '一'],
      ['案卷.zip/卷/立案2.docx', '二'],
      ['案卷.zip/卷/立案10.txt', '十'],
    ]);
    expect(read.skipped).toEqual([]);
  });

  it('may hold one more archive, but not a third inside that', async () => {
    const third = zipOf({ '三.txt': '三' });
    const second = zipOf({ '二.txt': '二', '三.zip': third });
    const read = await upload('一.zip', zipOf({ '一.txt': '一', '二.zip': second }));
    expect(texts(read)).toEqual([
      ['一.zip/一.txt', '一'],
      ['一.zip/二.zip/二.txt', '二'],
    ]);
    expect(read.skipped).toEqual([
      { file: '一.zip/二.zip/三.zip', reason: '压缩包套得太深或内容不明，没有打开，请解开后重新放入。' },
    ]);
  });

  it('has names in GB18030 where it does not say that they are in UTF-8', async () => {
    const bytes = renamedInZip(zipOf({ 'aaaaaaaa.txt': '正文' }), 'aaaaaaaa', encodeGb18030('立案审批'));
    expect(texts(await upload('卷.zip', bytes))).toEqual([['卷.zip/立案审批.txt', '正文']]);
  });

  it.each([
    ['climbs out', '../../外面.txt', '压缩包里的路径指向包外，疑为恶意文件，没有读取。'],
    [
      'climbs out by the other stroke',
      '卷\\..\\..\\外面.txt',
      '压缩包里的路径指向包外，疑为恶意文件，没有读取。',
    ],
    ['begins at the root', '/etc/外面.txt', '压缩包里的路径指向包外，疑为恶意文件，没有读取。'],
    ['names a drive', 'C:/外面.txt', '压缩包里的路径指向包外，疑为恶意文件，没有读取。'],
  ])('does not give a file whose path %s; the others are read', async (_, name, reason) => {
    const read = await upload('卷.zip', zipOf({ [name]: '不该读', '立案.txt': '一' }));
    expect(texts(read)).toEqual([['卷.zip/立案.txt', '一']]);
    expect(read.skipped).toEqual([{ file: expect.stringContaining('外面.txt'), reason }]);
  });

  it('does not give a link', async () => {
    const bytes = withZipFlag(zipOf({ '链接.txt': '/etc/passwd' }), { mode: 0o120777 });
    const read = await upload('卷.zip', bytes);
    expect(read.files).toEqual([]);
    expect(read.skipped).toEqual([
      { file: '卷.zip/链接.txt', reason: '是压缩包里的链接，不予跟随，请把文件本身放进来。' },
    ]);
  });

  it('does not give a file with a password', async () => {
    const read = await upload('卷.zip', withZipFlag(zipOf({ '立案.txt': '一' }), { encrypted: true }));
    expect(read.skipped).toEqual([
      { file: '卷.zip/立案.txt', reason: '压缩包里的这个文件有密码，不能读取，请去掉密码后重新压缩。' },
    ]);
  });

  it('gives the first of two files of one name', async () => {
    const bytes = renamedInZip(zipOf({ 'a.txt': '一', 'b.txt': '二' }), 'b', Buffer.from('a'));
    const read = await upload('卷.zip', bytes);
    expect(texts(read)).toEqual([['卷.zip/a.txt', '一']]);
    expect(read.skipped).toEqual([
      { file: '卷.zip/a.txt', reason: '压缩包里有同名文件，只读取了第一个，请改名后重新压缩。' },
    ]);
  });

  it('is refused when it is broken', async () => {
    const read = await upload('卷.zip', zipOf({ 'a.txt': '一'.repeat(500) }).subarray(0, 60));
    expect(read.skipped).toEqual([{ file: '卷.zip', reason: '压缩包已损坏或不完整，请重新压缩后再放入。' }]);
  });

  it('leaves nothing on the disk', async () => {
    const waiting = () => readdirSync(tmpdir()).filter((name) => name.startsWith('mingcai-reading-'));
    const before = waiting();
    await upload('卷.zip', zipOf({ 'a.txt': '一' }));
    expect(waiting().filter((name) => !before.includes(name))).toEqual([]);
  });
});

describe('where archives are opened', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'archives-'));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('a disk without room is named as the reason, not the file', async () => {
    const handle = await open(join(folder, 'any'), 'w');
    await handle.close();
    const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    vi.spyOn(Object.getPrototypeOf(handle), 'writeFile').mockRejectedValue(full);
    const task = { do: 'expand', file: '卷.zip', source: { path: Buffer.from('') }, folder } as const;
    const bytes = Buffer.from(zipOf({ '立案.txt': '一' }));
    await expect(expandArchive({ ...task, mostFiles: 10, mostBytes: 1000 }, bytes, FILE_LIMITS)).rejects.toBe(
      full,
    );
  });

  it('a place that is not there is refused with what to do', async () => {
    vi.stubEnv('TMPDIR', join(folder, '没有'));
    await expect(upload('卷.zip', zipOf({ '立案.txt': '一' }))).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('请检查磁盘空间和权限'),
    });
  });

  it('what a killed process left goes after a day, what another one uses stays', async () => {
    vi.stubEnv('TMPDIR', folder);
    for (const name of ['mingcai-reading-old', 'mingcai-reading-new', 'other']) mkdirSync(join(folder, name));
    const longAgo = new Date(Date.now() - 25 * 3_600_000);
    for (const name of ['mingcai-reading-old', 'other']) utimesSync(join(folder, name), longAgo, longAgo);
    await upload('卷.zip', zipOf({ '立案.txt': '一' }));
    expect(existsSync(join(folder, 'mingcai-reading-old'))).toBe(false);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['mingcai-reading-new', 'other']));
  });
});

describe('archives beyond a limit', () => {
  it('that grow beyond measure are not inflated', async () => {
    const bomb = zipOf({ '零.txt': Buffer.alloc(64 * 2 ** 20), '后.txt': '后' });
    expect(bomb.length).toBeLessThan(100_000);
    const read = await upload('弹.zip', bomb);
    expect(read.files.map(({ file }) => file)).not.toContain('弹.zip/零.txt');
    expect(read.skipped).toContainEqual({
      file: '弹.zip/零.txt',
      reason: '“零.txt”解压后是压缩前的 100 倍以上，疑为损坏或恶意的压缩包。',
    });
  });

  it('that lie about their size are stopped at the same place', async () => {
    const bomb = withZipFlag(zipOf({ '零.txt': Buffer.alloc(64 * 2 ** 20) }), { claimedSize: 1000 });
    const read = await upload('弹.zip', bomb);
    expect(read.files).toEqual([]);
    expect(read.skipped[0]).toMatchObject({ file: '弹.zip/零.txt' });
  });

  it('that hold too many files or too much are read in part, and the rest named', async () => {
    const small = new ReadingPool({
      limits: { files: 2, totalBytes: 2000 },
      programs: { recognises: false, converts: false },
    });
    try {
      const many = await readUploads(
        [{ name: '卷.zip', bytes: zipOf({ '1.txt': '一', '2.txt': '二', '3.txt': '三' }) }],
        { pool: small },
      );
      expect(texts(many).map(([file]) => file)).toEqual(['卷.zip/1.txt', '卷.zip/2.txt']);
      expect(many.skipped).toEqual([
        { file: '卷.zip/3.txt', reason: '文件数量超过限制，没有读取，请分批放入。' },
      ]);
      const large = await readUploads(
        [
          { name: '1.txt', bytes: Buffer.alloc(1500, 97) },
          { name: '2.txt', bytes: Buffer.alloc(1500, 97) },
        ],
        { pool: small },
      );
      expect(large.skipped).toEqual([{ file: '2.txt', reason: expect.stringMatching(/^材料合计超过/) }]);
    } finally {
      await small.close();
    }
  });
});

describe('a folder', () => {
  it('is read with the folders in it, links left aside', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dossier-'));
    const { mkdirSync, symlinkSync } = await import('node:fs');
    try {
      mkdirSync(join(folder, '卷一'));
      writeFileSync(join(folder, '卷一', '立案.txt'), '立案');
      writeFileSync(join(folder, '卷一', '~$立案.docx'), 'x');
      writeFileSync(join(folder, '空.txt'), '');
      writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), encodeGb18030('决定.txt')]), '决定');
      symlinkSync('/etc/hostname', join(folder, '外.txt'));
      symlinkSync('/etc', join(folder, '外面'));
      const progress: string[] = [];
      const read = await readFolder(folder, {
        pool,
        onProgress: ({ file, done, total }) => progress.push(`${done}/${total} ${file}`),
      });
      expect(texts(read)).toEqual([
        ['决定.txt', '决定'],
        ['卷一/立案.txt', '立案'],
      ]);
      const reason = '是指向别处的链接，不予跟随，请把文件本身放进来。';
      expect(read.skipped).toEqual([
        { file: '外.txt', reason },
        { file: '外面', reason },
        { file: '空.txt', reason: '文件是空的（0 字节），请核对后重新放入。' },
      ]);
      expect(progress).toHaveLength(2);
      expect(progress.at(-1)).toMatch(/^2\/2 /);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('that is deeper than a path may be long is read as far as it goes, the rest named', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dossier-'));
    const here = process.cwd();
    try {
      writeFileSync(join(folder, '立案.txt'), '立案');
      process.chdir(folder);
      for (let depth = 0; depth < 30; depth += 1) {
        mkdirSync('卷'.repeat(60));
        process.chdir('卷'.repeat(60));
      }
      const read = await readFolder(folder, { pool });
      expect(texts(read)).toEqual([['立案.txt', '立案']]);
      expect(read.skipped).toEqual([
        { file: expect.stringMatching(/^卷/), reason: expect.stringContaining('文件夹套得太深') },
      ]);
    } finally {
      process.chdir(here);
      rmSync(folder, { recursive: true });
    }
  });

  it('that is not there is refused', async () => {
    await expect(readFolder('/没有/这个/文件夹', { pool })).rejects.toMatchObject({ kind: 'not-found' });
  });
});
