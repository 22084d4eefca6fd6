import type { Command } from 'commander';
import { RULES } from '../review/criteria.ts';
import { coverageOf, readCatalogue } from '../review/rules/coverage.ts';
import { ruleEntry } from '../review/rules/rule-entry.ts';
import { printResult } from './print.ts';
import { readTextFile } from './read-input.ts';
import { coverageTable, ruleBookText } from './rules-text.ts';

interface Options {
  json?: boolean;
  markdown?: boolean;
  coverage?: string;
}

/** `mingcai rules`: the rule book, or what of a catalogue of checks it covers. */
export function rulesCommand(program: Command): void {
  program
    .command('rules')
    .option('--json', '输出一个 JSON 文档 (one JSON document)')
    .option('--markdown', '输出 Markdown (as Markdown)')
    .option(
      '--coverage <catalogue>',
      '与一份检查清单（JSON）对照，列出有规则和没有规则的 (against a catalogue)',
    )
    .description('规则手册：每条规则的问题、依据、用例、时效 The rule book')
    .action((options: Options) => {
      if (options.coverage) {
        const coverage = coverageOf(readCatalogue(readTextFile(options.coverage), options.coverage));
        printResult(options, { coverage }, () => coverageTable(coverage));
        return;
      }
      const rules = RULES.map(ruleEntry);
      printResult(options, { rules }, () => ruleBookText(rules, options.markdown ?? false));
    });
}
