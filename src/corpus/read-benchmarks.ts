import { readdirSync, readFileSync } from 'node:fs';
import { YAMLParseError } from 'yaml';
import { AppError } from '../errors.ts';
import { type Benchmark, benchmarkSchema } from './benchmark.ts';
import { parseYaml } from './parse-yaml.ts';
import { placeInBenchmark } from './place-in-benchmark.ts';

/** One benchmark from YAML; an unknown key or a wrong value is refused with its place. */
export function readBenchmark(yaml: string, file: string): Benchmark {
  const data = dataOf(yaml, file);
  const result = benchmarkSchema.safeParse(data);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => ({
    path: placeInBenchmark(issue.path, data),
    expected: issue.message,
  }));
  throw new AppError(
    'invalid-input',
    `裁量基准 ${file} 有误：${faults.map((fault) => `${fault.path}：${fault.expected}`).join('；')}`,
    { faults },
  );
}

function dataOf(yaml: string, file: string): unknown {
  try {
    return parseYaml(yaml);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const path = `第 ${error.linePos?.[0].line ?? 1} 行`;
    const expected = `不是正确的 YAML：${error.message.split('\n')[0]}`;
    throw new AppError('invalid-input', `裁量基准 ${file} 有误：${path}${expected}`, {
      faults: [{ path, expected }],
    });
  }
}

/** Every benchmark under corpus/benchmarks, in the order of the file names. Item ids are unique over all of them. */
export function readBenchmarks(
  folder: URL = new URL('../../corpus/benchmarks/', import.meta.url),
): Benchmark[] {
  const benchmarks = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readBenchmark(readFileSync(new URL(name, folder), 'utf8'), name));
  const seen = new Set<string>();
  for (const { id } of benchmarks.flatMap((benchmark) => benchmark.items)) {
    if (seen.has(id)) throw new AppError('invalid-input', `裁量基准事项编号“${id}”重复，请改为不同的编号。`);
    seen.add(id);
  }
  return benchmarks;
}
