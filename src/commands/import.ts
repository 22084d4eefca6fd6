import { type Command, Option } from 'commander';
import { readConfig } from '../config.ts';
import { previewFile } from '../corpus/benchmarks/preview-file.ts';
import { previewLines } from '../corpus/benchmarks/preview-lines.ts';
import { importPaths } from '../corpus/import-paths.ts';
import { loadReferenceBook } from '../corpus/load-reference-book.ts';
import { embedEntries } from '../corpus/search/embed-entries.ts';
import type { SourceKind } from '../corpus/source-draft.ts';
import { readSheetMap } from '../corpus/sources/sheets/read-sheet-map.ts';
import { changeLines } from '../corpus/versions/change-lines.ts';
import { withImportedTexts } from '../corpus/with-imported-texts.ts';
import { openEmbedder } from '../models/embed.ts';
import { restingOnLaw } from '../review/rules/resting-on-law.ts';
import { withDatabase } from './open-library.ts';
import { printNote, printResult, progressLine } from './print.ts';

/** `mingcai import PATH…`. */
export function importCommand(program: Command): void {
  program
    .command('import')
    .argument('<paths...>', '文件或文件夹 (files or folders)')
    .addOption(
      new Option('--kind <kind>', '不给则按内容判断；items 是本机关的执法事项清单 (kind)').choices([
        'law',
        'benchmark',
        'case',
        'items',
      ]),
    )
    .option('--replace', '内容不同的同一版本以新文件为准 (replace)')
    .option('--keep-names', '案例中的个人信息保留原文，不隐去 (keep personal data of cases)')
    .option('--map <file>', '表格各列的对应关系，一个 YAML 文件 (columns of a spreadsheet)')
    .option('--preview', '只看会读懂什么、读不懂什么，不导入；用于裁量基准表格 (preview tables)')
    .option('--json', '输出一个 JSON 文档 (one JSON document)')
    .description('把法规、裁量基准、案例、执法事项清单读入法规库 Import into the library')
    .action(
      async (
        paths: string[],
        options: {
          kind?: SourceKind;
          replace?: boolean;
          keepNames?: boolean;
          map?: string;
          preview?: boolean;
          json?: boolean;
        },
      ) => {
        const map = options.map === undefined ? undefined : await readSheetMap(options.map);
        if (options.preview) {
          const book = loadReferenceBook();
          const tables = await Promise.all(paths.map((path) => previewFile(path, book, map)));
          printResult(options, { tables: tables.flat() }, () =>
            tables.flat().flatMap(previewLines).join('\n'),
          );
          return;
        }
        const line = progressLine();
        const config = readConfig();
        const embedder = await openEmbedder(config);
        const report = await withDatabase(config, async ({ db }) => {
          const imported = await importPaths(db, paths, {
            ...(options.kind ? { kind: options.kind } : {}),
            ...(options.replace ? { replace: true } : {}),
            ...(options.keepNames ? { keepNames: true } : {}),
            ...(map ? { map } : {}),
            dependents: async () => restingOnLaw(db, await withImportedTexts(db, loadReferenceBook())),
            onProgress: (progress) => line.report(progress.message, progress.done, progress.total),
          });
          if (embedder) {
            await embedEntries(db, embedder, {
              onProgress: (done, total) => line.report('计算向量', done, total),
            });
          }
          return imported;
        }).finally(() => line.end());
        if (report.sources === 0) {
          printNote('什么也没有读入，请按报告里的原因改正后重试。');
          process.exitCode = 1;
        }
        printResult(options, report, () =>
          [
            `读入 ${report.sources} 部、${report.articles} 条，版本 ${report.versions} 个，用时 ${report.seconds} 秒。`,
            ...(report.skipped.length ? [`跳过 ${report.skipped.length} 处：`] : []),
            ...report.skipped.map((entry) => `  ${entry.file}：${entry.reason}`),
            ...(report.notices?.length ? [`已读入，须注意 ${report.notices.length} 处：`] : []),
            ...(report.notices ?? []).map((entry) => `  ${entry.file}：${entry.reason}`),
            ...changeLines(report.changes),
          ].join('\n'),
        );
      },
    );
}
