import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileOrder } from '../../src/dossiers/papers/file-order.ts';
import { readPapers } from '../../src/dossiers/read-papers.ts';
import type { FileText } from '../../src/files/file-text.ts';
import { plainDossier } from './plain-dossier.ts';
import { scoreDossier } from './score-dossier.ts';
import { addScores, precisionRecall } from './score-table.ts';

/** All papers of a folder bound into one file, each on pages of its own. */
function bound(files: FileText[]): FileText {
  const inOrder = files.toSorted((one, other) => fileOrder(one.file, other.file));
  let text = '';
  const pages: number[] = [];
  for (const file of inOrder) {
    pages.push(text.length);
    text += `${file.text.trimEnd()}\n`;
  }
  return { ...inOrder[0]!, file: '案卷.docx', format: 'docx', text, pages };
}

const namesIn = (set: string) =>
  readdirSync(join(import.meta.dirname, set), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [join(import.meta.dirname, set, entry.name)] : [],
  );

describe.each([
  ['set-a', 0.997],
  ['set-b', 0.99],
])('全部材料合成一个文件：%s', (set, least) => {
  it('读出与分开时同样的关键事实', () => {
    const scores = namesIn(set).map((folder) => {
      const { dossier, files } = plainDossier(folder);
      const read = readPapers([bound(files)]);
      expect(read.papers.map(({ text }) => text).join('')).toBe(bound(files).text);
      // What kind of paper a file holds has no meaning where there is one file.
      return scoreDossier({ ...dossier, papers: [] }, read);
    });
    const { precision, recall } = precisionRecall(addScores(scores));
    expect(precision).toBeGreaterThanOrEqual(least);
    expect(recall).toBeGreaterThanOrEqual(least);
  }, 60_000);
});
