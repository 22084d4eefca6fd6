import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileText } from '../../src/files/file-text.ts';
import type { ReadOptions } from '../../src/files/read-files.ts';
import { readFolder } from '../../src/files/read-folder.ts';
import { renderDossier, type TestDossier } from '../support/render-dossier.ts';
import { plainDossier } from './plain-dossier.ts';

/**
 * A dossier for tests from its real files: rendered, then read as any folder is. What cannot be rendered or read here
 * (no browser, no OCR) is taken from its source and named in `replaced`.
 */
export async function realDossier(
  folder: string,
  options: ReadOptions = {},
): Promise<{ dossier: TestDossier; files: FileText[]; replaced: string[] }> {
  const { dossier, files: plain } = plainDossier(folder);
  const out = await mkdtemp(join(tmpdir(), 'dossier-'));
  try {
    await renderDossier(folder, out);
    const { files } = await readFolder(out, options);
    const read = new Map(files.map((file) => [file.file, file]));
    const replaced = plain.filter(({ file }) => !read.has(file)).map(({ file }) => file);
    return { dossier, files: plain.map((file) => read.get(file.file) ?? file), replaced };
  } finally {
    await rm(out, { recursive: true });
  }
}
