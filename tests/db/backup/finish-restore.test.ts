import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';

/** Stops everything once this many changes of the disk were made, as a kill does. */
const steps = vi.hoisted(() => ({ left: Number.POSITIVE_INFINITY }));
vi.mock('node:fs/promises', async (original) => {
  const actual = await original<typeof import('node:fs/promises')>();
  const counted =
    <A extends unknown[], R>(work: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      if (steps.left <= 0) throw new Error('killed');
      steps.left -= 1;
      return work(...given);
    };
  return { ...actual, rename: counted(actual.rename), rm: counted(actual.rm) };
});

const { decideRestore, finishRestore, isRestoring, preparedFolder } = await import(
  '../../../src/db/backup/finish-restore.ts'
);

const root = mkdtempSync(join(tmpdir(), 'mingcai-finish-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let data: string;
let number = 0;
beforeEach(() => {
  steps.left = Number.POSITIVE_INFINITY;
  data = layOut();
});

const OLD = { 'db/one': 'old', 'files/ab/x': 'old', 'evaluation.json': 'old', 'speech/engine': 'engine' };
const NEW = { 'db/one': 'new', 'db/two': 'new', 'files/cd/y': 'new', 'recordings/z': 'new' };
const REPLACED = { ...NEW, 'speech/engine': 'engine' };
const remove = ['db', 'files', 'evaluation.json'];

function layOut(): string {
  number += 1;
  const folder = join(root, String(number));
  for (const [path, text] of Object.entries(OLD)) put(join(folder, path), text);
  for (const [path, text] of Object.entries(NEW)) put(join(preparedFolder(folder), path), text);
  return folder;
}

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const contentOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  );

describe('a restore', () => {
  it('that was not decided is taken away, and the old store stays', async () => {
    await finishRestore(data);
    expect(contentOf(data)).toEqual(OLD);
  });

  it('that was decided takes the place of the old store', async () => {
    await decideRestore(data, { remove });
    await finishRestore(data);
    expect(contentOf(data)).toEqual(REPLACED);
    expect(isRestoring(data)).toBe(false);
  });

  it('killed at any step is finished by the next opening', async () => {
    let killed = 0;
    for (let left = 0; ; left++) {
      data = layOut();
      await decideRestore(data, { remove });
      steps.left = left;
      const ended = await finishRestore(data).then(
        () => true,
        (error: Error) => error.message !== 'killed',
      );
      // A second kill a little later than the first.
      steps.left = 3;
      await finishRestore(data).catch(() => {});
      steps.left = Number.POSITIVE_INFINITY;
      await finishRestore(data);
      expect(contentOf(data)).toEqual(REPLACED);
      if (ended) break;
      killed += 1;
    }
    expect(killed).toBeGreaterThan(8);
  });

  it('to a server follows what the database says', async () => {
    await decideRestore(data, { remove, id: 'one' });
    await expect(finishRestore(data)).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('DATABASE_URL'),
    });
    expect(contentOf(data)).toMatchObject(OLD);
    await finishRestore(data, async (id) => id === 'one');
    expect(contentOf(data)).toEqual(REPLACED);

    data = layOut();
    await decideRestore(data, { remove, id: 'two' });
    await finishRestore(data, async () => false);
    expect(contentOf(data)).toEqual(OLD);
    expect(existsSync(join(data, '.restore'))).toBe(false);
  });
});
