import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readUploads } from '../../src/files/read-uploads.ts';
import { ReadingPool } from '../../src/files/reading-pool.ts';
import { pdfOf, words } from './support/pdf-of.ts';
import { docxOf, paragraph, table, zipOf } from './support/zip-of.ts';

let pool: ReadingPool;
beforeAll(() => {
  pool = new ReadingPool({ programs: { recognises: false, converts: false }, limits: { idleMs: 10_000 } });
});
afterAll(() => pool.close());

const SOUND: Record<string, Buffer> = {
  '决定.pdf': pdfOf([words('行政处罚决定书', 60, 700), words('第二页', 60, 700)]),
  '立案.docx': docxOf(paragraph('立案审批表') + table([paragraph('案由'), paragraph('示例')])),
  '卷.zip': zipOf({ '一.txt': '立案', '二.txt': '决定' }),
  '页.html': Buffer.from('<html><body><table><tr><td style="color:#fff">一<td>二</table></body></html>'),
};

/** Some bytes of a file changed, left out or put in twice. */
const damage = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    how: fc.constantFrom('set', 'cut', 'twice'),
    value: fc.integer({ min: 0, max: 255 }),
    length: fc.integer({ min: 1, max: 64 }),
  }),
  { minLength: 1, maxLength: 6 },
);

describe('damaged files', () => {
  it('are read or named, one after the other, and never in silence', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(SOUND)), damage, async (name, changes) => {
        let bytes = Buffer.from(SOUND[name]!);
        for (const { at, how, value, length } of changes) {
          const place = Math.floor(at * bytes.length);
          if (how === 'set' && place < bytes.length) bytes[place] = value;
          const rest = bytes.subarray(how === 'cut' ? place + length : place);
          if (how === 'cut') bytes = Buffer.concat([bytes.subarray(0, place), rest]);
          if (how === 'twice') bytes = Buffer.concat([bytes.subarray(0, place + length), rest]);
        }
        const read = await readUploads([{ name, bytes }], { pool });
        for (const { file, reason } of read.skipped) {
          expect(file.startsWith(name)).toBe(true);
          expect(reason).toMatch(/\p{Script=Han}.*。$/u);
        }
        for (const { text, pages } of read.files) {
          expect(pages[0]).toBe(0);
          expect(pages.every((offset) => offset <= text.length)).toBe(true);
        }
        expect(read.files.length + read.skipped.length).toBeGreaterThan(name === '卷.zip' ? -1 : 0);
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 150) },
    );
  });
});
