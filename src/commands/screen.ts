import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { citationShort } from '../law/citation.ts';
import { today } from '../law/dates.ts';
import { isMajor } from '../review/is-major.ts';
import { CRITERIA, type Criterion } from '../review/rule.ts';
import { rulesVersion } from '../review/rules-version.ts';
import { type Finding, screenCase } from '../review/screen-case.ts';
import { openBook, profileFor } from './open-library.ts';
import { printResult } from './print.ts';
import { readCase } from './read-input.ts';

const SIGNS = { 'not-met': '✕ 不符合', unclear: '? 待查明', met: '✓ 符合', 'not-applicable': '– 不适用' };

/** `mingcai screen`: the eight criteria over one case. */
export function screenCommand(program: Command): void {
  program
    .command('screen')
    .argument('<case>', '案件文件 JSON，- 为标准输入 (case file)')
    .option('--json', '输出一个 JSON 文档 (one JSON document)')
    .option('--all', '也列出符合和不适用的项 (also list met and not applicable)')
    .description('按八项标准预审一个案件 Pre-screen a case against the eight criteria')
    .action(async (path: string, options: { json?: boolean; all?: boolean }) => {
      const config = readConfig();
      const file = readCase(path);
      const profile = profileFor(file, config);
      const book = await openBook(config);
      const findings = screenCase(file, { profile, book, today: today() });
      const major = isMajor(file, profile);
      const summary = countAnswers(findings);
      printResult(
        options,
        {
          case: file.id,
          major: { isMajor: major.isMajor ?? null, triggers: major.triggers, unknown: major.unknown },
          findings: findings.map(({ facts: _facts, question, ...finding }) => ({ question, ...finding })),
          summary,
          rulesVersion: rulesVersion(),
          model: null,
        },
        () => report(findings, options.all ?? false, summary),
      );
    });
}

/** How many of each answer. */
export function countAnswers(findings: Finding[]): Record<Finding['answer'], number> {
  const count = { met: 0, 'not-met': 0, unclear: 0, 'not-applicable': 0 };
  for (const finding of findings) count[finding.answer] += 1;
  return count;
}

function report(findings: Finding[], all: boolean, summary: ReturnType<typeof countAnswers>): string {
  const lines = Object.entries(CRITERIA).flatMap(([criterion, name]) => {
    const own = findings
      .filter((finding) => finding.criterion === (Number(criterion) as Criterion))
      .filter((finding) => all || finding.answer === 'not-met' || finding.answer === 'unclear')
      .sort((a, b) => order(a) - order(b));
    return [
      `${criterion} ${name}${own.length === 0 ? '：未发现问题' : ''}`,
      ...own.flatMap((finding) => [
        `  ${SIGNS[finding.answer]}  ${finding.rule} ${finding.reason}`,
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

function order(finding: Finding): number {
  return (
    ['not-met', 'unclear', 'met', 'not-applicable'].indexOf(finding.answer) * 10 +
    ['block', 'major', 'minor', 'info'].indexOf(finding.severity)
  );
}
