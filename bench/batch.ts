import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, openSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleCaseFiles } from '../src/cases/example-case-files.ts';
import type { Row } from './run.ts';

const CASES = 10_000;

/** `screen --batch` over ten thousand case files, the opening of the library and the start of the threads included. */
export async function benchBatch(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mingcai-bench-'));
  try {
    const file = join(folder, 'cases.jsonl');
    const lines = createWriteStream(file);
    const examples = exampleCaseFiles().filter(({ action }) => action === 'penalty');
    for (let index = 0; index < CASES; index += 1) {
      lines.write(`${JSON.stringify({ ...examples[index % examples.length], id: `batch-${index}` })}\n`);
    }
    lines.end();
    await once(lines, 'finish');
    const start = performance.now();
    const child = spawn(process.execPath, ['src/bin.mjs', 'screen', '--batch', file], {
      env: { ...process.env, MINGCAI_DATA: join(folder, 'data'), DATABASE_URL: '', LOG_LEVEL: 'error' },
      stdio: ['ignore', openSync(join(folder, 'out.jsonl'), 'w'), 'ignore'],
    });
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error(`the batch ended with ${code}`);
    const seconds = Math.round((performance.now() - start) / 100) / 10;
    return [
      {
        name: `${CASES.toLocaleString('en')} cases in a batch, ${availableParallelism()} threads`,
        value: seconds,
        unit: 's',
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
