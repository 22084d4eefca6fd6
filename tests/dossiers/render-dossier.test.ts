import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import mammoth from 'mammoth';
import { afterAll, describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../support/dossiers/encode-gb18030.ts';
import { paperBlocks } from '../support/dossiers/paper-blocks.ts';
import { canPrint } from '../support/dossiers/print-paper.ts';
import { renderDossier, testDossier } from '../support/render-dossier.ts';

const SETS = resolve(import.meta.dirname, 'set-a');
const out = mkdtempSync(join(tmpdir(), 'dossier-'));
afterAll(() => rmSync(out, { recursive: true }));

describe('一份试验用的案卷', () => {
  it('变成真实的文件，没有浏览器时说明少了哪些', async () => {
    const folder = join(SETS, 'tobacco-other-supplier');
    const { files, leftOut } = await renderDossier(folder, out);
    const named = testDossier(folder).papers.map((paper) => paper.file);
    expect([...files, ...leftOut].sort()).toEqual([...named].sort());
    expect(readdirSync(out).sort()).toEqual([...files].sort());
    expect(leftOut).toEqual(canPrint() ? [] : named.filter((name) => name.startsWith('扫描件')));
    if (canPrint()) {
      const scan = readFileSync(join(out, '扫描件A.pdf'));
      expect(scan.subarray(0, 5).toString()).toBe('%PDF-');
      expect(scan.includes('/DCTDecode')).toBe(true);
      expect(scan.includes('/Font')).toBe(false);
    }
  });

  it('文字处理文件带标题和表格，文本文件用国标编码', async () => {
    const folder = join(SETS, 'statistics-summary-late');
    await renderDossier(folder, out);
    const { value } = await mammoth.extractRawText({ path: join(out, '2-当场处罚决定.docx') });
    expect(value).toContain('禾统当罚字〔2023〕3号');
    const bytes = readFileSync(join(out, '3-备案.txt'));
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
    expect(new TextDecoder('gb18030').decode(bytes)).toContain('警告');
  });

  it('每份案卷的来源文件都在，没有多余，文件里的页数与材料种类数相同', () => {
    for (const slug of readdirSync(SETS)) {
      const folder = join(SETS, slug);
      const { id, papers } = testDossier(folder);
      expect(id).toBe(slug);
      expect(
        readdirSync(join(folder, 'papers'))
          .map((name) => `papers/${name}`)
          .sort(),
      ).toEqual(papers.map((paper) => paper.source).sort());
      for (const { source, kinds } of papers) {
        const blocks = paperBlocks(readFileSync(join(folder, source), 'utf8'));
        const breaks = blocks.filter((block) => block.kind === 'page-break').length;
        expect([slug, source, breaks + 1]).toEqual([slug, source, kinds.length]);
      }
    }
  });

  it('国标编码之外的字被拒绝', () => {
    expect(encodeGb18030('处罚〔2025〕1号').toString('hex')).toContain('b4a6b7a3');
    expect(() => encodeGb18030('𠮷')).toThrow(RangeError);
  });
});
