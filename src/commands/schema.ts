import type { Command } from 'commander';
import { caseFileJsonSchema } from '../cases/case-file-json-schema.ts';
import { benchmarkJsonSchema } from '../corpus/benchmark.ts';
import { profileJsonSchema } from '../corpus/profile.ts';
import { AppError } from '../errors.ts';
import { writeAll } from './print.ts';

const SCHEMAS: Record<string, () => object> = {
  'case-file': caseFileJsonSchema,
  profile: profileJsonSchema,
  benchmark: benchmarkJsonSchema,
};

/** `mingcai schema case-file`, `mingcai schema profile`, `mingcai schema benchmark`. */
export function schemaCommand(program: Command): void {
  program
    .command('schema')
    .argument('<name>', Object.keys(SCHEMAS).join('、'))
    .option('--json', '与不加相同 (same)')
    .description('打印文件格式的 JSON Schema Print the JSON Schema of a format')
    .action((name: string) => {
      const schema = Object.hasOwn(SCHEMAS, name) ? SCHEMAS[name] : undefined;
      if (!schema) {
        throw new AppError('not-found', `没有格式“${name}”，现有：${Object.keys(SCHEMAS).join('、')}。`);
      }
      writeAll(1, `${JSON.stringify(schema(), null, 2)}\n`);
    });
}
