import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SuiteResult } from './run-suites.ts';

/** What the service shows of the last run of the suites on this data folder. */
export interface LatestRun {
  at: string;
  suites: Pick<SuiteResult, 'suite' | 'cases' | 'metrics' | 'passed'>[];
}

const FILE = 'evaluation.json';

/** Keeps the figures of a run beside the data, for the 评测 page. */
export function keepLatestRun(dataFolder: string, results: SuiteResult[], at: Date): void {
  const run: LatestRun = {
    at: at.toISOString(),
    suites: results.map(({ suite, cases, metrics, passed }) => ({ suite, cases, metrics, passed })),
  };
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(join(dataFolder, FILE), `${JSON.stringify(run, null, 2)}\n`);
}

/** The last run, or `undefined` when none was kept. */
export async function readLatestRun(dataFolder: string): Promise<LatestRun | undefined> {
  try {
    return JSON.parse(await readFile(join(dataFolder, FILE), 'utf8')) as LatestRun;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
