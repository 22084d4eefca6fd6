import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { loadReferenceBook } from '../corpus/load-reference-book.ts';
import { loadProfiles } from '../corpus/profile.ts';
import { embedEntries } from '../corpus/search/embed-entries.ts';
import { blessBaseline, regressionsAgainst } from '../evaluation/baseline.ts';
import { keepLatestRun } from '../evaluation/latest-run.ts';
import { renderReport } from '../evaluation/render-report.ts';
import { runSuites } from '../evaluation/run-suites.ts';
import { loadSuites } from '../evaluation/suite.ts';
import { chineseDay, today } from '../law/dates.ts';
import { openEmbedder } from '../models/embed.ts';
import { withDatabase } from './open-library.ts';
import { printResult, progressLine } from './print.ts';
import { requireWritable } from './read-input.ts';
import { VERSION } from './version.ts';

interface Options {
  html?: string;
  baseline?: string;
  bless?: string;
  json?: boolean;
}

/** `mingcai eval`: the trainers' suites. Exit status 1 when a gate fails or a regression is found. */
export function evalCommand(program: Command): void {
  program
    .command('eval')
    .argument('[suites...]', '套件名，不给则全部 (suites)')
    .option('--html <file>', '另写一份静态报告 (static report)')
    .option('--baseline <name>', '与保存的基线比较 (compare with a baseline)')
    .option('--bless <name>', '把这次结果保存为基线 (keep as baseline)')
    .option('--json', '输出一个 JSON 文档 (one JSON document)')
    .description('运行评测套件 Run the evaluation suites')
    .action(async (names: string[], options: Options) => {
      if (options.html) requireWritable(options.html);
      const config = readConfig();
      const suites = loadSuites(names);
      const line = progressLine();
      const embedder = suites.some(({ kind }) => kind === 'search') ? await openEmbedder(config) : undefined;
      const results = await withDatabase(config, async ({ db }) => {
        if (embedder) {
          await embedEntries(db, embedder, {
            onProgress: (done, total) => line.report('计算向量', done, total),
          });
        }
        return runSuites(suites, {
          db,
          book: loadReferenceBook(),
          profiles: loadProfiles(),
          jurisdiction: config.jurisdiction,
          ...(embedder ? { embedder } : {}),
          onProgress: (suite, done, total) => line.report(`评测 ${suite}`, done, total),
        });
      }).finally(() => line.end());
      keepLatestRun(config.dataFolder, results, new Date());
      const judged = results.map((result) => ({
        ...result,
        regressions: options.baseline ? regressionsAgainst(options.baseline, result) : [],
      }));
      if (options.html)
        writeFileSync(options.html, renderReport(judged, { at: chineseDay(today()), version: VERSION }));
      if (options.bless) blessBaseline(options.bless, results);
      printResult(
        options,
        {
          suites: judged.map(({ grades, title: _title, ...rest }) => ({
            ...rest,
            failures: grades.filter((grade) => !grade.passed).map(({ id, faults }) => ({ id, faults })),
          })),
        },
        () =>
          judged
            .map((result) =>
              [
                `${result.passed && result.regressions.length === 0 ? '✓' : '✕'} ${result.title}（${result.suite}，${result.cases} 例）`,
                ...Object.entries(result.metrics).map(([name, value]) => `    ${name} ${value}`),
                ...result.failedGates.map((gate) => `    未达门槛：${gate}`),
                ...result.regressions.map((regression) => `    退步：${regression}`),
                ...result.grades
                  .filter((grade) => !grade.passed)
                  .map((grade) => `    ✕ ${grade.id}：${grade.faults.join('；')}`),
              ].join('\n'),
            )
            .join('\n'),
      );
      if (judged.some((result) => !result.passed || result.regressions.length > 0)) process.exitCode = 1;
    });
}
