import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { type IncomingMessage, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openQueue, type Queue } from '../../src/db/queue.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

const MB = 1024 * 1024;
const END = '\r\n--x--\r\n';

let data: string;
let web: TestApp;
let queue: Queue;
let server: Server;
let port: number;
let cookie: string;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'mingcai-uploads-'));
  web = await openTestApp({
    config: { dataFolder: data, port: 0, jurisdiction: 'demo', logLevel: 'silent' },
  });
  // Nothing works off the queue here: what is handed in waits.
  queue = await openQueue(web.options.database, { pollSeconds: 60 });
  web.options.queue = queue;
  cookie = await web.signIn('zhangmin');
  server = serve({ fetch: web.app.fetch, port: 0, hostname: '127.0.0.1' }) as Server;
  await new Promise((done) => server.once('listening', done));
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
}, 120_000);
afterAll(async () => {
  server?.close();
  await queue?.stop();
  await web?.close();
  rmSync(data, { recursive: true, force: true });
});

/** A request whose body is written by hand; resolves with its answer, or `undefined` where it was cut. */
function post(
  write: (part: (bytes: string | Buffer) => Promise<void>, cut: () => void) => Promise<void>,
  path = '/api/dossiers',
) {
  return new Promise<{ status: number; text: string } | undefined>((done, fail) => {
    const sent = request({
      host: '127.0.0.1',
      port,
      path,
      method: 'POST',
      headers: {
        cookie,
        origin: `http://127.0.0.1:${port}`,
        'content-type': 'multipart/form-data; boundary=x',
        'transfer-encoding': 'chunked',
      },
    });
    let cut = false;
    sent.on('error', (error) => (cut ? done(undefined) : fail(error)));
    sent.on('response', async (response: IncomingMessage) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      done({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() });
    });
    const part = (bytes: string | Buffer) => new Promise<void>((next) => sent.write(bytes, () => next()));
    write(part, () => {
      cut = true;
      sent.destroy();
    }).then(() => cut || sent.end(), fail);
  });
}

function head(name: string, field = 'files'): string {
  return `\r\n--x\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
}

/** Every file under the data folder. */
function kept(): string[] {
  const folder = join(data, 'files');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name), { throwIfNoEntry: false })?.isFile(),
  );
}

async function until(holds: () => boolean): Promise<void> {
  for (let wait = 0; wait < 400 && !holds(); wait += 1) await new Promise((next) => setTimeout(next, 50));
}

describe('papers on their way in', () => {
  it('go to the disk as they come, and are never whole in memory', async () => {
    const chunk = Buffer.alloc(MB, '示例');
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const answer = await post(async (part) => {
      for (const name of ['一.pdf', '二.pdf', '三.pdf']) {
        await part(head(name));
        for (let at = 0; at < 60; at += 1) {
          await part(chunk);
          if (at % 10 !== 9) continue;
          collect();
          most = Math.max(most, process.memoryUsage().arrayBuffers - before);
        }
        await part(name);
      }
      await part(END);
    });
    expect(answer?.status).toBe(202);
    expect(most / MB).toBeLessThan(30);
    expect(kept().length).toBe(3);
    expect(kept().every((name) => /^[0-9a-f]{2}\/[0-9a-f]{64}$/.test(name))).toBe(true);
  }, 120_000);

  it('leave nothing behind where the line is cut, also of files that had come whole', async () => {
    const before = kept();
    let seen = 0;
    const answer = await post(async (part, cut) => {
      await part(`${head('完整.txt')}已经传完的材料${head('一半.txt')}`);
      for (let at = 0; at < 4; at += 1) await part(Buffer.alloc(MB, 'x'));
      await until(() => kept().length >= before.length + 2);
      seen = kept().length;
      cut();
    });
    expect(answer).toBeUndefined();
    expect(seen).toBe(before.length + 2);
    const incoming = join(data, 'files', '.incoming');
    await until(() => readdirSync(incoming).length === 0);
    expect(readdirSync(incoming)).toEqual([]);
    expect(kept()).toEqual(before);
  }, 60_000);

  it('are refused with the name of a file that is too large; nothing of them stays', async () => {
    const before = kept();
    for (const path of ['/api/dossiers', '/dossiers']) {
      const answer = await post(async (part) => {
        await part(`${head('小.txt')}示例${head('过大的扫描件.pdf')}`);
        for (let at = 0; at < 101; at += 1) await part(Buffer.alloc(MB, 'x'));
        await part(END);
      }, path);
      expect(answer?.status).toBe(413);
      expect(answer?.text).toContain('过大的扫描件.pdf');
      expect(answer?.text).toContain('100 MB');
      // A person is given the form again.
      if (path === '/dossiers') expect(answer?.text).toContain('data-dossier');
    }
    expect(kept()).toEqual(before);
  }, 120_000);

  it('are refused in a sentence where the form breaks off, is none, or lies about its end', async () => {
    const before = kept();
    const bodies = [
      `${head('一.txt')}没有结尾`,
      'no form at all',
      '--x--\r\n',
      `${head('一.txt')}`,
      '\r\n--x\r\nContent-Disposition: attachment\r\n\r\nx\r\n--x--\r\n',
    ];
    for (const body of bodies) {
      const answer = await post((part) => part(body));
      expect(answer?.status, body).toBe(422);
      expect(answer?.text, body).toMatch(/没有传完|没有收到/);
    }
    expect(kept()).toEqual(before);
  }, 60_000);

  it('keep names with marks of their own, from either input', async () => {
    const answer = await post((part) =>
      part(
        `${head('甲%22乙.txt')}示例一${head('案卷/丙.txt', 'folder')}示例二${head('案卷/.DS_Store', 'folder')}x${head('')}${END}`,
      ),
    );
    expect(answer?.status).toBe(202);
    const { job } = JSON.parse(answer?.text ?? '{}') as { job: string };
    const row = await web.db
      .selectFrom('job_progress')
      .select('total')
      .where('id', '=', job)
      .executeTakeFirst();
    expect(row?.total).toBe(2);
    expect(readdirSync(join(data, 'files', '.incoming'))).toEqual([]);
  }, 60_000);
});
