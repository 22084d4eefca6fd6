import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { backUpStore } from '../db/backup/back-up-store.ts';
import { verifyRecords } from '../records/verify-records.ts';
import { carryLines, inMegabytes } from './carry-lines.ts';
import { printResult, progressLine } from './print.ts';
import { VERSION } from './version.ts';

/** `mingcai backup FILE`: the whole store in one file. */
export function backupCommand(program: Command): void {
  program
    .command('backup')
    .argument('<file>', '备份文件，如 明裁-2026-11-22.tar (file to write)')
    .option('--replace', '文件已经存在时覆盖它 (overwrite)')
    .option('--json', '输出一个 JSON 文档 (one JSON document)')
    .description('把整个库（数据库和文件）备份成一个文件 Back up the whole store')
    .action(async (file: string, options: { replace?: boolean; json?: boolean }) => {
      const line = progressLine();
      const report = await backUpStore(readConfig(), {
        file,
        replace: options.replace === true,
        program: VERSION,
        readLedger: verifyRecords,
        onProgress: line.report,
      }).finally(() => line.end());
      printResult(options, report, () =>
        [
          `已备份到 ${report.file}（${inMegabytes(report.bytes)}），写完后已从头核对。`,
          `文件 ${report.files.count} 个（${inMegabytes(report.files.bytes)}）。`,
          ...carryLines(report),
          '其中有个人信息和口令的摘要，请与数据文件夹同样保管。',
        ].join('\n'),
      );
      if (!report.equal) process.exitCode = 1;
    });
}
