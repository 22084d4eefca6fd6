import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openQueue, type Queue } from '../../src/db/queue.ts';
import { startJobs } from '../../src/jobs.ts';
import { plainDossier } from '../dossiers/plain-dossier.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

const SET_A = join(import.meta.dirname, '../dossiers/set-a');
const { files } = plainDossier(join(SET_A, 'food-expired-cream'));
const LATER = files.findIndex(({ file }) => file.includes('回证'));

interface Job {
  state: string;
  done: number;
  total: number;
  error: string | null;
  result: { caseId: string; view: string; skipped: number };
}

let data: string;
let web: TestApp;
let queue: Queue;
let handler: string;
let caseId: string;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'mingcai-dossier-'));
  const config = { dataFolder: data, port: 0, jurisdiction: 'demo', logLevel: 'silent' };
  web = await openTestApp({ config });
  queue = await openQueue(web.options.database, { pollSeconds: 0.5 });
  web.options.queue = queue;
  await startJobs(queue, { ...web.options, logger: pino({ level: 'silent' }) });
  handler = await web.signIn('zhangmin');
}, 120_000);
afterAll(async () => {
  await queue?.stop();
  await web?.close();
  rmSync(data, { recursive: true, force: true });
});

function send(path: string, given: { name: string; bytes: string }[], cookie = handler, more = {}) {
  const form = new FormData();
  for (const { name, bytes } of given)
    form.append('files', new File([bytes], name.split('/').at(-1) ?? name));
  form.append('paths', given.map(({ name }) => name).join('\n'));
  return web.app.request(path, {
    method: 'POST',
    body: form,
    headers: { cookie, origin: 'http://localhost', host: 'localhost', ...more },
  });
}

async function ended(page: string | null): Promise<Job> {
  for (let wait = 0; wait < 400; wait += 1) {
    const job = (await (await web.get(`/api${page}`, handler)).json()) as Job;
    if (job.state === 'done' || job.state === 'failed') return job;
    await new Promise((done) => setTimeout(done, 150));
  }
  throw new Error('the reading did not end');
}

/** A form of the desk, at the revision that it shows. */
async function decide(act: string, fields: Record<string, string>, cookie = handler) {
  const page = await (await web.get(`/cases/${caseId}?view=reading`, handler)).text();
  const revision = /name="revision" value="(\d+)"/.exec(page)?.[1] ?? '';
  return web.post(`/cases/${caseId}/reading/${act}`, { revision, ...fields }, cookie);
}

async function caseFile() {
  const response = await web.get(`/api/cases/${caseId}`, handler);
  return (await response.json()) as {
    revision: number;
    file: { party: Record<string, string>; sources: { path: string; confirmedBy?: string }[] };
  };
}

const given = files.map(({ file, text }) => ({
  name: `示例案卷/${file.replace(/\.\w+$/, '')}.txt`,
  bytes: text,
}));

describe('a dossier through the web', () => {
  it('is offered first where cases are made', async () => {
    for (const path of ['/cases', '/cases/new']) {
      expect(await (await web.get(path, handler)).text(), path).toContain('href="/dossiers/new"');
    }
    const page = await (await web.get('/dossiers/new', handler)).text();
    expect(page).toContain('multipart/form-data');
    expect(page).toContain('绝密、机密、秘密');
  });

  it('is read into a case of its handler, with a count of papers on the way', async () => {
    const response = await send(
      '/dossiers',
      given.filter((_, index) => index !== LATER),
    );
    expect(response.status).toBe(303);
    const page = response.headers.get('location');
    expect(page).toMatch(/^\/jobs\//);
    const job = await ended(page);
    expect(job.error).toBeNull();
    expect(job).toMatchObject({ state: 'done', result: { view: 'reading', skipped: 0 } });
    expect(job.done).toBe(job.total);
    caseId = job.result.caseId;
    const shown = await web.get(page ?? '', handler);
    expect(shown.headers.get('location')).toBe(`/cases/${caseId}?view=reading`);
  }, 120_000);

  it('shows what was read, with its words, and weighs little', async () => {
    const start = performance.now();
    const response = await web.get(`/cases/${caseId}?view=reading`, handler);
    const page = await response.text();
    console.log('reading page', page.length, 'chars', Math.round(performance.now() - start), 'ms');
    expect(response.status).toBe(200);
    expect(Buffer.byteLength(page)).toBeLessThan(200 * 1024);
    expect(page).toContain('材料之间的矛盾');
    expect(page).toContain('示例市鲜味圆餐饮管理有限公司');
    expect(page).toMatch(/未核对 \d+/);
    expect(page).not.toMatch(/<script(?![^>]* src=)|<style|style="/);
  });

  it('confirms, corrects, rejects and takes back, each as a revision', async () => {
    const before = await caseFile();
    const confirmed = await decide('confirm', { path: 'party.creditCode' });
    expect(confirmed.status).toBe(303);
    const after = await caseFile();
    expect(after.revision).toBe(before.revision + 1);
    expect(
      after.file.sources.filter(({ path }) => path === 'party.creditCode').map((one) => one.confirmedBy),
    ).toContain('张敏');
    await decide('correct', { path: 'party.phone', value: '000-0000000' });
    expect((await caseFile()).file.party.phone).toBe('000-0000000');
    await decide('reject', { path: 'party.legalRepresentative' });
    expect((await caseFile()).file.party.legalRepresentative).toBeUndefined();
    await decide('undo', { path: 'party.legalRepresentative' });
    expect((await caseFile()).file.party.legalRepresentative).toBe(before.file.party.legalRepresentative);
  });
});
