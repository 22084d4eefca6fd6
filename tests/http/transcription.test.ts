import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getProgress } from '../../src/db/job-progress.ts';
import { openQueue, type Queue } from '../../src/db/queue.ts';
import type { Recording } from '../../src/hearings/recording.ts';
import { startJobs } from '../../src/jobs.ts';
import { keepSample } from '../hearings/keep-sample.ts';
import { sampleWav } from '../hearings/sample-wav.ts';
import { startSpeechServer } from '../support/speech-server.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

let data: string;
let web: TestApp;
let queue: Queue;
let server: Awaited<ReturnType<typeof startSpeechServer>>;
let recording: Recording;
let cookie: string;

const HEARD = {
  text: '现在开始听证',
  segments: [{ start: 0.1, end: 0.9, text: '现在开始听证', avg_logprob: -0.1, no_speech_prob: 0.01 }],
};

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'mingcai-transcription-'));
  server = await startSpeechServer({ answer: HEARD }, { fault: 'silent' });
  const config = {
    dataFolder: data,
    port: 0,
    jurisdiction: 'demo',
    logLevel: 'silent',
    speech: { url: server.url },
  };
  web = await openTestApp({ config });
  const { database, book, profiles } = web.options;
  queue = await openQueue(database, { pollSeconds: 0.5 });
  web.options.queue = queue;
  await startJobs(queue, { database, book, profiles, config, logger: pino({ level: 'silent' }) });
  cookie = await web.signIn('zhangmin');
  const by = web.people.get('zhangmin')!;
  recording = await keepSample(web.db, { dataFolder: data, by, bytes: sampleWav([0, 0.5, 0]) });
}, 180_000);
afterAll(async () => {
  await queue?.stop();
  await web?.close();
  await server?.close();
  rmSync(data, { recursive: true, force: true });
});

async function start(): Promise<string> {
  const answer = await web.app.request(`/api/recordings/${recording.id}/transcription`, {
    method: 'POST',
    headers: { cookie, origin: 'http://localhost', host: 'localhost' },
  });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { job: string }).job;
}

async function until(job: string, holds: (state: string) => boolean): Promise<string> {
  for (let wait = 0; wait < 300; wait += 1) {
    const { state } = await getProgress(web.db, job);
    if (holds(state)) return state;
    await new Promise((next) => setTimeout(next, 100));
  }
  return 'still not';
}

describe('the transcription of a recording', () => {
  it('is background work that ends in a transcript, with its place in the recording', async () => {
    const page = await (await web.get(`/recordings/${recording.id}`, cookie)).text();
    expect(page).toContain('开始转写');
    const job = await start();
    expect(await until(job, (state) => state === 'done' || state === 'failed')).toBe('done');
    const done = await web.get(`/jobs/${job}`, cookie);
    expect(done.headers.get('location')).toBe(`/recordings/${recording.id}`);
    const text = await (await web.get(`/recordings/${recording.id}`, cookie)).text();
    expect(text).toContain('现在开始听证');
    expect(text).toContain('重新转写');
    // What the case is about guides the engine.
    expect(server.requests[0]?.fields.prompt).toContain('《中华人民共和国广告法》');
  });

  it('is begun once, shows how far it is, and can be called off; the transcript that was there stays', async () => {
    const job = await start();
    expect(await start()).toBe(job);
    await until(job, (state) => state === 'running');
    const page = await (await web.get(`/recordings/${recording.id}`, cookie)).text();
    expect(page).toContain(`data-job="${job}"`);
    expect(page).toContain('取消转写');
    await web.post(`/jobs/${job}/cancel`, {}, cookie);
    expect(await until(job, (state) => state === 'cancelled')).toBe('cancelled');
    expect(await (await web.get(`/recordings/${recording.id}`, cookie)).text()).toContain('现在开始听证');
  });
});
