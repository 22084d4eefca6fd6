import type { Command } from 'commander';
import type { AnyCaseFile } from '../cases/case-file.ts';
import { readConfig } from '../config.ts';
import { pastCases } from '../corpus/past-cases.ts';
import { comparableCases } from '../discretion/comparable-cases.ts';
import { citationShort } from '../law/citation.ts';
import { today } from '../law/dates.ts';
import { type Chat, openChat } from '../models/open-chat.ts';
import { askModel } from '../review/ask-model.ts';
import { CRITERIA, type Criterion } from '../review/rule.ts';
import { type Finding, type ScreenOptions, screenCase } from '../review/screen-case.ts';
import { type ScreeningReport, screeningReport } from '../review/screening-report.ts';
import { caseAt, holdsPapers } from './case-at.ts';
import { openBook, profileFor } from './open-library.ts';
import { printResult, progressLine } from './print.ts';
import { screenBatch } from './screen-batch.ts';
import { wrongUsage } from './usage-words.ts';

const SIGNS = { 'not-met': '✕ 不符合', unclear: '? 待查明', met: '✓ 符合', 'not-applicable': '– 不适用' };

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
        await screenBatch(config, options.batch, options);
        return;
      }
      if (!path) wrongUsage(program, '请给出案件文件，或用 --batch 指定多个案件，请用 --help 查看用法。');
      const chat = options.model === false ? undefined : openChat(config);
      // Papers are read in threads: the library opens meanwhile.
      const opening = holdsPapers(path) ? openBook(config) : undefined;
      opening?.catch(() => {});
      const file = await caseAt(path, chat);
      const profile = profileFor(file, config);
      const book = await (opening ?? openBook(config));
      const likeCases = comparableCases(file, book, pastCases());
      const screening = { profile, book, today: today(), likeCases };
      const found = screenCase(file, screening);
      const findings = chat ? await askWithProgress(found, file, screening, chat) : found;
      const report = screeningReport(file, findings, profile);
      printResult(options, report, () => textOf(report, options.all ?? false));
    });
}

async function askWithProgress(
  found: Finding[],
  file: AnyCaseFile,
  screening: ScreenOptions,
  chat: Chat,
): Promise<Finding[]> {
  const progress = progressLine();
  try {
    return await askModel(found, file, screening, chat, {
      onAsked: (done, total) => progress.report('请模型核对', done, total),
    });
  } finally {
    progress.end();
  }
}

function textOf({ findings, summary }: ScreeningReport, all: boolean): string {
  const lines = Object.entries(CRITERIA).flatMap(([criterion, name]) => {
    const own = findings
      .filter((finding) => finding.criterion === (Number(criterion) as Criterion))
      .filter((finding) => all || finding.answer === 'not-met' || finding.answer === 'unclear')
      .sort((a, b) => order(a) - order(b));
    return [
      `${criterion} ${name}${own.length === 0 ? '：未发现问题' : ''}`,
      ...own.flatMap((finding) => [
        `  ${SIGNS[finding.answer]}  ${finding.rule}${finding.by === 'model' ? '（模型）' : ''} ${finding.reason}`,
        `      依据 ${finding.basis.map(citationShort).join('；') || '惯例'}`,
        ...finding.papers.map((paper) => `      材料 ${paper.paper}：“${paper.quote}”`),
      ]),
    ];
  });
  return [
    ...lines,
    '',
    `不符合 ${summary['not-met']}，待查明 ${summary.unclear}，符合 ${summary.met}，不适用 ${summary['not-applicable']}。预审是给审核人员的提示，不是审核意见。`,
  ].join('\n');
}

function order(finding: ScreeningReport['findings'][number]): number {
  return (
    ['not-met', 'unclear', 'met', 'not-applicable'].indexOf(finding.answer) * 10 +
    ['block', 'major', 'minor', 'info'].indexOf(finding.severity)
  );
}
