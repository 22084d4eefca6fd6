import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { PAPER_KINDS } from '../cases/paper-kinds.ts';
import { readConfig } from '../config.ts';
import { type DossierOnDisk, readDossier } from '../dossiers/read-dossier.ts';
import { printResult, progressLine } from './print.ts';
import { requireWritable } from './read-input.ts';

interface Options {
  out?: string;
  json?: boolean;
}

/** `mingcai read`: the papers of a dossier into a case file, with the words that each fact rests on. */
export function readCommand(program: Command): void {
  program
    .command('read')
    .argument('<path...>', '案卷文件夹、压缩包或者材料文件 (folder, archive or files)')
    .option('--out <file>', '案件文件写到 (write the case file)')
    .option('--json', '输出一个 JSON 文档 (one JSON document)')
    .description('阅卷：由材料读出案件文件，每项事实带出处 Read papers into a case file')
    .action(async (paths: string[], options: Options) => {
      if (options.out) requireWritable(options.out);
      const read = await readWithProgress(paths);
      read.case.jurisdiction ??= readConfig().jurisdiction;
      if (options.out) writeFileSync(options.out, `${JSON.stringify(read.case, undefined, 2)}\n`);
      printResult(options, output(read), () => textOf(read));
    });
}

/** Reads with a progress line where somebody watches. */
export async function readWithProgress(paths: string[]): Promise<DossierOnDisk> {
  const progress = progressLine();
  try {
    return await readDossier(paths, {
      onProgress: ({ done, total }) => progress.report('阅卷', done, total),
    });
  } finally {
    progress.end();
  }
}

function output({
  case: file,
  papers,
  facts,
  conflicts,
  faults,
  missing,
  instructions,
  skipped,
}: DossierOnDisk) {
  return {
    case: file,
    papers: papers.map(({ id, file: name, kind, title, pages, ocr, sha256, sameAs }) => ({
      id,
      file: name,
      kind,
      title,
      pages,
      ocr,
      sha256,
      ...(sameAs ? { sameAs } : {}),
    })),
    facts,
    conflicts,
    faults,
    missing,
    instructions,
    skipped,
  };
}

function textOf({
  case: file,
  papers,
  facts,
  conflicts,
  faults,
  missing,
  instructions,
  skipped,
}: DossierOnDisk): string {
  const title = (id: string) => papers.find((paper) => paper.id === id)?.title ?? id;
  const section = (name: string, lines: string[]) =>
    lines.length > 0 ? ['', `${name}（${lines.length}）`, ...lines] : [];
  return [
    `${file.title}`,
    ...section(
      '材料',
      papers.map(
        (paper) =>
          `  ${paper.id}  ${PAPER_KINDS[paper.kind]}  ${paper.title}  （${paper.file}${paper.ocr ? '，识别自图像' : ''}）`,
      ),
    ),
    ...section(
      '事实',
      facts.map(
        ({ path, value, paper, quote }) => `  ${path} = ${value}  《${title(paper)}》“${oneLine(quote)}”`,
      ),
    ),
    ...section(
      '材料之间的矛盾',
      conflicts.map(
        ({ path, values }) =>
          `  ✕ ${path}：${values.map(({ value, paper, quote }) => `${value}（《${title(paper)}》“${oneLine(quote)}”）`).join('；')}`,
      ),
    ),
    ...section(
      '不合要求的内容',
      faults.map(
        ({ path, value, paper, expected }) => `  ? ${path} = ${value}（《${title(paper)}》）：${expected}`,
      ),
    ),
    ...section(
      '对程序说的话和看不见的文字',
      instructions.map(({ paper, quote }) => `  ! 《${title(paper)}》“${oneLine(quote)}”`),
    ),
    ...section(
      '没有读的文件',
      skipped.map(({ file: name, reason }) => `  ! ${name}：${reason}`),
    ),
    ...section(
      '材料没有载明',
      missing.map((name) => `  ? ${name}`),
    ),
  ].join('\n');
}

function oneLine(quote: string): string {
  const plain = quote.replaceAll(/\s+/g, ' ');
  return plain.length > 40 ? `${plain.slice(0, 39)}…` : plain;
}
