import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { databaseMark } from '../../src/db/database-mark.ts';
import { openEmbedded, openInMemory } from '../../src/db/open-embedded.ts';

it('changes with every opening, whether it is closed or ends there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingcai-mark-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const data = join(folder, 'data');
  expect(databaseMark(data)).toBeUndefined();

  let sealed: string | undefined;
  await (await openEmbedded(data)).close(() => {
    sealed = databaseMark(data);
  });
  expect(sealed).toMatch(/^[0-9a-f]{64}$/);
  expect(databaseMark(data)).toBe(sealed);

  const reopened = await openEmbedded(data);
  expect(databaseMark(data)).not.toBe(sealed);
  // As a process that is killed now would leave it.
  const crashed = join(folder, 'crashed');
  cpSync(data, crashed, { recursive: true });
  await reopened.close();
  expect(databaseMark(crashed)).not.toBe(sealed);
  expect(databaseMark(data)).not.toBe(sealed);
});

it('is not taken of a database that lies in no folder of ours', async () => {
  let calls = 0;
  await (await openInMemory()).close(() => {
    calls += 1;
  });
  expect(calls).toBe(0);
});
