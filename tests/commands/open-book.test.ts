import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBook } from '../../src/commands/open-book.ts';
import { withDatabase } from '../../src/commands/open-library.ts';
import { readConfig } from '../../src/config.ts';
import { lockFolder } from '../../src/db/lock-folder.ts';
import { dogLaw } from '../corpus/library.ts';
import { filledDataFolder } from '../support/filled-data-folder.ts';
import { runCli } from '../support/run-cli.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const LAW = '示例养犬管理法';

/** Imports, tells so, and never closes the library. */
const IMPORT_AND_STAY = `
  const { openEmbedded } = await import('./src/db/open-embedded.ts');
  const { importPaths } = await import('./src/corpus/import-paths.ts');
  const { db } = await openEmbedded(process.argv[1]);
  await importPaths(db, [process.argv[2]], { kind: 'law' });
  console.log('imported');
  setTimeout(() => {}, 60_000);
`;

describe('the book, while the library changes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingcai-open-book-'));
  const config = readConfig({ MINGCAI_DATA: join(folder, 'data') });
  const kept = join(config.dataFolder, 'library-laws.kept');
  beforeAll(() => filledDataFolder(config.dataFolder));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const lawFile = (adopted: string, articles: number) => {
    const path = join(folder, `${adopted}.jsonl`);
    writeFileSync(path, dogLaw(adopted, articles));
    return path;
  };
  const importLaw = async (path: string) => {
    const { status } = await runCli(['import', path, '--json'], { MINGCAI_DATA: config.dataFolder });
    expect(status).toBe(0);
  };
  const versions = async () =>
    (await openBook(config))
      .statutes()
      .find(({ title }) => title === LAW)
      ?.versions.map(({ adopted }) => adopted);
  /** With the folder locked the database cannot be opened: only what was kept can know of the import. */
  const versionsKept = async () => {
    const lock = await lockFolder(config.dataFolder);
    try {
      return await versions();
    } finally {
      await lock.release();
    }
  };

  it('is the kept one when nobody has opened the library since', async () => {
    await importLaw(lawFile('1990-01-01', 3));
    expect(await versionsKept()).toBeUndefined();
    expect(await versions()).toEqual(['1990-01-01']);
    expect(await versionsKept()).toEqual(['1990-01-01']);
    expect(readdirSync(config.dataFolder).filter((name) => name.includes('.kept'))).toHaveLength(1);
  });

  it('is read anew after another process has imported a law', async () => {
    expect(await versionsKept()).toEqual(['1990-01-01']);
    await importLaw(lawFile('1991-01-01', 4));
    expect(await versions()).toEqual(['1990-01-01', '1991-01-01']);
    expect(await versionsKept()).toEqual(['1990-01-01', '1991-01-01']);
  });

  it('is neither the old one while an import runs nor after it was killed', async () => {
    const child = spawn(
      process.execPath,
      ['--input-type=module', '-e', IMPORT_AND_STAY, config.dataFolder, lawFile('1992-01-01', 5)],
      { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(child.stdout, 'data');
    expect(await versions()).toBeUndefined();
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await versions()).toEqual(['1990-01-01', '1991-01-01', '1992-01-01']);
  });

  it('is not the kept one when the bundled corpus, the form of keeping or the file itself is another', async () => {
    const current = readFileSync(kept);
    const changed = (change: object) => serialize({ ...deserialize(current), ...change });
    for (const bytes of [changed({ bundled: '0' }), changed({ format: 0 }), current.subarray(0, 100)]) {
      expect(await versionsKept()).toHaveLength(3);
      writeFileSync(kept, bytes);
      expect(await versionsKept()).toBeUndefined();
      writeFileSync(kept, current);
    }
  });

  it('is kept for the owner alone, and not when the work on the library failed', async () => {
    const sealed = vi.fn();
    await expect(withDatabase(config, () => Promise.reject(new Error('broken')), sealed)).rejects.toThrow(
      'broken',
    );
    expect(sealed).not.toHaveBeenCalled();
    // The failed one had it open all the same.
    expect(await versionsKept()).toBeUndefined();
    expect(await versions()).toHaveLength(3);
    expect(statSync(kept).mode & 0o777).toBe(0o600);
  });
});
