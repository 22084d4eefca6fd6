import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import type { AnyCaseFile } from '../src/cases/case-file.ts';
import { exampleCaseFiles } from '../src/cases/example-case-files.ts';
import { loadReferenceBook } from '../src/corpus/load-reference-book.ts';
import { loadProfiles } from '../src/corpus/profile.ts';
import { RULES } from '../src/review/criteria.ts';
import { screenCase } from '../src/review/screening/screen-case.ts';
import { benchBatch } from './batch.ts';
import { benchCatalogue } from './catalogue.ts';
import { benchCataloguePages } from './catalogue-pages.ts';
import { benchDiscretion } from './discretion.ts';
import { benchDossiers } from './dossiers.ts';
import { openService } from './open-service.ts';
import { benchPlaces } from './places.ts';
import { benchSearch } from './search.ts';
import { benchSpeech } from './speech.ts';
import { thickCases } from './thick-cases.ts';

/** One measured figure. */
export interface Row {
  name: string;
  value: number | string;
  unit: string;
}

const BENCHES: Record<string, () => Row[] | Promise<Row[]>> = {
  rules: benchRules,
  batch: benchBatch,
  discretion: benchDiscretion,
  places: () => benchPlaces(),
  dossiers: benchDossiers,
  start: benchStart,
  search: benchSearch,
  catalogue: benchCatalogue,
  'catalogue-pages': benchCataloguePages,
  speech: benchSpeech,
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

/** In time of the processor, which others on the machine do not lengthen: all rules of penalties over the example penalty cases and over thick ones, again and again for some seconds. */
function benchRules(): Row[] {
  const screening = { book: loadReferenceBook(), profile: loadProfiles().get('demo')!, today: '2026-11-20' };
  const examples = exampleCaseFiles().filter(({ action }) => action === 'penalty');
  const timed = (cases: (round: number) => AnyCaseFile[], ms: number) => {
    const times: number[] = [];
    // The first two rounds are those of a service that has just started.
    for (let round = 0, end = 0; round < 3 || performance.now() < end; round += 1) {
      if (round === 2) end = performance.now() + ms;
      for (const file of cases(round)) {
        const before = process.cpuUsage();
        screenCase(file, screening);
        const { user, system } = process.cpuUsage(before);
        if (round >= 2) times.push((user + system) / 1000);
      }
    }
    return times.sort((a, b) => a - b);
  };
  const times = timed(() => examples, 2000);
  const thick = timed(thickCases, 6000);
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
    {
      name: 'over one with the texts of 25 papers, read anew, p50',
      value: round(at(thick, 0.5)),
      unit: 'ms',
    },
    {
      name: 'over one with the texts of 25 papers, read anew, p95',
      value: round(at(thick, 0.95)),
      unit: 'ms',
    },
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
  const service = await openService(data);
  try {
    await new Promise((resolve) => setTimeout(resolve, 5000));
    const status = readFileSync(`/proc/${service.pid}/status`, 'utf8');
    return { ms: service.ms, megabytes: Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024) };
  } finally {
    await service.stop();
  }
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
