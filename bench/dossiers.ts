import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderDossier } from '../tests/support/render-dossier.ts';
import type { Row } from './run.ts';

const SETS = ['set-a', 'set-b'];
const DOSSIERS = 200;
/** A folder with this many papers, none of them a picture. */
const PAPERS = 14;

/**
 * Reading and screening one dossier without OCR, by two commands and by one, and reading 200 in a batch; with the memory
 * that they took at most. The library has been opened before.
 */
export async function benchDossiers(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mingcai-bench-'));
  try {
    const sources = SETS.flatMap((set) =>
      readdirSync(join('tests/dossiers', set)).map((name) => join('tests/dossiers', set, name)),
    ).filter((path) => !readFileSync(join(path, 'dossier.yaml'), 'utf8').includes('format: scan'));
    const rendered: string[] = [];
    for (const [index, source] of sources.entries()) {
      const out = join(folder, 'rendered', String(index));
      await renderDossier(source, out);
      rendered.push(out);
    }
    const one = rendered.find((path) => readdirSync(path).length === PAPERS) ?? rendered[0]!;
    const many = join(folder, 'many');
    mkdirSync(many);
    for (let index = 0; index < DOSSIERS; index += 1) {
      cpSync(rendered[index % rendered.length]!, join(many, String(index).padStart(3, '0')), {
        recursive: true,
      });
    }
    const env = { ...process.env, MINGCAI_DATA: join(folder, 'data'), DATABASE_URL: '', LOG_LEVEL: 'error' };
    const file = join(folder, 'case.json');
    // The first opening of a library fills it.
    await run(['screen', join('corpus/examples', readdirSync('corpus/examples')[0]!), '--json'], env);
    const read = await run(['read', one, '--out', file], env);
    const screen = await run(['screen', file, '--json'], env);
    const both = await run(['screen', one, '--json'], env);
    const batch = await run(['read', '--batch', many], env);
    return [
      {
        name: `read a dossier of ${readdirSync(one).length} files, then screen it`,
        value: seconds(read.ms + screen.ms),
        unit: 's',
      },
      { name: 'the same by one command', value: seconds(both.ms), unit: 's' },
      { name: 'most memory of that command', value: megabytes(both.peak), unit: 'MiB' },
      {
        name: `${DOSSIERS} dossiers read in a batch, ${availableParallelism()} threads`,
        value: seconds(batch.ms),
        unit: 's',
      },
      { name: 'most memory of that batch', value: megabytes(batch.peak), unit: 'MiB' },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const seconds = (ms: number) => Math.round(ms / 100) / 10;
const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20);

/** One command to its end, with the resident memory that it had at most. */
async function run(args: string[], env: NodeJS.ProcessEnv): Promise<{ ms: number; peak: number }> {
  const start = performance.now();
  const child = spawn(process.execPath, ['src/bin.mjs', ...args], {
    env,
    stdio: ['ignore', openSync('/dev/null', 'w'), 'inherit'],
  });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, residentOf(child.pid));
  }, 100);
  const [code] = await once(child, 'exit');
  clearInterval(watch);
  if (code !== 0) throw new Error(`mingcai ${args[0]} ended with ${code}`);
  return { ms: performance.now() - start, peak };
}

/** Bytes, by the system's own account (VmHWM: the most until now). */
function residentOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
