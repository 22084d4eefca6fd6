import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { restoreStore } from '../db/backup/restore-store.ts';
import { verifyRecords } from '../records/verify-records.ts';
import { carryLines, inMegabytes } from './carry-lines.ts';
import { printNote, printResult, progressLine } from './print.ts';

/** `mingcai restore FILE`: the store of a backup, in place of an empty one. */
export function restoreCommand(program: Command): void {
  program
    .command('restore')
    .argument('<file>', '备份文件 (backup file)')
    .option('--replace', '库里已有数据时以备份替换它，原有的数据不再保留 (replace the present store)')
    .option('--json', '输出一个 JSON 文档 (one JSON document)')
    .description('由备份恢复整个库，逐表核对后才启用 Restore the whole store from a backup')
    .action(async (file: string, options: { replace?: boolean; json?: boolean }) => {
      const line = progressLine();
      const report = await restoreStore(readConfig(), {
        file,
        replace: options.replace === true,
        readLedger: verifyRecords,
        onProgress: line.report,
      }).finally(() => line.end());
      printResult(options, report, () =>
        [
          report.equal
            ? `已恢复 ${report.at} 的备份，各表的内容和全过程记录与备份一致。`
            : '恢复出来的内容与备份不一致，没有启用，原来的库没有动。',
          `文件 ${report.files.count} 个（${inMegabytes(report.files.bytes)}）。`,
          ...carryLines(report),
        ].join('\n'),
      );
      if (!report.ledger.ok) {
        printNote(`备份时全过程记录第 ${report.ledger.at} 条就与前后对不上，请查明原因。`);
      }
      if (!report.equal || !report.ledger.ok) process.exitCode = 1;
    });
}
