import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { openChat } from '../models/open-chat.ts';
import { caseAt, holdsPapers } from './case-at.ts';
import { openBook } from './open-book.ts';
import { printResult } from './print.ts';
import { wrongUsage } from './usage-words.ts';

interface Options {
  /** `--no-model`: the rules alone, though a model is configured. */
  model?: boolean;
  batch?: string;
  workers?: string;
  json?: boolean;
  all?: boolean;
}

/** `mingcai screen`: the eight criteria over one case. */
export function screenCommand(program: Command): void {
  program
    .command('screen')
    .argument('[case]', '案件文件 JSON，或者放材料的案卷文件夹、压缩包；- 为标准输入 (case file or dossier)')
    .option(
      '--batch <path>',
      '批量：每行一个案件的文件，或者放案件文件、案卷的文件夹，结果为 JSON lines (many cases)',
    )
    .option('--workers <n>', '批量时并行的线程数，默认为处理器核数 (threads)')
    .option('--no-model', '即使配置了模型也只用规则 (rules only)')
    .option('--json', '输出一个 JSON 文档 (one JSON document)')
    .option('--all', '也列出符合和不适用的项 (also list met and not applicable)')
    .description('按八项标准预审一个案件 Pre-screen a case against the eight criteria')
    .action(async (path: string | undefined, options: Options) => {
      const config = readConfig();
      if (options.batch && path)
        wrongUsage(program, '案件文件和 --batch 只能给出一个，请用 --help 查看用法。');
      if (options.batch) {
        const { screenBatch } = await import('./screen-batch.ts');
        await screenBatch(config, options.batch, options);
        return;
      }
      if (!path) wrongUsage(program, '请给出案件文件，或用 --batch 指定多个案件，请用 --help 查看用法。');
      const chat = options.model === false ? undefined : openChat(config);
      const reading = caseAt(path, chat);
      reading.catch(() => {});
      // Threads read the papers meanwhile: the rules load and the library opens.
      const { screenFile, textOf } = await import('./screen-file.ts');
      const opening = holdsPapers(path) ? openBook(config) : undefined;
      opening?.catch(() => {});
      const file = await reading;
      const report = await screenFile(file, await (opening ?? openBook(config)), config, chat);
      printResult(options, report, () => textOf(report, options.all ?? false));
    });
}
