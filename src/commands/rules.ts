import type { Command } from 'commander';
import { citationText } from '../law/citation.ts';
import { RULES } from '../review/criteria.ts';
import { type Consequence, CRITERIA, type Criterion, type Severity } from '../review/rule.ts';
import { printResult } from './print.ts';

const SEVERITY: Record<Severity, string> = { block: '阻断', major: '重大', minor: '一般', info: '提示' };
const CONSEQUENCE: Record<Consequence, string> = {
  void: '无效',
  annul: '撤销',
  'unlawful-minor': '确认违法',
  correctable: '可补正',
};

/** `mingcai rules`: the rule book. */
export function rulesCommand(program: Command): void {
  program
    .command('rules')
    .option('--json', '输出一个 JSON 文档 (one JSON document)')
    .option('--markdown', '输出 Markdown (as Markdown)')
    .description('规则手册：每条规则的问题、依据、时效 The rule book')
    .action((options: { json?: boolean; markdown?: boolean }) => {
      const rules = RULES.map((rule) => {
        const ends = rule.basis.map((entry) => entry.to);
        const until = ends.every((end) => end !== undefined) ? [...ends].sort().at(-1) : undefined;
        return {
          id: rule.id,
          criterion: rule.criterion,
          question: rule.question,
          basis: rule.basis,
          otherBasis: rule.otherBasis ?? [],
          severity: rule.severity,
          consequence: rule.consequence,
          since: rule.basis.map((entry) => entry.from).sort()[0] ?? null,
          ...(until ? { until } : {}),
          ...(rule.reading ? { reading: rule.reading } : {}),
        };
      });
      printResult(options, { rules }, () =>
        (Object.entries(CRITERIA) as unknown as [string, string][])
          .map(([criterion, name]) => {
            const own = rules.filter((rule) => rule.criterion === (Number(criterion) as Criterion));
            const body = own.map((rule) => {
              const basis = rule.basis.map(
                (entry) =>
                  `${citationText(entry)}（${entry.from} 起${entry.to ? `，至 ${entry.to}` : ''}）：${entry.gist}`,
              );
              const other = rule.otherBasis.map((entry) => `${entry.document}：${entry.gist}`);
              return [
                options.markdown ? `### ${rule.id} ${rule.question}` : `${rule.id} ${rule.question}`,
                '',
                `${SEVERITY[rule.severity]} · ${CONSEQUENCE[rule.consequence]}${rule.since ? ` · ${rule.since} 起` : ''}`,
                '',
                ...[...basis, ...other].map((line) => `- ${line}`),
                ...(rule.reading ? ['', `解读：${rule.reading}`] : []),
                '',
              ].join('\n');
            });
            return `${options.markdown ? '## ' : ''}${criterion} ${name}\n\n${body.join('\n')}`;
          })
          .join('\n'),
      );
    });
}
