import { basename } from 'node:path';
import type { Command } from 'commander';
import { loadReferenceBook } from '../corpus/load-reference-book.ts';
import { readBenchmark } from '../corpus/read-benchmarks.ts';
import { type BenchmarkFault, FAULT_KINDS } from '../discretion/check/benchmark-fault.ts';
import { checkBenchmark } from '../discretion/check/check-benchmark.ts';
import { AppError } from '../errors.ts';
import { printResult } from './print.ts';
import { readTextFile } from './read-input.ts';

/** `mingcai benchmark check FILE`: proves a table sound. Exit status 1 when it is not. */
export function benchmarkCommand(program: Command): void {
  program
    .command('benchmark')
    .description('裁量基准 Discretion benchmarks')
    .command('check')
    .argument('<file>', '裁量基准 YAML (benchmark file)')
    .option('--json', '输出一个 JSON 文档 (one JSON document)')
    .description('证明一份裁量基准无缺口、无重叠、不越出法定幅度 Prove a table sound')
    .action((path: string, options: { json?: boolean }) => {
      const { faults, sound } = checkFile(path);
      printResult(options, { ok: faults.length === 0, faults }, () =>
        faults.length === 0
          ? sound
          : faults.map(({ row, kind, detail }) => `✕ ${row}　${FAULT_KINDS[kind]}：${detail}`).join('\n'),
      );
      if (faults.length > 0) process.exitCode = 1;
    });
}

/** A file that is no table at all has faults as well: each with its place. */
function checkFile(path: string): { faults: BenchmarkFault[]; sound: string } {
  const text = readTextFile(path);
  try {
    const benchmark = readBenchmark(text, basename(path));
    return {
      faults: checkBenchmark(benchmark, loadReferenceBook()),
      sound: `${benchmark.name}：${benchmark.items.length} 个事项，没有缺口、重叠或越出法定幅度之处，所依据的条款都在有效期内。`,
    };
  } catch (error) {
    if (!(error instanceof AppError) || error.faults.length === 0) throw error;
    return {
      faults: error.faults.map((fault) => ({ row: fault.path, kind: 'format', detail: fault.expected })),
      sound: '',
    };
  }
}
