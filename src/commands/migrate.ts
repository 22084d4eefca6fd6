import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { EMBEDDED, migrateStore } from '../db/backup/migrate-store.ts';
import { verifyRecords } from '../records/verify-records.ts';
import { carryLines } from './carry-lines.ts';
import { printNote, printResult, progressLine } from './print.ts';
import { wrongUsage } from './usage-words.ts';

/** `mingcai migrate --to URL`: every row to another database. */
export function migrateCommand(program: Command): void {
  program
    .command('migrate')
    .requiredOption(
      '--to <url>',
      '目标：postgres://用户:口令@主机:端口/库名，或者 embedded（数据文件夹里的内置数据库） (target)',
    )
    .option('--replace', '目标里已有数据时替换它 (replace what the target holds)')
    .option('--json', '输出一个 JSON 文档 (one JSON document)')
    .description('把数据库迁到服务器或者迁回内置数据库，逐表核对 Move to another database')
    .action(async (options: { to: string; replace?: boolean; json?: boolean }) => {
      if (options.to !== EMBEDDED && !/^postgres(ql)?:\/\//.test(options.to)) {
        wrongUsage(program, '--to 应为 postgres://用户:口令@主机:端口/库名，或者 embedded。');
      }
      const line = progressLine();
      const report = await migrateStore(readConfig(), {
        to: options.to,
        replace: options.replace === true,
        readLedger: verifyRecords,
        onProgress: line.report,
      }).finally(() => line.end());
      printResult(options, report, () =>
        [
          report.equal
            ? '已迁移，两边各表的内容和全过程记录一致；来源没有改动。'
            : '两边不一致，目标没有启用，来源没有改动。',
          ...carryLines(report),
          ...(report.equal ? [nextStep(options.to)] : []),
        ].join('\n'),
      );
      if (!report.ledger.ok) {
        printNote(`来源的全过程记录第 ${report.ledger.at} 条与前后对不上，请查明原因。`);
      }
      if (!report.equal || !report.ledger.ok) process.exitCode = 1;
    });
}

function nextStep(to: string): string {
  return to === EMBEDDED
    ? '从设置里去掉 DATABASE_URL 再启动，就用内置数据库。'
    : '把 DATABASE_URL 设为目标的网址再启动，就用新的数据库；数据文件夹里的文件仍要留着。';
}
