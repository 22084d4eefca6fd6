import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCase } from '../../src/cases/create-case.ts';
import { exampleCaseFiles } from '../../src/cases/example-case-files.ts';
import { importTranscript } from '../../src/hearings/import-transcript.ts';
import { segmentsOf } from '../../src/hearings/kept-transcript.ts';
import { listChanges } from '../../src/hearings/list-changes.ts';
import { makeTranscript } from '../../src/hearings/make-transcript.ts';
import { listRecordings } from '../../src/hearings/recording.ts';
import { keepSample } from '../hearings/keep-sample.ts';
import { sampleWav } from '../hearings/sample-wav.ts';
import { NO_BROWSER, openWalk, type Walk } from './open-browser.ts';

if (NO_BROWSER) console.warn(NO_BROWSER);

const SENTENCES = 220;

/** So many sentences of a second each, in turn by three people. */
function srt(): string {
  const who = ['听证主持人', '当事人', '路人甲'];
  const clock = (seconds: number) =>
    `00:${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')},000`;
  return Array.from(
    { length: SENTENCES },
    (_, index) =>
      `${index + 1}\n${clock(index)} --> ${clock(index + 1)}\n${who[index % 3]}：第${index + 1}句示例文字`,
  ).join('\n\n');
}

describe.skipIf(NO_BROWSER)('a hearing', () => {
  let walk: Walk;
  let folder: string;
  let recordingId: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mingcai-hearing-'));
    walk = await openWalk({
      config: { dataFolder: folder, port: 0, jurisdiction: 'demo', logLevel: 'silent' },
    });
    const people = ['zhangmin', 'liqiang'].map((name) => walk.test.people.get(name)!);
    const [file] = exampleCaseFiles();
    await createCase(walk.test.db, {
      file: { ...file!, id: 'heard' },
      by: people[0]!,
      handlers: [people[1]!.id],
    });
  });
  afterAll(async () => {
    await walk?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const db = () => walk.test.db;
  const saved = (page: Page) => page.locator('[data-save-state]', { hasText: '已保存' }).waitFor();

  it('is handed in from the page, in pieces, and opens with its waveform', async () => {
    const page = await walk.as('zhangmin');
    await page.goto(`${walk.origin}/cases/heard`);
    await page.getByRole('link', { name: /录音录像/ }).click();
    await walk.look(page, 'recordings-empty');
    const path = join(folder, '示例听证 "$(x)" 一.wav');
    // Four minutes, 7.3 MB and more: two pieces would need 8; the pieces themselves are tested by request.
    writeFileSync(
      path,
      sampleWav(Array.from({ length: 300 }, (_, at) => (at % 7 === 6 ? 0 : 0.3 + (at % 5) / 8))),
    );
    await page.getByLabel('选择录音录像文件').setInputFiles(path);
    await page.getByLabel('录制开始').fill('2026-03-05T09:00');
    await page.getByLabel('录制结束').fill('2026-03-05T11:30');
    await page.getByRole('button', { name: '存入', exact: true }).click();
    await page.waitForURL(/\/recordings\//);
    await page.locator('[data-wave]').waitFor();
    await walk.look(page, 'recording-without-text');
    const [recording] = await listRecordings(db(), 'heard');
    expect(recording).toMatchObject({ name: '示例听证 "$(x)" 一.wav', mediaType: 'audio/wav' });
    recordingId = recording!.id;
    await page.goto(`${walk.origin}/cases/heard/recordings`);
    await walk.look(page, 'recordings');
    expect(walk.complaints).toEqual([]);
  });

  it('is corrected by keyboard, two hundred sentences, and nothing is lost when the browser is killed', async () => {
    const by = walk.test.people.get('zhangmin')!;
    const { id } = await importTranscript(db(), { recordingId, text: srt(), file: '示例.srt', by });
    const page = await walk.as('zhangmin');
    await page.goto(`${walk.origin}/recordings/${recordingId}`);
    await page.locator('[data-wave]').waitFor();
    await walk.look(page, 'transcript');

    await page.keyboard.press('j');
    await page.keyboard.press('e');
    for (let at = 0; at < 200; at += 1) {
      await page.keyboard.type('改');
      await page.keyboard.press('Enter');
    }
    await page.keyboard.type('末句还没有停');
    await saved(page);
    // What stands as saved is kept, whatever becomes of the browser.
    await page.context().close();
    const segments = await segmentsOf(db(), id);
    expect(segments.slice(0, 200).every(({ text }, at) => text === `第${at + 1}句示例文字改`)).toBe(true);
    expect(segments[200]!.text).toBe('第201句示例文字末句还没有停');
    const log = await listChanges(db(), id, { limit: 200 });
    expect(log[0]).toMatchObject({ kind: 'text', before: [{ text: '第201句示例文字' }] });
  });

  it('has its speakers given, its sentences split, merged and replaced, and each step undone, by keyboard', async () => {
    const by = walk.test.people.get('zhangmin')!;
    const { id } = await importTranscript(db(), { recordingId, text: srt(), file: '示例二.srt', by });
    const page = await walk.as('zhangmin');
    await page.goto(`${walk.origin}/recordings/${recordingId}?transcript=${id}`);
    const third = page.locator('#s3');
    await third.locator('[data-text]').click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('4');
    await third.getByText('当事人', { exact: true }).waitFor();
    // In bulk: everybody of one name.
    await page.getByRole('button', { name: '选入同一发言人' }).click();
    expect(await page.locator('[data-count-chosen]').textContent()).toBe(String(Math.floor(SENTENCES / 3)));
    await page.getByLabel('姓名（可不填）').fill('某甲');
    await page.getByRole('button', { name: '6 证人' }).click();
    await saved(page);
    await page.locator('#s219', { hasText: '证人' }).waitFor();
    expect(await page.locator('[data-count-unassigned]').textContent()).toBe('0');
    await page.getByText('逐行指定').click();
    await third.click({ position: { x: 5, y: 5 } });
    await page.locator('[data-role-lines]').fill('第三人\n\n2');
    await page.getByRole('button', { name: '按行指定' }).click();
    await page.locator('#s5', { hasText: '记录员' }).waitFor();

    await third.locator('[data-text]').click();
    await page.keyboard.press('Home');
    for (let at = 0; at < 3; at += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Control+Enter');
    await page.locator('#s221').waitFor();
    expect(await third.locator('[data-text]').textContent()).toBe('第3句');
    expect(await page.locator('#s221 [data-text]').textContent()).toBe('示例文字');
    await page.keyboard.press('Escape');
    await page.keyboard.press('k');
    await page.keyboard.press('m');
    await page.locator('#s221').waitFor({ state: 'detached' });
    await page.keyboard.press('u');
    await page.locator('#s221').waitFor();

    await page.keyboard.press('/');
    await page.keyboard.type('示例文字');
    await page.getByLabel('替换为').fill('示例内容');
    await page.getByRole('button', { name: '全部替换' }).click();
    await page.getByText(`替换了 ${SENTENCES} 句`).waitFor();
    const segments = await segmentsOf(db(), id);
    expect(segments.find((one) => one.id === 11)).toMatchObject({
      text: '第11句示例内容',
      start: 10,
      end: 11,
    });
    await page.locator('[data-log] summary').click();
    await page.locator('[data-log] li', { hasText: '查找替换' }).waitFor();
    await page.locator('[data-keys] summary').click();
    await walk.look(page, 'transcript-corrected');
    await page.getByRole('link', { name: '全部修改记录' }).click();
    await walk.look(page, 'transcript-changes');
    expect(walk.complaints).toEqual([]);
  });

  it('tells two editors of each other, and what one could not save is not lost', async () => {
    const by = walk.test.people.get('zhangmin')!;
    const { id } = await importTranscript(db(), { recordingId, text: srt(), file: '示例三.srt', by });
    const [first, second] = [await walk.as('zhangmin'), await walk.as('liqiang')];
    for (const page of [first, second]) {
      await page.goto(`${walk.origin}/recordings/${recordingId}?transcript=${id}`);
    }
    await first.locator('[data-editors]', { hasText: '李强' }).waitFor();
    await second.locator('#s2 [data-text]').click();
    await second.keyboard.type('乙');
    await first.locator('#s2 [data-text]').click();
    await first.keyboard.press('End');
    await first.keyboard.type('甲甲');
    await second.keyboard.press('Escape');
    await saved(second);
    await first.keyboard.press('Escape');
    await first.locator('#s2 .lost').waitFor();
    expect(await first.locator('#s2 .lost').textContent()).toContain('甲甲');
    expect(await first.locator('#s2 [data-text]').textContent()).toContain('乙');
    await walk.look(first, 'transcript-two-editors');
    // Once seen, the sentence can be changed again.
    await first.locator('#s2 [data-text]').click();
    await first.keyboard.press('End');
    await first.keyboard.type('丙');
    await first.keyboard.press('Escape');
    await saved(first);
    const [, kept] = await segmentsOf(db(), id);
    expect(kept!.text).toMatch(/乙.*丙|丙.*乙/);
  });

  it('plays a sentence on a click, and can be read without script', async () => {
    const page = await walk.as('zhangmin');
    await page.goto(`${walk.origin}/recordings/${recordingId}`);
    await page.locator('#s50 .time').click();
    await page.waitForFunction('document.querySelector("audio").currentTime >= 49');
    await page.locator('#s50.heard').waitFor();
    await page.locator('[data-rate-input]').fill('2.5');
    expect(await page.evaluate('document.querySelector("audio").playbackRate')).toBe(2.5);

    const plain = await walk.as('wangfa', { javaScript: false });
    await plain.goto(`${walk.origin}/recordings/${recordingId}`);
    expect(await plain.locator('.segment').count()).toBe(SENTENCES);
    expect(await plain.locator('[data-replace]').isVisible()).toBe(false);
    const narrow = await walk.as('zhangmin', { width: 390 });
    await narrow.goto(`${walk.origin}/recordings/${recordingId}`);
    await walk.look(narrow, 'transcript-narrow');
    expect(walk.complaints).toEqual([]);
  });

  it('becomes a record: drafted, completed beside the sound, and confirmed', async () => {
    const by = walk.test.people.get('zhangmin')!;
    const said = [
      '记录员：请到场人员核对身份。',
      '主持人：请案件调查人员提出违法事实。',
      '调查人员：事实清楚。',
      '主持人：请当事人陈述和申辩。',
      '当事人：请求从轻。',
      '主持人：下面进行质证。',
      '主持人：请作最后陈述。',
      '主持人：听证到此结束。',
    ];
    const text = said.map((line, at) => `[00:00:${String(at * 4).padStart(2, '0')}] ${line}`).join('\n');
    const { id } = await importTranscript(db(), { recordingId, text, file: '示例四.txt', by });
    const page = await walk.as('zhangmin');
    await page.goto(`${walk.origin}/recordings/${recordingId}?transcript=${id}`);
    await page.getByRole('button', { name: '起草听证笔录' }).click();
    await page.waitForURL(/\/hearing-records\//);
    await page.locator('[data-wave]').waitFor();
    await walk.look(page, 'record-draft');
    // The rest of five minutes is without text, and a person says why.
    await page
      .getByLabel(/不写入的原因/)
      .last()
      .fill('休庭');
    await page.getByLabel('地点').fill('示例听证室');
    await page.getByLabel('公开或者不公开').fill('公开');
    for (const [at, [role, name]] of [
      ['presiding', '示例甲'],
      ['clerk', '示例乙'],
      ['investigator', '示例丙'],
      ['party', '示例丁'],
    ].entries()) {
      await page.getByLabel(`第 ${at + 1} 人的角色`).selectOption(role!);
      await page.getByLabel(`第 ${at + 1} 人的姓名`).fill(name!);
      await page
        .getByRole('checkbox')
        .nth(at + 1)
        .check();
    }
    await page.getByRole('button', { name: '保存草稿' }).click();
    await page.getByText('各部分齐全').waitFor();
    await page.locator('.record-line .time').nth(4).click();
    await page.waitForFunction('document.querySelector("audio").currentTime >= 16');
    for (const name of ['示例甲', '示例乙', '示例丙', '示例丁']) {
      await page.getByRole('group', { name }).getByLabel('逐页签名').check();
    }
    await page.getByLabel('签名日期').fill('2026-03-05');
    await page.getByLabel('页数').fill('2');
    await walk.look(page, 'record-complete');
    await page.getByRole('button', { name: '确认为笔录' }).click();
    await page.getByText('已核对签名').waitFor();
    await walk.look(page, 'record-confirmed');
    expect(walk.complaints).toEqual([]);
  });

  it('has its unsure words heard and confirmed one by one, by keyboard', async () => {
    const by = walk.test.people.get('zhangmin')!;
    const recording = await keepSample(db(), { dataFolder: folder, by, bytes: sampleWav([0.5, 0.5, 0.5]) });
    const { id } = await makeTranscript(db(), {
      recordingId: recording.id,
      source: 'engine',
      engine: 'whisper.cpp',
      model: '示例模型',
      seconds: 3,
      segments: [
        {
          start: 0,
          end: 1,
          text: '本案事实清楚',
          uncertain: [
            { from: 0, to: 2 },
            { from: 4, to: 6 },
          ],
        },
        { start: 1, end: 2, text: '证据充分', uncertain: [{ from: 2, to: 4 }] },
      ],
      dropped: [{ start: 2, end: 3, text: '谢谢观看', why: 'known-invention' }],
      by,
    });
    const page = await walk.as('zhangmin');
    await page.goto(`${walk.origin}/recordings/${recording.id}`);
    const left = page.locator('[data-count-unsure]');
    expect(await left.textContent()).toBe('3');
    for (const still of ['2', '1', '0']) {
      await page.keyboard.press('n');
      if (still === '1') await walk.look(page, 'transcript-unsure');
      await page.keyboard.press('y');
      await page.locator('[data-count-unsure]', { hasText: still }).waitFor();
    }
    const segments = await segmentsOf(db(), id);
    expect(segments.flatMap(({ uncertain }) => uncertain)).toEqual([]);
    const log = await listChanges(db(), id, { limit: 9 });
    expect(log.map(({ kind }) => kind)).toEqual(['confirm', 'confirm', 'confirm']);
    await page.getByText('滤掉的文字 1').click();
    await page.getByText('谢谢观看').waitFor();
    expect(walk.complaints).toEqual([]);
  });
});
