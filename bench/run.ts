import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { exampleCaseFiles } from '../src/cases/example-case-files.ts';
import { loadReferenceBook } from '../src/corpus/load-reference-book.ts';
import { loadProfiles } from '../src/corpus/profile.ts';
import { RULES } from '../src/review/criteria.ts';
import { screenCase } from '../src/review/screen-case.ts';
import { benchBatch } from './batch.ts';
import { benchCatalogue } from './catalogue.ts';
import { benchDossiers } from './dossiers.ts';
import { benchSearch } from './search.ts';

/** One measured figure. */
export interface Row {
  name: string;
  value: number | string;
  unit: string;
}

const BENCHES: Record<string, () => Row[] | Promise<Row[]>> = {
  rules: benchRules,
  batch: benchBatch,
  dossiers: benchDossiers,
  start: benchStart,
  search: benchSearch,
  catalogue: benchCatalogue,
};

// `npm run bench` measures everything, `npm run bench -- dossiers start` only those.
const named = process.argv.slice(2).filter((word) => Object.hasOwn(BENCHES, word));
const rows: Row[] = [];
for (const name of named.length > 0 ? named : Object.keys(BENCHES)) rows.push(...(await BENCHES[name]!()));

const machine = `${cpus()[0]?.model.trim()} × ${cpus().length}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
const report = { at: new Date().toISOString(), machine, commit: commit(), rows };
if (process.argv.includes('--json')) console.log(JSON.stringify(report));
else {
  console.log(`${report.at}  ${machine}  ${report.commit}`);
  for (const row of rows) console.log(`${row.name.padEnd(60)} ${String(row.value).padStart(12)} ${row.unit}`);
}
const out = process.argv.indexOf('--out');
if (out > 0) writeFileSync(process.argv[out + 1]!, `${JSON.stringify(report, null, 2)}\n`);

/** All rules of penalties over the example penalty cases, again and again for two seconds. */
function benchRules(): Row[] {
  const book = loadReferenceBook();
  const profile = loadProfiles().get('demo')!;
  const cases = exampleCaseFiles().filter(({ action }) => action === 'penalty');
  const today = '2026-11-20';
  for (const file of cases) screenCase(file, { book, profile, today });
  const times: number[] = [];
  const end = performance.now() + 2000;
  while (performance.now() < end) {
    for (const file of cases) {
      const start = performance.now();
      screenCase(file, { book, profile, today });
      times.push(performance.now() - start);
    }
  }
  times.sort((a, b) => a - b);
  const total = times.reduce((sum, time) => sum + time, 0);
  return [
    { name: 'rules in the book', value: RULES.length, unit: 'rules' },
    {
      name: 'rules answered per second',
      value: Math.round((times.length * RULES.length * 1000) / total),
      unit: '1/s',
    },
    { name: 'all rules over one case, p50', value: round(at(times, 0.5)), unit: 'ms' },
    { name: 'all rules over one case, p95', value: round(at(times, 0.95)), unit: 'ms' },
  ];
}

/** `serve` on an empty data folder and again on the filled one: until the first page, and memory when idle. */
async function benchStart(): Promise<Row[]> {
  const data = mkdtempSync(join(tmpdir(), 'mingcai-bench-'));
  try {
    const first = await startOnce(data);
    const second = await startOnce(data);
    return [
      {
        name: 'start on an empty data folder, until the first page',
        value: round(first.ms / 1000),
        unit: 's',
      },
      { name: 'start again, until the first page', value: round(second.ms / 1000), unit: 's' },
      {
        name: 'memory of the idle service (resident), 5 s after the start',
        value: second.megabytes,
        unit: 'MB',
      },
    ];
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function startOnce(data: string): Promise<{ ms: number; megabytes: number }> {
  const port = await freePort();
  const start = performance.now();
  const child = spawn(process.execPath, ['src/bin.mjs', 'serve', '--port', String(port)], {
    env: { ...process.env, MINGCAI_DATA: data, DATABASE_URL: '', LOG_LEVEL: 'error' },
    stdio: 'ignore',
  });
  try {
    while (!(await answers(`http://127.0.0.1:${port}/sign-in`))) {
      if (child.exitCode !== null) throw new Error(`the service ended with ${child.exitCode}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const ms = performance.now() - start;
    await new Promise((resolve) => setTimeout(resolve, 5000));
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    return { ms, megabytes: Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024) };
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    (reply) => reply.ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

function at(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'no commit';
  }
}
