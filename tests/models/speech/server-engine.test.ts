import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { type ServerSettings, serverEngine } from '../../../src/models/speech/server-engine.ts';
import { transcribeRecording } from '../../../src/models/speech/transcribe-recording.ts';
import { writeSound } from '../../support/make-sound.ts';
import { type SpeechBehaviour, startSpeechServer } from '../../support/speech-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingcai-server-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, '听证.wav');
writeSound(path, [
  { kind: 'nothing', seconds: 2 },
  { kind: 'voice', seconds: 3 },
  { kind: 'nothing', seconds: 2 },
]);

let server: Awaited<ReturnType<typeof startSpeechServer>> | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function transcribe(
  behaviours: SpeechBehaviour[],
  settings: Partial<ServerSettings> = {},
  signal?: AbortSignal,
) {
  server = await startSpeechServer(...behaviours);
  const engine = serverEngine({ url: server.url, pauseMs: 1, ...settings });
  return transcribeRecording(path, engine, {
    workFolder: join(folder, 'work'),
    vocabulary: ['示例公司'],
    ...(signal ? { signal } : {}),
  });
}

const SAID = { start: 0.2, end: 3.1, text: '現在開始聽證。', avg_logprob: -0.1, no_speech_prob: 0.01 };

it('asks for Chinese with times, sends the vocabulary, and puts the answer at its place', async () => {
  const transcript = await transcribe(
    [{ answer: { language: 'chinese', duration: 3.6, text: '', segments: [SAID] } }],
    {
      model: 'large',
      apiKey: 'key',
    },
  );
  expect(transcript).toMatchObject({ engine: 'server', model: 'large' });
  expect(transcript.segments).toEqual([
    { start: expect.closeTo(2, 0), end: expect.closeTo(5, 0), text: '现在开始听证。', confidence: 0.905 },
  ]);
  const [request] = server!.requests;
  expect(request).toMatchObject({
    path: '/v1/audio/transcriptions',
    authorization: 'Bearer key',
    fields: { model: 'large', language: 'zh', response_format: 'verbose_json', temperature: '0' },
    file: { magic: 'RIFF' },
  });
  expect(request!.fields.prompt).toContain('示例公司');
  // The silence before and after stays here.
  expect(request!.file.bytes).toBeLessThan(4.2 * 32_000);
});

it('takes an answer without sentences for one sentence, and no text for nothing', async () => {
  expect((await transcribe([{ answer: { text: '现在开始听证。' } }])).segments).toHaveLength(1);
  await server?.close();
  expect((await transcribe([{ answer: { text: ' ' } }])).segments).toEqual([]);
});

it('leaves out what the model itself took for silence', async () => {
  const guessed = { ...SAID, avg_logprob: -1.4, no_speech_prob: 0.9 };
  const transcript = await transcribe([{ answer: { segments: [guessed] } }]);
  expect(transcript.segments).toEqual([]);
  expect(transcript.dropped).toEqual([expect.objectContaining({ text: '现在开始听证。', why: 'silence' })]);
});

it('tries again where that may help, three times', async () => {
  const transcript = await transcribe([
    { status: 503 },
    { fault: 'cut-off' },
    { answer: { segments: [SAID] } },
  ]);
  expect(transcript.segments).toHaveLength(1);
  expect(server!.requests).toHaveLength(3);
});

it.each([
  ['an error of the server', { status: 500 }, 3, '状态 500'],
  ['a refusal', { status: 401 }, 1, '状态 401'],
  ['no transcription', { answer: [] }, 1, '应答不是转写结果'],
  ['no JSON', { fault: 'not-json' }, 3, '连接中断'],
  ['a way elsewhere', { fault: 'elsewhere' }, 3, '连接中断'],
  ['no answer in time', { fault: 'silent' }, 3, '超时'],
] as [string, SpeechBehaviour, number, string][])(
  'is refused by name for %s',
  async (_, behaviour, tries, why) => {
    await expect(transcribe([behaviour], { timeoutMs: 300 })).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining(why),
    });
    expect(server!.requests).toHaveLength(tries);
  },
);

it('stops when it is cancelled', async () => {
  const abort = new AbortController();
  const running = transcribe([{ fault: 'silent' }], {}, abort.signal).catch((error: unknown) => error);
  setTimeout(() => abort.abort(new Error('cancelled')), 300);
  const started = Date.now();
  expect(await running).toMatchObject({ message: 'cancelled' });
  expect(Date.now() - started).toBeLessThan(2000);
});

it('is given the key of the chat model only where both are one server', () => {
  const keys = { OPENAI_BASE_URL: 'http://127.0.0.1:8000/v1', OPENAI_API_KEY: 'key' };
  const speech = (url: string) => readConfig({ ...keys, MINGCAI_SPEECH_URL: url }).speech;
  expect(speech('http://127.0.0.1:8000/v1')).toEqual({ url: 'http://127.0.0.1:8000/v1', apiKey: 'key' });
  expect(speech('http://127.0.0.1:8001/v1')).toEqual({ url: 'http://127.0.0.1:8001/v1' });
});
