import type { Command } from 'commander';
import { loadEnvFile, readConfig } from '../config.ts';
import { openDatabase } from '../db/open-database.ts';
import { runDoctor } from '../doctor.ts';
import { AppError } from '../errors.ts';
import { printResult } from './print.ts';

const SIGNS = { ok: '✓', absent: '–', broken: '✕' };

/** `mingcai doctor`: what is there, what is not, and what each absence costs. */
export function doctorCommand(program: Command): void {
  program
    .command('doctor')
    .option('--json', '输出一个 JSON 文档 (one JSON document)')
    .description('自检：数据库、模型、语音、识别、台账 What is there and what is not')
    .action(async (options: { json?: boolean }) => {
      loadEnvFile();
      const config = readConfig();
      const database = await openDatabase(config).catch((error: unknown) => {
        if (error instanceof AppError) return error;
        throw error;
      });
      try {
        const report = await runDoctor(config, database);
        printResult(options, report, () =>
          report.checks
            .map(
              (check) =>
                `${SIGNS[check.state]} ${check.name}：${check.detail}${check.remedy ? `\n    ${check.remedy}` : ''}`,
            )
            .join('\n'),
        );
      } finally {
        if (!(database instanceof AppError)) await database.close();
      }
    });
}
