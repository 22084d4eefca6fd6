import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Paper } from '../../src/dossiers/paper.ts';
import type { FileText } from '../../src/files/file-text.ts';
import { paperAsText } from '../support/dossiers/paper-as-text.ts';
import { paperBlocks } from '../support/dossiers/paper-blocks.ts';
import { type TestDossier, testDossier } from '../support/render-dossier.ts';

/**
 * A dossier for tests with the text of its files as a reader of plain text would give it, whatever their format.
 * `edited` may change the source of each file, given by its number from 1.
 */
export function plainDossier(
  folder: string,
  edited = (source: string, _number: number): string => source,
): { dossier: TestDossier; files: FileText[] } {
  const dossier = testDossier(folder);
  const files = dossier.papers.map(({ source, file }, index): FileText => {
    const written = edited(readFileSync(join(folder, source), 'utf8'), index + 1);
    const text = paperAsText(paperBlocks(written)).replaceAll('\r\n', '\n');
    const sha256 = createHash('sha256').update(text).digest('hex');
    return { file, format: 'txt', sha256, text, pages: [0], ocr: false, hidden: [] };
  });
  return { dossier, files };
}

/**
 * The papers of the files with the kinds that the author gives them: measures the readers apart from the splitting of
 * files. A file of several papers is split at its page breaks.
 */
export function papersAsGiven(dossier: TestDossier, files: readonly FileText[]): Paper[] {
  let id = 0;
  return files.flatMap((file, index) => {
    const kinds = dossier.papers[index]?.kinds ?? [];
    const parts = file.text.split('\f');
    const texts = parts.length === kinds.length ? parts : [file.text];
    let offset = 0;
    return texts.map((text, part): Paper => {
      const own = offset;
      offset += text.length + 1;
      const title = text.trim().split('\n')[0]?.trim() || '无题';
      const { sha256, ocr } = file;
      id += 1;
      return {
        id: `p${id}`,
        file: file.file,
        kind: kinds[part] ?? 'other',
        title,
        text,
        offset: own,
        pages: [1, 1],
        sha256,
        ocr,
        hidden: [],
      };
    });
  });
}
