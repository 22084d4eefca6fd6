import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCase } from '../../src/cases/create-case.ts';
import { exampleCaseFiles } from '../../src/cases/example-case-files.ts';
import { forgetDigest } from '../../src/hearings/running-digest.ts';
import { sampleWav } from '../hearings/sample-wav.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

let data: string;
let web: TestApp;
let caseId: string;
const cookies: Record<string, string> = {};
const wav = sampleWav([0.5, 0, 0.8]);

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'mingcai-recordings-'));
  web = await openTestApp({
    config: { dataFolder: data, port: 0, jurisdiction: 'demo', logLevel: 'silent' },
  });
  for (const name of ['zhangmin', 'liqiang', 'wangfa', 'wuguan']) cookies[name] = await web.signIn(name);
  const [file] = exampleCaseFiles();
  const by = web.people.get('zhangmin')!;
  const { example: _, ...real } = file!;
  caseId = (await createCase(web.db, { file: { ...real, id: 'recorded-case' }, by })).id;
}, 180_000);
afterAll(async () => {
  await web?.close();
  rmSync(data, { recursive: true, force: true });
});

function send(
  path: string,
  method: string,
  body?: Buffer | object,
  more: Record<string, string> = {},
  who = 'zhangmin',
) {
  return web.app.request(path, {
    method,
    headers: {
      cookie: cookies[who] ?? '',
      origin: 'http://localhost',
      host: 'localhost',
      ...(Buffer.isBuffer(body) || body === undefined ? {} : { 'content-type': 'application/json' }),
      ...more,
    },
    ...(body === undefined
      ? {}
      : { body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body) }),
  });
}

interface Begun {
  upload: string;
  received: number;
}

async function begin(bytes: Buffer | number, more: object = {}, who = 'zhangmin') {
  const size = typeof bytes === 'number' ? bytes : bytes.length;
  return send(
    `/api/cases/${caseId}/recordings`,
    'POST',
    {
      kind: 'hearing',
      name: '听证 1"$(x).wav',
      bytes: size,
      modified: 1,
      ended: '2026-03-05T11:30',
      ...more,
    },
    {},
    who,
  );
}

const put = (id: string, offset: number, bytes: Buffer, more: Record<string, string> = {}, who?: string) =>
  send(`/api/recording-uploads/${id}?offset=${offset}`, 'PUT', bytes, more, who);
const digest = (bytes: Buffer) => `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`;

describe('a recording on its way in', () => {
  it('comes in pieces, goes on where it stopped, also after a restart, and is kept unchanged', async () => {
    const { upload, received } = (await (await begin(wav)).json()) as Begun;
    expect(received).toBe(0);
    const first = wav.subarray(0, 30_000);
    expect(await (await put(upload, 0, first, { 'content-digest': digest(first) })).json()).toEqual({
      received: 30_000,
    });
    // The same piece once more, or a later one, is refused, and the refusal says where to go on.
    const again = await put(upload, 0, first);
    expect(again.status).toBe(409);
    expect(((await again.json()) as { faults: object[] }).faults).toEqual([
      { path: 'offset', expected: '30000' },
    ]);

    // A piece that was changed on its way counts for nothing.
    const bad = await put(upload, 30_000, wav.subarray(30_000, 50_000), { 'content-digest': digest(first) });
    expect(bad.status).toBe(422);

    // The service starts anew; the same file is chosen again.
    forgetDigest(join(data, 'recordings/.incoming', upload));
    const resumed = (await (await begin(wav)).json()) as Begun;
    expect(resumed).toMatchObject({ upload, received: 30_000 });
    expect(await (await send(`/api/recording-uploads/${upload}`, 'GET')).json()).toEqual({
      received: 30_000,
      bytes: wav.length,
    });
    const page = await (await web.get(`/cases/${caseId}/recordings`, cookies.zhangmin)).text();
    expect(page).toContain('没有传完的');

    const last = await put(upload, 30_000, wav.subarray(30_000));
    const kept = (await last.json()) as { recording: string; sha256: string };
    const sha256 = createHash('sha256').update(wav).digest('hex');
    expect(kept.sha256).toBe(sha256);
    expect(readFileSync(join(data, 'recordings', sha256.slice(0, 2), sha256)).equals(wav)).toBe(true);
    expect(readdirSync(join(data, 'recordings/.incoming'))).toEqual([]);

    const list = await (await web.get(`/cases/${caseId}/recordings`, cookies.zhangmin)).text();
    expect(list).toContain('听证 1&quot;$(x).wav');
    expect(list).toContain('超过时限入库：24 小时');
    expect(list).not.toContain('没有传完的');
    const desk = await (await web.get(`/cases/${caseId}`, cookies.zhangmin)).text();
    expect(desk).toContain('录音录像 <span class="count">1</span>');
    const records = await (await web.get(`/cases/${caseId}?view=records`, cookies.zhangmin)).text();
    expect(records).toContain('存入听证录音录像');
  });

  it('is refused when the case has it already', async () => {
    const { upload } = (await (await begin(wav, { name: '另一个名字.wav' })).json()) as Begun;
    const answer = await put(upload, 0, wav);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('内容相同');
    expect((await send(`/api/recording-uploads/${upload}`, 'GET')).status).toBe(404);
  });

  it('is refused with its first piece when it is none, whatever it is called', async () => {
    const text = Buffer.from('听证笔录'.repeat(100));
    const { upload } = (await (await begin(text, { name: '听证.wav' })).json()) as Begun;
    const answer = await put(upload, 0, text.subarray(0, 60));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('不是录音录像');
    const after = await (await send(`/api/recording-uploads/${upload}`, 'GET')).json();
    expect(after).toMatchObject({ received: 0 });
    expect((await send(`/api/recording-uploads/${upload}`, 'DELETE')).status).toBe(200);
    expect(existsSync(join(data, 'recordings/.incoming', upload))).toBe(false);
  });

  it('is refused when empty, too large, too long for its size, or with a wrong time', async () => {
    expect((await begin(0)).status).toBe(422);
    const large = await begin(4 * 1024 ** 3 + 1);
    expect(large.status).toBe(429);
    expect(await large.text()).toContain('4 GB');
    expect((await begin(10, { ended: '2026-02-30T10:00' })).status).toBe(422);
    expect((await begin(10, { began: '2026-03-05T12:00' })).status).toBe(422);
    const { upload } = (await (await begin(100, { name: '短.wav' })).json()) as Begun;
    expect((await put(upload, 0, wav)).status).toBe(422);
    expect((await put(upload, 0, wav.subarray(0, 50), {}, 'liqiang')).status).toBe(403);
    expect((await send(`/api/recording-uploads/${upload}?offset=x`, 'PUT', wav)).status).toBe(422);
  });

  it('is taken from handlers of the case alone', async () => {
    for (const who of ['liqiang', 'wangfa', 'wuguan']) expect((await begin(wav, {}, who)).status).toBe(403);
  });
});

describe('a kept recording', () => {
  const idOf = async () => {
    const { recordings } = (await (await send(`/api/cases/${caseId}/recordings`, 'GET')).json()) as {
      recordings: { id: string }[];
    };
    return recordings[0]!.id;
  };
  const media = async (range?: string, who = 'zhangmin', more: Record<string, string> = {}) =>
    send(
      `/recordings/${await idOf()}/media`,
      'GET',
      undefined,
      { ...(range ? { range } : {}), ...more },
      who,
    );

  it('is served whole and in ranges', async () => {
    const whole = await media();
    expect(whole.status).toBe(200);
    expect(whole.headers.get('content-type')).toBe('audio/wav');
    expect(Buffer.from(await whole.arrayBuffer()).equals(wav)).toBe(true);
    const size = wav.length;
    for (const [range, start, end] of [
      ['bytes=0-', 0, size - 1],
      ['bytes=100-199', 100, 199],
      ['bytes=-50', size - 50, size - 1],
      [`bytes=10-${size + 999}`, 10, size - 1],
    ] as const) {
      const part = await media(range);
      expect(part.status).toBe(206);
      expect(part.headers.get('content-range')).toBe(`bytes ${start}-${end}/${size}`);
      expect(part.headers.get('content-length')).toBe(String(end - start + 1));
      expect(Buffer.from(await part.arrayBuffer()).equals(wav.subarray(start, end + 1))).toBe(true);
    }
    const beyond = await media(`bytes=${size}-`);
    expect(beyond.status).toBe(416);
    expect(beyond.headers.get('content-range')).toBe(`bytes */${size}`);
    // What is not understood, or was asked of another version, is answered whole.
    expect((await media('bytes=5-1')).status).toBe(200);
    expect((await media('bytes=0-1', 'zhangmin', { 'if-range': '"other"' })).status).toBe(200);
  });

  it('is heard only by those who may look into the case', async () => {
    expect((await media(undefined, 'wangfa')).status).toBe(200);
    for (const who of ['liqiang', 'wuguan']) expect((await media(undefined, who)).status).toBe(403);
    expect((await media(undefined, 'nobody')).status).toBe(303);
  });

  it('is refused in words when its file is gone', async () => {
    const sha256 = createHash('sha256').update(wav).digest('hex');
    const path = join(data, 'recordings', sha256.slice(0, 2), sha256);
    rmSync(path);
    const answer = await media();
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('备份');
  });
});
