import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { openWorkFolder } from '../../../src/models/speech/work-folder.ts';

const root = mkdtempSync(join(tmpdir(), 'mingcai-work-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(root, 'case-'));
});

it('keeps what is done for the next try, and a line that was cut off does not count', async () => {
  const first = await openWorkFolder(parent, ['a']);
  await first.add('lines', { part: 1 });
  await first.keep('sound', { seconds: 3 });
  await first.leave();
  writeFileSync(join(first.path, 'lines'), '\n{"part":1}\n{"par');
  const second = await openWorkFolder(parent, ['a']);
  await second.add('lines', { part: 2 });
  expect(await second.lines('lines')).toEqual([{ part: 1 }, { part: 2 }]);
  expect(await second.read('sound')).toEqual({ seconds: 3 });
  await second.remove();
  expect(readdirSync(parent)).toEqual([]);
});

it('is another one for other work', async () => {
  const one = await openWorkFolder(parent, ['a', 'bc']);
  const other = await openWorkFolder(parent, ['ab', 'c']);
  expect(one.path).not.toBe(other.path);
  await Promise.all([one.remove(), other.remove()]);
});

it('is held by one at a time, and free when whoever held it is gone', async () => {
  const first = await openWorkFolder(parent, ['a']);
  await expect(openWorkFolder(parent, ['a'])).rejects.toMatchObject({ kind: 'conflict' });
  await first.leave();
  const lock = join(first.path, 'lock');

  // Another process that lives.
  const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
  try {
    const place = `/proc/${other.pid}/stat`;
    const stat = existsSync(place) ? readFileSync(place, 'utf8') : undefined;
    writeFileSync(lock, `${other.pid} ${stat?.split(') ').at(-1)?.split(' ')[19] ?? ''}`);
    await expect(openWorkFolder(parent, ['a'])).rejects.toMatchObject({ kind: 'conflict' });
    // It says nothing any more.
    utimesSync(lock, new Date(), new Date(Date.now() - 60_000));
    await (await openWorkFolder(parent, ['a'])).leave();
    // Its number belongs to a process that began at another time.
    if (stat) {
      writeFileSync(lock, `${other.pid} 1`);
      await (await openWorkFolder(parent, ['a'])).leave();
    }
  } finally {
    other.kill('SIGKILL');
  }
  // This process's own number, from before a crash in a container.
  writeFileSync(lock, `${process.pid} 1`);
  await (await openWorkFolder(parent, ['a'])).leave();
  // One that has ended.
  await new Promise((done) => other.once('close', done));
  writeFileSync(lock, `${other.pid} `);
  await (await openWorkFolder(parent, ['a'])).leave();
});

it('goes after a week in which nobody came back', async () => {
  const old = await openWorkFolder(parent, ['old']);
  await old.leave();
  const week = new Date(Date.now() - 8 * 24 * 3_600_000);
  utimesSync(old.path, week, week);
  const fresh = await openWorkFolder(parent, ['new']);
  expect(readdirSync(parent)).toHaveLength(1);
  await fresh.remove();
});
