import { basename } from 'node:path';
import type { Command } from 'commander';
import type { Benchmark } from '../corpus/benchmark.ts';
import { readTables } from '../corpus/benchmarks/read-tables.ts';
import { loadReferenceBook } from '../corpus/load-reference-book.ts';
import { readBenchmark } from '../corpus/read-benchmarks.ts';
import { readSheetMap } from '../corpus/sources/sheets/read-sheet-map.ts';
import { type BenchmarkFault, FAULT_KINDS } from '../discretion/check/benchmark-fault.ts';
import { checkBenchmark } from '../discretion/check/check-benchmark.ts';
import { AppError } from '../errors.ts';
import { printResult } from './print.ts';
import { readTextFile, requireFile } from './read-input.ts';

/** `mingcai benchmark check FILE`: proves a table sound. Exit status 1 when it is not. */
export function benchmarkCommand(program: Command): void {
  program
    .command('benchmark')
    .description('裁量基准 Discretion benchmarks')
    .command('check')
    .argument('<file>', '裁量基准：YAML，或者印着的表格 .xlsx、.jsonl (benchmark file)')
    .option('--map <file>', '表格各列的对应关系，一个 YAML 文件 (columns of a spreadsheet)')
    .option('--json', '输出一个 JSON 文档 (one JSON document)')
    .description('证明一份裁量基准无缺口、无重叠、不越出法定幅度 Prove a table sound')
    .action(async (path: string, options: { json?: boolean; map?: string }) => {
      const printed = PRINTED.test(path);
      const { faults, sound, passed } = printed ? await checkPrinted(path, options.map) : checkFile(path);
      printResult(options, { ok: faults.length === 0, faults, ...(passed ? { passed } : {}) }, () =>
        faults.length === 0
          ? sound
          : [
              ...faults.map(({ row, kind, detail }) => `✕ ${row}　${FAULT_KINDS[kind]}：${detail}`),
              ...(passed ?? []),
            ].join('\n'),
      );
      if (faults.length > 0) process.exitCode = 1;
    });
}

/** Tables as they are printed; the others are our own YAML. */
const PRINTED = /\.(?:xlsx|jsonl|ndjson)$/i;

interface Checked {
  faults: BenchmarkFault[];
  /** What people are told where there are none. */
  sound: string;
  /** Worksheets that were not checked, for they are no tables. */
  passed?: string[];
}

/** What cannot be relied on in the print itself, then what is wrong with the tables that were read. */
async function checkPrinted(path: string, map: string | undefined): Promise<Checked> {
  requireFile(path);
  const book = loadReferenceBook();
  const saved = map === undefined ? {} : await readSheetMap(map);
  const { tables, unread } = await readTables(path, book, saved);
  const left = unread.map(({ place, reason, beside }) => ({ row: place, reason, beside }));
  const format = left.flatMap(({ row, reason, beside }): BenchmarkFault[] =>
    beside ? [] : [{ row, kind: 'format', detail: `没有读：${reason}。` }],
  );
  const found = tables.flatMap(({ benchmark, sanctions }) => {
    const own = new Map(sanctions.map((sanction) => [sanction.id, sanction]));
    return checkBenchmark(benchmark, { ...book, sanction: (id) => own.get(id) ?? book.sanction(id) });
  });
  const passed = left.flatMap(({ row, reason, beside }) => (beside ? [`${row}没有查：${reason}。`] : []));
  const sound = [...tables.map(({ benchmark }) => soundWords(benchmark)), ...passed].join('\n');
  return { faults: [...format, ...found], sound, ...(passed.length > 0 ? { passed } : {}) };
}

function soundWords({ name, items }: Benchmark): string {
  return `${name}：${items.length} 个事项，没有缺口、重叠或越出法定幅度之处，所依据的条款都在有效期内。`;
}

/** A file that is no table at all has faults as well: each with its place. */
function checkFile(path: string): Checked {
  const text = readTextFile(path);
  try {
    const benchmark = readBenchmark(text, basename(path));
    return {
      faults: checkBenchmark(benchmark, loadReferenceBook()),
      sound: soundWords(benchmark),
    };
  } catch (error) {
    if (!(error instanceof AppError) || error.faults.length === 0) throw error;
    return {
      faults: error.faults.map((fault) => ({ row: fault.path, kind: 'format', detail: fault.expected })),
      sound: '',
    };
  }
}
