import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { importPaths } from '../../src/corpus/import-paths.ts';
import { search } from '../../src/corpus/search.ts';
import { openEmbedded } from '../../src/db/open-embedded.ts';
import { dogLaw, folderWith } from './library.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Imports in a process of its own and prints a line after each progress report. */
const SCRIPT = `
  const { openEmbedded } = await import('./src/db/open-embedded.ts');
  const { importPaths } = await import('./src/corpus/import-paths.ts');
  const { db } = await openEmbedded(process.argv[1]);
  await importPaths(db, [process.argv[2]], { onProgress: ({ done }) => console.log(done) });
  await new Promise((resolve) => setTimeout(resolve, 60_000));
`;

it('an import killed in the middle leaves what was complete, and a second run completes it', {
  timeout: 240_000,
}, async () => {
  const data = mkdtempSync(join(tmpdir(), 'mingcai-killed-'));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  const files = Object.fromEntries(
    Array.from({ length: 30 }, (_, n) => [`${100 + n}.jsonl`, dogLaw(`${1990 + n}-01-01`, 10)]),
  );
  const folder = folderWith(files);
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', SCRIPT, data, folder],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let acknowledged = 0;
  for await (const chunk of child.stdout) {
    for (const line of String(chunk).trim().split('\n')) acknowledged = Number(line);
    if (acknowledged >= 12) break;
  }
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');

  const database = await openEmbedded(data);
  try {
    const live = await database.db
      .selectFrom('library_sources')
      .select(['id', 'articles'])
      .where('state', '=', 'live')
      .execute();
    expect(live.length).toBeGreaterThanOrEqual(acknowledged);
    expect(live.length).toBeLessThan(30);
    expect(live.every(({ articles }) => articles === 10)).toBe(true);
    const { hits } = await search(database.db, '养犬人', { asOf: '1990-06-01', limit: 20 });
    expect(hits).toHaveLength(10);
    const again = await importPaths(database.db, [folder]);
    expect(again).toMatchObject({
      articles: 300,
      versions: 30,
      added: 10 * (30 - live.length),
      unchanged: live.length,
    });
  } finally {
    await database.close();
  }
});
