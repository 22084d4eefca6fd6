import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getCase } from '../../src/cases/get-case.ts';
import type { Recording } from '../../src/hearings/recording.ts';
import { keepSample } from '../hearings/keep-sample.ts';
import { sampleWav } from '../hearings/sample-wav.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

let data: string;
let web: TestApp;
let recording: Recording;
const cookies: Record<string, string> = {};
const SAID = [
  '记录员：请到场人员核对身份。',
  '主持人：下面请案件调查人员提出违法事实、证据和处罚建议。',
  '调查人员：当事人发布违法广告。',
  '主持人：请当事人陈述和申辩。',
  '当事人：只投放了一天。',
  '主持人：下面进行质证。',
  '当事人：没有异议。',
  '主持人：请当事人作最后陈述。',
  '当事人：请求从轻。',
  '主持人：听证到此结束。',
];
const TEXT = SAID.join('\n');
const TIMED = SAID.map((line, at) => `[00:00:${String(at * 4).padStart(2, '0')}] ${line}`).join('\n');

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'mingcai-hearing-pages-'));
  web = await openTestApp({
    config: { dataFolder: data, port: 0, jurisdiction: 'demo', logLevel: 'silent' },
  });
  for (const name of ['zhangmin', 'liqiang', 'wangfa']) cookies[name] = await web.signIn(name);
  const by = web.people.get('zhangmin')!;
  recording = await keepSample(web.db, { dataFolder: data, by, bytes: sampleWav([0.5, 0]) });
}, 180_000);
afterAll(async () => {
  await web?.close();
  rmSync(data, { recursive: true, force: true });
});

const get = (path: string, who = 'zhangmin') => web.get(path, cookies[who]);
const post = (path: string, form: Record<string, string>, who = 'zhangmin') =>
  web.post(path, form, cookies[who]);
const edit = (id: string, body: object, who = 'zhangmin') =>
  web.app.request(`/api/transcripts/${id}/edits`, {
    method: 'POST',
    headers: {
      cookie: cookies[who] ?? '',
      origin: 'http://localhost',
      host: 'localhost',
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });

describe('the page of a recording', () => {
  it('says what to do without a speech engine, and takes a text that was typed', async () => {
    const page = await (await get(`/recordings/${recording.id}`)).text();
    expect(page).toContain('没有配置语音识别');
    const refused = await post(`/recordings/${recording.id}/transcription`, {});
    expect(refused.status).toBe(503);
    expect(await refused.text()).toContain('MINGCAI_WHISPER_MODEL');
    const empty = await post(`/recordings/${recording.id}/transcripts`, { text: ' ' });
    expect(empty.status).toBe(422);
    expect((await post(`/recordings/${recording.id}/transcripts`, { text: TEXT }, 'wangfa')).status).toBe(
      403,
    );
    const made = await post(`/recordings/${recording.id}/transcripts`, { text: TEXT });
    expect(made.status).toBe(303);
    expect(await (await get(made.headers.get('location')!)).text()).toContain('没有时间');
    const timed = await post(`/recordings/${recording.id}/transcripts`, { text: TIMED });
    const text = await (await get(timed.headers.get('location')!)).text();
    expect(text).toContain('转写稿，不是笔录');
    expect(text).not.toContain('没有时间');
    expect(text).toContain('只投放了一天。');
  });

  it('is read by those who may look into the case, and corrected by its handlers', async () => {
    const { transcripts } = (await (await get(`/api/recordings/${recording.id}/transcripts`)).json()) as {
      transcripts: { id: string }[];
    };
    const { id } = transcripts[0]!;
    expect((await get(`/recordings/${recording.id}`, 'wangfa')).status).toBe(200);
    expect((await get(`/recordings/${recording.id}`, 'liqiang')).status).toBe(403);
    expect((await get(`/api/transcripts/${id}`, 'liqiang')).status).toBe(403);
    expect((await get(`/transcripts/${id}/txt`, 'liqiang')).status).toBe(403);
    const text = { edit: { act: 'text', id: 5, text: '只投放了半天。' }, seen: { 5: 0 } };
    expect((await edit(id, text, 'wangfa')).status).toBe(403);
    expect(await (await edit(id, text)).json()).toMatchObject({
      revision: 1,
      segments: [{ id: 5, version: 1 }],
    });
    expect((await edit(id, text)).status).toBe(409);
    expect((await edit(id, { edit: { act: 'text', id: 5 } })).status).toBe(422);
    const log = await (await get(`/transcripts/${id}/changes`)).text();
    expect(log).toContain('只投放了一天。');
    expect(log).toContain('只投放了半天。');
    const changes = await (await get(`/api/transcripts/${id}/changes?since=0`, 'wangfa')).json();
    expect(changes).toMatchObject({ revision: 1, editors: [] });
    expect(await (await get(`/transcripts/${id}/txt`)).text()).toContain('当事人：只投放了半天。');
    for (const format of ['srt', 'vtt', 'json', 'docx']) {
      expect((await get(`/transcripts/${id}/${format}`)).status).toBe(200);
    }
  });
});

describe('a record on its pages', () => {
  it('is drafted, completed, confirmed, and brought to the case', async () => {
    const { transcripts } = (await (await get(`/api/recordings/${recording.id}/transcripts`)).json()) as {
      transcripts: { id: string }[];
    };
    const { id } = transcripts[0]!;
    expect((await post(`/transcripts/${id}/record`, {}, 'wangfa')).status).toBe(403);
    const path = (await post(`/transcripts/${id}/record`, {})).headers.get('location')!;
    const page = await (await get(path)).text();
    expect(page).toContain('未经核对签名，不是笔录');
    expect(page).toContain('没有填写地点');
    expect(page).not.toContain('确认为笔录');
    expect(await (await get(path, 'wangfa')).text()).toContain('草稿：由录音转写稿整理');
    expect((await get(path, 'liqiang')).status).toBe(403);

    const people = { presiding: '示例甲', clerk: '示例乙', investigator: '王磊', party: '高某示例' };
    const attendance = Object.fromEntries(
      Object.entries(people).flatMap(([role, name], at) => [
        [`person-${at}-role`, role],
        [`person-${at}-name`, name],
        [`person-${at}-present`, 'yes'],
      ]),
    );
    const head = {
      'head-cause': '示例案由',
      'head-time': '上午',
      'head-place': '听证室',
      'head-open': '公开',
    };
    const saved = await post(path, { version: '1', ...head, ...attendance });
    expect(saved.status).toBe(303);
    expect((await post(path, { version: '1', ...head })).status).toBe(409);
    const complete = await (await get(path)).text();
    expect(complete).toContain('各部分齐全');

    const half = await post(`${path}/confirm`, { version: '2', pages: '2', signedOn: '2026-03-05' });
    expect(half.status).toBe(422);
    expect(await half.text()).toContain('没有填全');
    const signatures = Object.fromEntries(Object.keys(people).map((_, at) => [`person-${at}`, 'signed']));
    const all = { version: '2', pages: '2', signedOn: '2026-03-05', checked: 'read', ...signatures };
    expect((await post(`${path}/facts`, {})).status).toBe(409);
    expect((await get(`${path}/report`)).status).toBe(409);
    expect((await post(`${path}/confirm`, all)).status).toBe(303);
    const record = await (await get(path)).text();
    expect(record).toContain('已核对签名');
    expect(record).not.toContain('不是笔录');

    expect((await get(`${path}/report`)).status).toBe(200);
    const docx = await get(`${path}/docx`);
    const name = decodeURIComponent(docx.headers.get('content-disposition') ?? '');
    expect(name).toContain('听证笔录.docx');
    expect((await docx.arrayBuffer()).byteLength).toBeGreaterThan(2000);

    expect((await post(`${path}/facts`, {})).status).toBe(303);
    const { file } = await getCase(web.db, recording.caseId);
    expect(file.action === 'penalty' && file.hearing?.record?.points).toEqual([{ text: '只投放了半天。' }]);
    const records = await (await get(`/cases/${recording.caseId}?view=records`)).text();
    expect(records).toContain('确认听证笔录');
  });
});

describe('the words of a transcript', () => {
  it('stand on the page as they were written, whatever signs they have', async () => {
    const odd = '[00:00:01] <b>甲"\'：<script>alert(1)</script> & "引号"';
    const made = await post(`/recordings/${recording.id}/transcripts`, { text: odd });
    const page = await (await get(made.headers.get('location')!)).text();
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;引号&quot;');
  });
});
