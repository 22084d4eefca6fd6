import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import mammoth from 'mammoth';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Transcript } from '../../src/models/speech/transcript.ts';
import { fakeWhisper, type Manner } from '../support/fake-whisper.ts';
import { isAlive } from '../support/is-alive.ts';
import { type Sound, writeSound } from '../support/make-sound.ts';
import { BIN, runCli } from '../support/run-cli.ts';
import { startSpeechServer } from '../support/speech-server.ts';

const root = mkdtempSync(join(tmpdir(), 'mingcai-command-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const NONE = { MINGCAI_WHISPER_MODEL: '', MINGCAI_WHISPER_BIN: '', MINGCAI_SPEECH_URL: '' };

let folder: string;
let audio: string;
beforeEach(() => {
  folder = mkdtempSync(join(root, 'case-'));
  audio = join(folder, `-听证 "录音" $(x).wav`);
  const six: Sound[] = Array.from({ length: 6 }, () => [
    { kind: 'voice' as const, seconds: 2 },
    { kind: 'nothing' as const, seconds: 31 },
  ]).flat();
  writeSound(audio, six);
});

function fake(manner: Manner = {}) {
  const whisper = fakeWhisper(folder, manner);
  const env = {
    ...NONE,
    MINGCAI_DATA: join(folder, 'data'),
    MINGCAI_WHISPER_MODEL: whisper.model,
    MINGCAI_WHISPER_BIN: whisper.binary,
  };
  return { whisper, env };
}

describe('mingcai transcribe', () => {
  it('says what to set where there is no engine, and that a transcript can be typed or imported', async () => {
    const run = await runCli(['transcribe', audio, '--json'], { ...NONE, MINGCAI_DATA: folder });
    expect(run.status).toBe(1);
    const { error } = run.json<{ error: { kind: string; message: string } }>();
    expect(error.kind).toBe('unavailable');
    for (const word of ['MINGCAI_WHISPER_MODEL', 'MINGCAI_SPEECH_URL', '录入', '.srt、.vtt、.txt']) {
      expect(error.message).toContain(word);
    }
  });

  it('prints one JSON document of the shape that was agreed', async () => {
    const { env } = fake();
    const run = await runCli(['transcribe', audio, '--json'], env);
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
    const transcript = run.json<Transcript>();
    expect(Object.keys(transcript).sort()).toEqual([
      'audio',
      'dropped',
      'engine',
      'language',
      'model',
      'segments',
    ]);
    expect(transcript).toMatchObject({ engine: 'whisper.cpp', language: 'zh', audio: { seconds: 198 } });
    expect(transcript.audio.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(transcript.segments).toHaveLength(6);
  });

  it('writes every format, each of which says that it is no record, and reads the words of the agency', async () => {
    const { env, whisper } = fake();
    for (const suffix of ['json', 'srt', 'vtt', 'txt', 'docx']) {
      const out = join(folder, `稿.${suffix}`);
      const run = await runCli(
        ['transcribe', '--out', out, '--words', '示例公司、行政处罚法', '--', audio],
        env,
      );
      expect(run.status).toBe(0);
      expect(run.stdout).toContain(`已写到 ${out}`);
      const text =
        suffix === 'docx'
          ? (await mammoth.extractRawText({ buffer: readFileSync(out) })).value
          : readFileSync(out, 'utf8');
      expect(text).toContain('第5部分的话。');
      if (!['json', 'srt'].includes(suffix)) expect(text).toContain('不是笔录');
    }
    const { words } = whisper.runs()[0]!;
    expect(words[words.indexOf('--prompt') + 1]).toContain('示例公司、行政处罚法');
  });

  it('lists what it did not take over', async () => {
    const { env } = fake({ says: [{ start: 0, end: 2, text: '谢谢观看' }] });
    const run = await runCli(['transcribe', audio], env);
    expect(run.stdout).toContain('录音里没有听到说话');
    expect(run.stdout).toContain('“谢谢观看”（引擎惯常的臆造）');
  });

  it('refuses wrong usage and files before any work', async () => {
    const { env, whisper } = fake();
    expect((await runCli(['transcribe', audio, '--out', 'a.pdf'], env)).status).toBe(2);
    expect((await runCli(['transcribe'], env)).status).toBe(2);
    expect((await runCli(['transcribe', join(folder, '没有.wav')], env)).stderr).toContain('没有这个文件');
    expect((await runCli(['transcribe', audio, '--out', '/nowhere/a.txt'], env)).stderr).toContain('写不了');
    expect(whisper.runs()).toEqual([]);
  });

  it('goes on after SIGKILL without doing finished parts again, and ends the engine that was left', async () => {
    const { env, whisper } = fake({ slow: 700 });
    const child = spawn(process.execPath, [BIN, 'transcribe', audio, '--json'], {
      env: { ...process.env, ...env },
      stdio: 'ignore',
      detached: true,
    });
    while ((whisper.runs()[0]?.done.length ?? 0) < 2) await wait(50);
    // All of the command, as the system would end it; the engine has a group of its own and stays.
    process.kill(-child.pid!, 'SIGKILL');
    await new Promise((done) => child.once('close', done));
    const again = await runCli(['transcribe', audio, '--json'], env);
    expect(again.stderr).toBe('');
    expect(again.json<Transcript>().segments.map(({ text }) => text)).toEqual(
      Array.from({ length: 6 }, (_, part) => `第${part}部分的话。`),
    );
    const [first, second] = whisper.runs();
    expect(first!.done.length).toBeGreaterThanOrEqual(2);
    expect(first!.done.length).toBeLessThan(6);
    const done = [...first!.done, ...second!.done];
    expect(done).toEqual([...new Set(done)]);
    expect(done).toHaveLength(6);
    expect(isAlive(first!.pid)).toBe(false);
  });

  it('ends with its engine on a signal', async () => {
    const { env, whisper } = fake({ slow: 60_000 });
    const child = spawn(process.execPath, [BIN, 'transcribe', audio], {
      env: { ...process.env, ...env },
      stdio: 'ignore',
    });
    while (whisper.runs().length === 0) await wait(50);
    const ended = new Promise((done) => child.once('close', done));
    const started = Date.now();
    child.kill('SIGINT');
    await ended;
    expect(Date.now() - started).toBeLessThan(2000);
    await wait(100);
    expect(isAlive(whisper.runs()[0]!.pid)).toBe(false);
  });

  it('uses a transcription server instead where one is set', async () => {
    const server = await startSpeechServer({ answer: { text: '现在开始听证。' } });
    try {
      const env = { ...NONE, MINGCAI_DATA: folder, MINGCAI_SPEECH_URL: server.url };
      const run = await runCli(['transcribe', audio, '--json'], env);
      expect(run.json<Transcript>()).toMatchObject({ engine: 'server', model: 'whisper-1' });
      expect(server.requests).toHaveLength(6);
    } finally {
      await server.close();
    }
  });
});
