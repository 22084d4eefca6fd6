import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lockFolder } from '../../src/db/lock-folder.ts';
import { openDatabase } from '../../src/db/open-database.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingcai-lock-'));
  path = join(folder, 'mingcai.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const conflict = { kind: 'conflict' };
const write = (owner: object) =>
  writeFileSync(path, JSON.stringify({ host: hostname(), nonce: 'n', started: null, ...owner }));

async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => child.on('exit', resolve));
  return child.pid!;
}

describe('the lock on the data folder', () => {
  it('is refused to a second opener until the first has released it', async () => {
    const first = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toMatchObject({
      kind: 'conflict',
      message: `数据文件夹 ${folder} 正被另一个明裁进程（进程号 ${process.pid}）使用；请先停止它，或用 MINGCAI_DATA 指定别的文件夹。`,
    });
    await first.release();
    await (await lockFolder(folder)).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is taken over from a process that has died', async () => {
    write({ pid: await deadPid() });
    await (await lockFolder(folder)).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not taken over from a living process', async () => {
    write({ pid: process.ppid });
    await expect(lockFolder(folder)).rejects.toMatchObject(conflict);
  });

  it.skipIf(!existsSync('/proc/self/stat'))(
    'is taken over when the process number now belongs to another process (needs /proc)',
    async () => {
      write({ pid: process.pid, started: '1' });
      await (await lockFolder(folder)).release();
    },
  );

  it.skipIf(!existsSync('/proc/self/stat'))(
    'is taken over from a process that was killed and that its parent has not reaped yet (needs /proc)',
    async () => {
      // The second sleep takes the place of the shell that would have reaped the first.
      const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60']);
      try {
        const [line] = (await once(parent.stdout, 'data')) as [Buffer];
        const pid = Number(line);
        await vi.waitFor(() => expect(readFileSync(`/proc/${pid}/stat`, 'utf8')).toContain(') Z '));
        write({ pid });
        await (await lockFolder(folder)).release();
      } finally {
        parent.kill();
      }
    },
  );

  it('is taken over when its content cannot be read', async () => {
    writeFileSync(path, '{"pid":');
    await (await lockFolder(folder)).release();
  });

  it('of another machine holds while it is touched, and no longer', async () => {
    write({ pid: await deadPid(), host: 'another-machine' });
    await expect(lockFolder(folder)).rejects.toThrow('在主机 another-machine 上');
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(path, longAgo, longAgo);
    await (await lockFolder(folder)).release();
  });

  it('goes to exactly one of many that find the same dead owner', async () => {
    for (let round = 0; round < 20; round++) {
      write({ pid: await deadPid(), nonce: `round ${round}` });
      const results = await Promise.allSettled(Array.from({ length: 12 }, () => lockFolder(folder)));
      const won = results.filter((result) => result.status === 'fulfilled');
      const lost = results.filter((result) => result.status === 'rejected');
      expect(won).toHaveLength(1);
      expect(lost.every((result) => result.reason.kind === 'conflict')).toBe(true);
      await won[0]!.value.release();
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  it('is taken over even when a takeover was itself cut off', async () => {
    write({ pid: await deadPid() });
    const mark = createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16);
    writeFileSync(
      `${path}.${mark}`,
      JSON.stringify({ pid: await deadPid(), host: hostname(), started: null, nonce: 'm' }),
    );
    await (await lockFolder(folder)).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves nothing behind when the folder cannot be used', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    await expect(openDatabase({ dataFolder: join(file, 'data') })).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('不是文件夹'),
    });
  });
});
