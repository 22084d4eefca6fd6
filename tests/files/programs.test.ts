import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readUploads } from '../../src/files/read-uploads.ts';
import { ReadingPool } from '../../src/files/reading-pool.ts';
import { findPrograms } from '../../src/files/run-program.ts';
import { oleOf } from './support/ole-of.ts';
import { pdfOf } from './support/pdf-of.ts';
import { docxOf, paragraph } from './support/zip-of.ts';

/** Programs of our own in the place of those of the machine. */
let folder: string;
const path = process.env.PATH;
const program = (name: string, script: string) => {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'programs-'));
  writeFileSync(join(folder, 'converted.docx'), docxOf(paragraph('立案审批表')));
  process.env.PATH = `${folder}${delimiter}${path}`;
});
afterAll(() => {
  process.env.PATH = path;
  rmSync(folder, { recursive: true });
});

const read = async (name: string, bytes: Buffer, limits = {}) => {
  const pool = new ReadingPool({ limits, threads: 1 });
  try {
    return await readUploads([{ name, bytes }], { pool });
  } finally {
    await pool.close();
  }
};
const DOC = oleOf('WordDocument', '1Table');
const SCAN = pdfOf(['595 0 0 842 0 0 cm /P Do'], {
  extra: [
    {
      dictionary: '/Type/XObject/Subtype/Image/Width 100/Height 100/ColorSpace/DeviceGray/BitsPerComponent 8',
      stream: Buffer.alloc(10_000, 200),
    },
  ],
  resources: '/XObject<</P 7 0 R>>',
});

describe('an old Word file', () => {
  it('is converted where a converter is installed', async () => {
    program('soffice', `[ "$1" = --version ] || cp ${folder}/converted.docx "$7/paper.docx"`);
    const { files, skipped } = await read('旧.doc', DOC);
    expect(files).toMatchObject([{ file: '旧.doc', format: 'doc', text: '立案审批表' }]);
    expect(skipped).toEqual([]);
  });

  it('is refused when the conversion fails or hangs', async () => {
    const reason = expect.stringMatching(/^旧式 Word 文件转换失败/);
    program('soffice', '[ "$1" = --version ] || exit 1');
    expect((await read('旧.doc', DOC)).skipped).toEqual([{ file: '旧.doc', reason }]);
    program('soffice', '[ "$1" = --version ] || exec sleep 60');
    expect((await read('旧.doc', DOC, { convertMs: 500 })).skipped).toEqual([{ file: '旧.doc', reason }]);
  });
});

describe('the recognition of words', () => {
  it('is only used with simplified Chinese', async () => {
    program('tesseract', 'echo eng');
    expect((await findPrograms()).recognises).toBe(false);
    program('tesseract', 'echo chi_sim');
    expect((await findPrograms()).recognises).toBe(true);
  });

  it('that hangs costs its page, and is ended', async () => {
    program('tesseract', '[ "$1" = --list-langs ] && echo chi_sim && exit\nexec sleep 60');
    const began = Date.now();
    const { files, skipped } = await read('扫描.pdf', SCAN, { ocrMs: 500 });
    expect(files).toMatchObject([{ file: '扫描.pdf', text: '', ocr: false }]);
    expect(skipped).toEqual([
      { file: '扫描.pdf', reason: expect.stringMatching(/^第1页：扫描页的文字识别失败或超时/) },
    ]);
    expect(Date.now() - began).toBeLessThan(20_000);
  });
});
