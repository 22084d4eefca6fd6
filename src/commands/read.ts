import { statSync, writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { PAPER_KINDS } from '../cases/paper-kinds.ts';
import { readConfig } from '../config.ts';
import { type DossierOnDisk, readDossier } from '../dossiers/read-dossier.ts';
import { AppError } from '../errors.ts';
import { type Chat, openChat } from '../models/open-chat.ts';
import { leaveByExit } from './leave-by-exit.ts';
import { printResult, progressLine, writeAll } from './print.ts';
import { profileFor } from './profile-for.ts';
import { dossiersIn, readDossiers } from './read-dossiers.ts';
import { requireWritable } from './read-input.ts';
import { wrongUsage } from './usage-words.ts';

interface Options {
  out?: string;
  batch?: string;
  /** `--no-model`: the rules alone, though a model is configured. */
  model?: boolean;
  json?: boolean;
}

/** `mingcai read`: the papers of a dossier into a case file, with the words that each fact rests on. */
export function readCommand(program: Command): void {
  program
    .command('read')
    .argument('[path...]', '案卷文件夹、压缩包或者材料文件 (folder, archive or files)')
    .option(
      '--batch <folder>',
      '批量：文件夹里每个文件夹或者压缩包是一个案卷，结果为 JSON lines (many dossiers)',
    )
    .option('--out <file>', '案件文件写到 (write the case file)')
    .option('--no-model', '即使配置了模型也只用规则 (rules only)')
    .option('--json', '输出一个 JSON 文档 (one JSON document)')
    .description('阅卷：由材料读出案件文件，每项事实带出处 Read papers into a case file')
    .action(async (paths: string[], options: Options) => {
      if (options.batch !== undefined && (paths.length > 0 || options.out !== undefined)) {
        wrongUsage(program, '--batch 不能与材料路径或者 --out 同时给出，请用 --help 查看用法。');
      }
      if (options.batch !== undefined) return readBatch(options.batch);
      if (paths.length === 0) {
        wrongUsage(
          program,
          '请给出案卷文件夹、压缩包或者材料文件，或用 --batch 指定多个案卷，请用 --help 查看用法。',
        );
      }
      if (options.out) requireWritable(options.out);
      const chat = options.model === false ? undefined : openChat(readConfig());
      const read = await readWithProgress(paths, chat);
      if (options.out) writeFileSync(options.out, `${JSON.stringify(read.case, undefined, 2)}\n`);
      printResult(options, output(read), () => textOf(read));
    });
}

/** Every dossier of a folder, a line each; then a refusal that names those that could not be read. */
async function readBatch(folder: string): Promise<void> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new AppError('not-found', `“${folder}”不是文件夹，--batch 需要一个放有多个案卷的文件夹。`);
  }
  const names = dossiersIn(folder);
  if (names.length === 0) {
    throw new AppError('invalid-input', `“${folder}”里没有案卷，应每个案卷一个文件夹或者压缩包。`);
  }
  const progress = progressLine();
  const refused: string[] = [];
  let done = 0;
  try {
    for await (const outcome of readDossiers(folder, names)) {
      done += 1;
      if ('refusal' in outcome) {
        refused.push(outcome.name);
        writeAll(1, `${JSON.stringify({ dossier: outcome.name, error: outcome.refusal })}\n`);
      } else {
        writeAll(1, `${JSON.stringify({ dossier: outcome.name, ...output(outcome.read) })}\n`);
      }
      progress.report('阅卷', done, names.length);
    }
  } finally {
    progress.end();
  }
  if (refused.length > 0) {
    throw new AppError(
      'invalid-input',
      `共 ${names.length} 个案卷，其中 ${refused.length} 个没有读出：${refused.slice(0, 10).join('、')}；原因见各自的结果行，其余已完成。`,
    );
  }
}

/** Reads with a progress line where somebody watches; the case is under the profile that it will be judged by. */
export async function readWithProgress(paths: string[], chat?: Chat): Promise<DossierOnDisk> {
  const progress = progressLine();
  const stay = leaveByExit();
  try {
    const read = await readDossier(paths, {
      ...(chat ? { chat } : {}),
      onProgress: ({ done, total }) => progress.report('阅卷', done, total),
      onAsked: (done, total) => progress.report('请模型阅读', done, total),
    });
    read.case.jurisdiction ??= profileFor(read.case, readConfig()).id;
    return read;
  } finally {
    stay();
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
  model,
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
    ...(model ? { model } : {}),
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
