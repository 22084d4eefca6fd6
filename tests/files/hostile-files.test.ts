import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFolder } from '../../src/files/read-folder.ts';
import { readUploads } from '../../src/files/read-uploads.ts';
import { ReadingPool } from '../../src/files/reading-pool.ts';
import { oleOf } from './support/ole-of.ts';
import { pdfOf, pdfOfObjects, words } from './support/pdf-of.ts';
import { docxOf, paragraph, zipOf } from './support/zip-of.ts';

const MB = 2 ** 20;
let pool: ReadingPool;
beforeAll(() => {
  pool = new ReadingPool({ programs: { recognises: false, converts: false }, limits: { idleMs: 4000 } });
});
afterAll(() => pool.close());

const upload = (name: string, bytes: Uint8Array) => readUploads([{ name, bytes }], { pool });
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const LOCKED = pdfOf([words('正文', 60, 700)], {
  extra: [`<</Filter/Standard/V 1/R 2/P -4/O<${'11'.repeat(32)}>/U<${'22'.repeat(32)}>>>`],
  trailer: `/Encrypt 7 0 R/ID[<${'33'.repeat(16)}><${'33'.repeat(16)}>]`,
});

describe('a file that is not read', () => {
  it.each([
    ['empty', '空.txt', Buffer.alloc(0), /^文件是空的/],
    ['locked with a password, PDF', '锁.pdf', LOCKED, /^PDF 有密码，不能读取，请去掉密码后重新放入。$/],
    [
      'locked with a password, Word',
      '锁.docx',
      oleOf('EncryptionInfo', 'EncryptedPackage'),
      /^Word 文件有密码/,
    ],
    ['an old Word file without a converter', '旧.doc', oleOf('WordDocument', '1Table'), /没有安装转换程序/],
    ['a table', '表.xls', oleOf('Workbook'), /^是 Excel 表格/],
    ['a .docx that is no archive', '假.docx', Buffer.from('只是文字'), /^扩展名是 \.docx，内容却不是/],
    ['a picture that is none', '假.png', Buffer.from('只是文字'), /^扩展名是 \.png，内容却不是/],
    [
      'an archive of something else',
      '假.docx',
      zipOf({ '[Content_Types].xml': '', 'xl/workbook.xml': '' }),
      /^是 Excel 表格/,
    ],
    [
      'a Word file cut short',
      '断.docx',
      docxOf(paragraph('正文'.repeat(400))).subarray(0, 300),
      /已损坏或不完整/,
    ],
    [
      'a Word file with broken parts',
      '坏.docx',
      zipOf({ '[Content_Types].xml': '', 'word/document.xml': Buffer.from([0, 1, 2, 0xff]) }),
      /^不是完整的 Word 文件/,
    ],
    [
      'a PDF cut short',
      '断.pdf',
      pdfOf([words('正文', 60, 700)]).subarray(0, 120),
      /^PDF 文件已损坏|内部结构有误/,
    ],
    ['only the beginning of a PDF', '假.pdf', Buffer.from('%PDF-1.7\n别的什么'), /^PDF 文件已损坏/],
    ['a picture cut short', '断.png', PNG.subarray(0, 12), /^图片已损坏/],
    [
      'a huge picture',
      '大.png',
      Buffer.concat([PNG.subarray(0, 16), Buffer.from('000186a0000186a0', 'hex'), PNG.subarray(24)]),
      /像素的限制/,
    ],
    ['a program', '程序.txt', Buffer.concat([Buffer.from('4d5a9000', 'hex'), Buffer.alloc(200)]), /^是程序/],
    ['a recording', '执法录像.mp4', Buffer.from('\0\0\0\x18ftypisom\0\0\0\0', 'latin1'), /^是音像文件/],
    ['an archive of another kind', '卷.rar', Buffer.from('Rar!\x1a\x07\x01\0', 'latin1'), /请改用 zip/],
    ['bytes of nothing', '乱.txt', Buffer.from([0, 1, 2, 3, 0xff, 0xfe, 0xfd]), /^不是文字文件/],
    [
      'marked as secret',
      '密.docx',
      docxOf(paragraph('机密★5年') + paragraph('某案')),
      /^首页标有密级（机密）/,
    ],
    [
      'marked as secret, PDF',
      '密.pdf',
      pdfOf([words('绝 密', 60, 780), words('第二页', 60, 700)]),
      /^首页标有密级（绝密）/,
    ],
  ])('is named with its reason: %s', async (_, name, bytes, reason) => {
    const read = await upload(name, bytes);
    expect(read.files).toEqual([]);
    expect(read.skipped).toEqual([{ file: name, reason: expect.stringMatching(reason) }]);
    expect(read.skipped[0]!.reason).toMatch(/。$/);
  });

  it('tells nothing of what a secret paper says', async () => {
    const read = await upload('密.txt', Buffer.from('秘密★长期\n某某人的事'));
    expect(JSON.stringify(read)).not.toContain('某某人');
  });

  it('has two gigabytes, and is not even opened', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dossier-'));
    try {
      const path = join(folder, '大.pdf');
      writeFileSync(path, '%PDF-1.7\n');
      truncateSync(path, 2 * 2 ** 30);
      const began = Date.now();
      const read = await readFolder(folder, { pool });
      expect(read.skipped).toEqual([
        {
          file: '大.pdf',
          reason: '文件有 2048 MB，超过 100 MB 的限制，没有读取，请拆分或压缩图片后重新放入。',
        },
      ]);
      expect(Date.now() - began).toBeLessThan(2000);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('has ten thousand pages', async () => {
    const read = await upload('厚.pdf', pdfOf(Array.from({ length: 10_000 }, () => '')));
    expect(read.skipped).toEqual([
      { file: '厚.pdf', reason: 'PDF 有 10000 页，超过 1000 页的限制，请拆分后重新放入。' },
    ]);
  });

  it('claims few pages and has many', async () => {
    const bytes = Buffer.from(
      pdfOf(Array.from({ length: 1200 }, () => ''))
        .toString('latin1')
        .replace('/Count 1200', '/Count 0003'),
      'latin1',
    );
    const read = await upload('厚.pdf', bytes);
    expect(read.files.every(({ pages }) => pages.length <= 1000)).toBe(true);
  });
});

describe('a picture under another name', () => {
  it.each(['章.docx', '章.pdf', '章.txt'])('is read as the picture that it is: %s', async (name) => {
    const read = await upload(name, PNG);
    expect(read.files).toMatchObject([{ file: name, format: 'image', text: '' }]);
    expect(read.skipped).toEqual([
      { file: name, reason: expect.stringMatching(/^是扫描件或图片，本机没有安装/) },
    ]);
  });
});

describe('a file that runs in circles', () => {
  it('by its tree of pages', async () => {
    const ring = pdfOfObjects([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 5>>',
      '<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 5>>',
    ]);
    const read = await upload('环.pdf', ring);
    expect(read.files).toEqual([]);
    expect(read.skipped).toMatchObject([{ file: '环.pdf' }]);
  });

  it('by its tables of places', async () => {
    const bytes = pdfOf([words('正文', 60, 700)]).toString('latin1');
    const at = bytes.lastIndexOf('xref\n0');
    const ring = bytes.replace('/Root 1 0 R', `/Root 1 0 R/Prev ${at}`);
    const read = await upload('环.pdf', Buffer.from(ring, 'latin1'));
    expect(read.files.map(({ text }) => text).concat(read.skipped.map(({ reason }) => reason))).toHaveLength(
      1,
    );
  });

  it('by forms that draw one another, twice at each turn', async () => {
    const count = 40;
    const forms = Array.from({ length: count }, (_, at) => ({
      dictionary: `/Type/XObject/Subtype/Form/BBox[0 0 600 900]/Resources<</XObject<</X ${Math.min(8 + at, 6 + count)} 0 R>>>>`,
      stream: '/X Do /X Do',
    }));
    const bytes = pdfOf(['/X Do'], { extra: forms, resources: '/XObject<</X 7 0 R>>' });
    const read = await upload('环.pdf', bytes);
    expect(read.files.length + read.skipped.length).toBe(1);
  });

  it('by XML that nests without end', async () => {
    const read = await upload('深.docx', docxOf(`${'<w:tbl>'.repeat(5000)}${'</w:tbl>'.repeat(5000)}`));
    expect(read.skipped).toMatchObject([{ file: '深.docx', reason: expect.stringMatching(/嵌套过深/) }]);
  });
});

describe('while hostile files are read', () => {
  /** A page whose content inflates to hundreds of megabytes. */
  const bloated = () => {
    const stream = deflateSync(Buffer.alloc(300 * MB, '0 0 m '), { level: 9 });
    return pdfOfObjects([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>',
      { dictionary: '/Filter/FlateDecode', stream },
    ]);
  };

  it('other work goes on, memory stays bounded, and the next file is read', async () => {
    const bytes = bloated();
    expect(bytes.length).toBeLessThan(2 * MB);
    const before = process.memoryUsage.rss();
    let [last, longest, most] = [performance.now(), 0, 0];
    const ticking = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      most = Math.max(most, process.memoryUsage.rss() - before);
      last = now;
    }, 20);
    try {
      const read = await readUploads(
        [
          { name: '1.pdf', bytes },
          { name: '2.pdf', bytes },
          { name: '3.txt', bytes: Buffer.from('好的') },
        ],
        { pool },
      );
      expect(read.files.map(({ file, text }) => [file, text])).toEqual([['3.txt', '好的']]);
      expect(read.skipped.map(({ file }) => file)).toEqual(['1.pdf', '2.pdf']);
      for (const { reason } of read.skipped) expect(reason).toMatch(/已停止读取/);
    } finally {
      clearInterval(ticking);
    }
    expect(longest).toBeLessThan(500);
    expect(most).toBeLessThan(1500 * MB);
    expect((await upload('后.txt', Buffer.from('之后'))).files).toHaveLength(1);
  });
});
