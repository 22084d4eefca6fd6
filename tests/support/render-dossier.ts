import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { parse } from 'yaml';
import * as z from 'zod';
import { PAPER_KIND_NAMES } from '../../src/cases/paper-kinds.ts';
import { encodeGb18030 } from './dossiers/encode-gb18030.ts';
import { paperAsDocx } from './dossiers/paper-as-docx.ts';
import { paperAsHtml } from './dossiers/paper-as-html.ts';
import { paperAsMarkdown, paperAsText } from './dossiers/paper-as-text.ts';
import { type Block, paperBlocks } from './dossiers/paper-blocks.ts';
import { canPrint, openPrinter, printPaper, scanPaper } from './dossiers/print-paper.ts';

/** Raise it when a change of the renderer must reach papers that were rendered before. */
const EDITION = 2;
const CACHE = resolve(import.meta.dirname, '../../node_modules/.cache/dossiers');

const FORMATS = ['docx', 'pdf', 'scan', 'gb18030', 'txt', 'html', 'md'] as const;
type Format = (typeof FORMATS)[number];

const dossier = z.strictObject({
  id: z.string(),
  note: z.string(),
  papers: z
    .array(
      z.strictObject({
        source: z.string(),
        file: z.string(),
        format: z.enum(FORMATS),
        kinds: z.array(z.enum(PAPER_KIND_NAMES)).min(1),
      }),
    )
    .min(1),
  truth: z.record(z.string(), z.unknown()),
  conflicts: z.array(z.strictObject({ path: z.string(), values: z.array(z.unknown()).min(2) })).optional(),
});

/** A dossier for tests: its papers, and what they literally state as part of a case file. */
export type TestDossier = z.infer<typeof dossier>;

/** Reads `dossier.yaml` of a folder. */
export function testDossier(folder: string): TestDossier {
  return dossier.parse(parse(readFileSync(join(folder, 'dossier.yaml'), 'utf8')));
}

/**
 * Makes the real files of a dossier in `outFolder`: names in the order of the papers. Without a browser the PDF and
 * scanned papers are left out and named in `leftOut`. Rendered bytes are kept by the hash of their source.
 */
export async function renderDossier(
  folder: string,
  outFolder: string,
): Promise<{ files: string[]; leftOut: string[] }> {
  mkdirSync(outFolder, { recursive: true });
  mkdirSync(CACHE, { recursive: true });
  const files: string[] = [];
  const leftOut: string[] = [];
  const printer = new Printer();
  try {
    for (const paper of testDossier(folder).papers) {
      const source = readFileSync(join(folder, paper.source), 'utf8');
      const bytes = await rendered(source, paper.format, printer);
      if (bytes) {
        writeFileSync(join(outFolder, paper.file), bytes);
        files.push(paper.file);
      } else leftOut.push(paper.file);
    }
  } finally {
    await printer.close();
  }
  return { files, leftOut };
}

async function rendered(source: string, format: Format, printer: Printer): Promise<Buffer | undefined> {
  const key = createHash('sha256').update(`${EDITION}\n${format}\n${source}`).digest('hex');
  const kept = join(CACHE, key);
  if (existsSync(kept)) return readFileSync(kept);
  const bytes = await render(paperBlocks(source), format, printer);
  // In one step: another test may look for the same paper meanwhile.
  if (bytes) {
    const draft = `${kept}.${process.pid}.${randomUUID()}`;
    writeFileSync(draft, bytes);
    renameSync(draft, kept);
  }
  return bytes;
}

async function render(blocks: Block[], format: Format, printer: Printer): Promise<Buffer | undefined> {
  switch (format) {
    case 'docx':
      return paperAsDocx(blocks);
    case 'txt':
      return Buffer.from(paperAsText(blocks));
    case 'gb18030':
      return encodeGb18030(paperAsText(blocks));
    case 'md':
      return Buffer.from(paperAsMarkdown(blocks));
    case 'html':
      return Buffer.from(paperAsHtml(blocks));
    case 'pdf':
      return canPrint() ? printPaper(await printer.open(), blocks) : undefined;
    case 'scan':
      return canPrint() ? scanPaper(await printer.open(), blocks) : undefined;
  }
}

/** One browser for a dossier, started only when a paper is not kept yet. */
class Printer {
  private browser: Browser | undefined;

  async open(): Promise<Browser> {
    this.browser ??= await openPrinter();
    return this.browser;
  }

  async close(): Promise<void> {
    await this.browser?.close();
  }
}
