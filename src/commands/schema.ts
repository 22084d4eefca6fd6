import type { Command } from 'commander';
import { caseFileJsonSchema } from '../cases/read-case-file.ts';
import { AppError } from '../errors.ts';
import { writeAll } from './print.ts';

/** `mingcai schema case-file`. */
export function schemaCommand(program: Command): void {
  program
    .command('schema')
    .argument('<name>', 'case-file')
    .option('--json', '与不加相同 (same)')
    .description('打印文件格式的 JSON Schema Print the JSON Schema of a format')
    .action((name: string) => {
      if (name !== 'case-file') throw new AppError('not-found', `没有格式“${name}”，现有：case-file。`);
      writeAll(1, `${JSON.stringify(caseFileJsonSchema(), null, 2)}\n`);
    });
}
