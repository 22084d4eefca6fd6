import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { AppError } from '../errors.ts';
import type { SuiteResult } from './run-suites.ts';

const FOLDER = new URL('../../evals/baselines/', import.meta.url);
/** A metric may move by this much without being called worse: about one case in two hundred. */
const TOLERANCE = 0.005;

/** What is kept of a run: the metrics and which cases passed. */
interface Baseline {
  suites: { suite: string; metrics: Record<string, number>; passed: string[] }[];
}

/** Keeps a run under a name, as what later runs are measured against. */
export function blessBaseline(name: string, results: SuiteResult[], folder = FOLDER): void {
  const baseline: Baseline = {
    suites: results.map(({ suite, metrics, grades }) => ({
      suite,
      metrics,
      passed: grades.filter((grade) => grade.passed).map((grade) => grade.id),
    })),
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(name, folder), `${JSON.stringify(baseline, null, 2)}\n`);
}

/** What is worse than the baseline: cases that passed and now fail, metrics that fell (or alarms that rose). */
export function regressionsAgainst(name: string, result: SuiteResult, folder = FOLDER): string[] {
  const file = fileOf(name, folder);
  if (!existsSync(file)) {
    throw new AppError(
      'not-found',
      `没有名为“${name}”的基线，请先用 mingcai eval --bless ${name} 保存一次。`,
    );
  }
  const baseline = (JSON.parse(readFileSync(file, 'utf8')) as Baseline).suites.find(
    (entry) => entry.suite === result.suite,
  );
  if (!baseline) return [];
  const now = new Map(result.grades.map((grade) => [grade.id, grade.passed]));
  return [
    ...baseline.passed.filter((id) => now.get(id) === false).map((id) => `用例 ${id} 原先通过，现在不通过`),
    ...Object.entries(baseline.metrics).flatMap(([metric, before]) => {
      const after = result.metrics[metric];
      if (after === undefined) return [];
      const worse = /(^|-)false-/.test(metric) ? after - before : before - after;
      return worse > TOLERANCE ? [`${metric} 由 ${before} 变为 ${after}`] : [];
    }),
  ];
}

function fileOf(name: string, folder: URL): URL {
  if (!/^[A-Za-z0-9._-]{1,60}$/.test(name)) {
    throw new AppError('invalid-input', `基线名“${name}”应为 1 至 60 位字母、数字或 . _ -。`);
  }
  return new URL(`${name}.json`, folder);
}
