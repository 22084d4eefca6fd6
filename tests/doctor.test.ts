import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Config } from '../src/config.ts';
import { runDoctor } from '../src/doctor.ts';
import { openTestApp, type TestApp } from './http/open-test-app.ts';
import { fakeWhisper } from './support/fake-whisper.ts';
import { startSpeechServer } from './support/speech-server.ts';

let test: TestApp;
beforeAll(async () => {
  test = await openTestApp();
});
afterAll(() => test.close());

const checksOf = async (jurisdiction: string) => {
  const { checks } = await runDoctor({ ...test.options.config, jurisdiction }, test.options.database);
  return new Map(checks.map((check) => [check.name, check]));
};

it('tells what the jurisdiction asks of the agency: reviewers and the figures of the year', async () => {
  const demo = await checksOf('demo');
  expect(demo.get('法制审核人员')).toMatchObject({
    state: 'ok',
    detail: expect.stringContaining('现有法制审核人员 1 人'),
  });
  expect(demo.get('年度执法统计')?.detail).toContain('1月31日前公布');
  // One plan names the day itself, and no share of reviewers.
  const audit = await checksOf('seed-lingchuan-audit');
  expect(audit.get('年度执法统计')?.detail).toContain('1月20日公布');
  expect(audit.get('法制审核人员')?.detail).toContain('没有规定');
});

it('says that reviewers are too few where the plan asks for more', async () => {
  await test.db
    .updateTable('people')
    .set({ disabled_at: new Date() })
    .where('role', '=', 'reviewer')
    .execute();
  expect((await checksOf('seed-weixi-agriculture')).get('法制审核人员')).toMatchObject({ state: 'absent' });
});

describe('the speech engine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingcai-doctor-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const speech = async (settings: Pick<Config, 'whisper' | 'speech'>) => {
    const config = { ...test.options.config, dataFolder: folder, ...settings };
    const { checks } = await runDoctor(config, test.options.database);
    return checks.find(({ name }) => name === '语音识别');
  };

  it('that is not there costs typing, and that is said', async () => {
    expect(await speech({})).toMatchObject({
      state: 'absent',
      remedy: expect.stringContaining('MINGCAI_WHISPER_MODEL'),
    });
  });

  it('is there with a model and a program, and is wrong without one of them', async () => {
    const { model, binary } = fakeWhisper(folder);
    expect(await speech({ whisper: { model, binary } })).toMatchObject({ state: 'ok' });
    expect(await speech({ whisper: { model, binary: '/nowhere' } })).toMatchObject({ state: 'broken' });
    expect(await speech({ whisper: { model: '/nowhere', binary } })).toMatchObject({ state: 'broken' });
    expect(await speech({ whisper: { model: binary, binary } })).toMatchObject({
      state: 'broken',
      detail: expect.stringContaining('不是 ggml 格式'),
    });
    const { PATH } = process.env;
    process.env.PATH = '/nowhere';
    try {
      expect(await speech({ whisper: { model } })).toMatchObject({
        state: 'broken',
        detail: expect.stringContaining('make、cc、c++'),
      });
    } finally {
      process.env.PATH = PATH;
    }
  });

  it('on a server is there when it answers', async () => {
    const server = await startSpeechServer({ status: 500 });
    expect(await speech({ speech: { url: server.url } })).toMatchObject({ state: 'ok' });
    await server.close();
    expect(await speech({ speech: { url: server.url } })).toMatchObject({ state: 'broken' });
  });
});

it('names a jurisdiction that is not there', async () => {
  expect((await checksOf('nowhere')).get('地区方案')).toMatchObject({ state: 'broken' });
});
