import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { pastCases } from '../corpus/past-cases.ts';
import { findTier } from '../discretion/find-tier.ts';
import { likeCases } from '../discretion/like-cases.ts';
import { toDiscretionJson } from '../discretion/to-discretion-json.ts';
import { penaltyCaseAt } from './case-at.ts';
import { openBook } from './open-book.ts';
import { printResult } from './print.ts';

/** `mingcai discretion`: tier and range, every step shown. */
export function discretionCommand(program: Command): void {
  program
    .command('discretion')
    .argument('<case>', '案件文件 JSON，或者放材料的案卷文件夹、压缩包；- 为标准输入 (case file or dossier)')
    .option('--json', '输出一个 JSON 文档 (one JSON document)')
    .description('裁量阶次与幅度，逐步列出 Tier and range, with every step')
    .action(async (path: string, options: { json?: boolean }) => {
      const file = await penaltyCaseAt(path);
      const book = await openBook(readConfig());
      const tier = findTier({ file, book });
      const likes = likeCases(file, pastCases(), { limit: 10, ...(tier.item ? { item: tier.item } : {}) });
      const result = toDiscretionJson(tier, likes);
      printResult(options, result, () =>
        [
          ...result.steps.map(
            (step) => `${step.step}：${step.value}${step.basis ? `（${step.basis}）` : ''}`,
          ),
          ...result.conflicts.map((conflict) => `冲突：${conflict.text}`),
          ...result.whatWouldChange.map(
            (change) => `若${change.change}，为${change.tier}${change.range ? `，${change.range}` : ''}`,
          ),
          '金额由人在幅度内确定。',
        ].join('\n'),
      );
    });
}
