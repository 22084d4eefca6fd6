import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { officialTexts } from '../corpus/official-texts.ts';
import { RULES } from '../review/criteria.ts';
import { type VerifiedRule, verifyBasis } from '../review/rules/verify-basis.ts';
import { withDatabase } from './open-library.ts';
import { printResult } from './print.ts';

const STATES = {
  confirmed: '✓ 与官方文本相符',
  'no-text': '– 尚未导入官方文本',
  'numbers-differ': '✕ 数字不符',
  'no-such-article': '✕ 没有这一条',
};

/**
 * `mingcai verify-basis`: each rule's basis against the imported official text. `rules` are those of law in force or to
 * come; `former` those that judge only acts and steps under a text since replaced, which few collections of law hold.
 */
export function verifyBasisCommand(program: Command): void {
  program
    .command('verify-basis')
    .option('--json', '输出一个 JSON 文档 (one JSON document)')
    .description('把每条规则的依据与导入的官方文本核对 Check the rules against the imported texts')
    .action(async (options: { json?: boolean }) => {
      const laws = [...new Set(RULES.flatMap((rule) => rule.basis.map((entry) => entry.law)))];
      const verified = await withDatabase(readConfig(), async ({ db }) =>
        verifyBasis(RULES, await officialTexts(db, laws)),
      );
      const rules = verified.filter(({ former }) => !former).map(withoutMark);
      const former = verified.filter((rule) => rule.former).map(withoutMark);
      printResult(options, { rules, former }, () =>
        [
          ...rules.map(line),
          ...(former.length > 0 ? ['', '只适用于修订前法律的规则：', ...former.map(line)] : []),
        ].join('\n'),
      );
      if (verified.some((rule) => rule.state === 'numbers-differ' || rule.state === 'no-such-article'))
        process.exitCode = 1;
    });
}

function withoutMark({ rule, state, faults }: VerifiedRule) {
  return { rule, state, faults };
}

function line({ rule, state, faults }: Pick<VerifiedRule, 'rule' | 'state' | 'faults'>): string {
  return `${STATES[state]}  ${rule}${faults.length ? `  ${faults.join('；')}` : ''}`;
}
