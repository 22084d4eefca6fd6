import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { digestFile } from '../../../src/models/speech/digest-file.ts';
import { openSpeech } from '../../../src/models/speech/open-speech.ts';
import { transcribeRecording } from '../../../src/models/speech/transcribe-recording.ts';
import { type FakeWhisper, fakeWhisper, type Manner } from '../../support/fake-whisper.ts';
import { isAlive } from '../../support/is-alive.ts';
import { makeSound, type Sound, wavBytes, wavHead, writeSound } from '../../support/make-sound.ts';

const root = mkdtempSync(join(tmpdir(), 'mingcai-transcribe-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;
const withFfmpeg = it.skipIf(!hasFfmpeg);
const note = hasFfmpeg ? '' : '（跳过：没有安装 ffmpeg）';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(root, 'case-'));
});

const voice = (seconds: number): Sound => ({ kind: 'voice', seconds });
const nothing = (seconds: number): Sound => ({ kind: 'nothing', seconds });
/** Two utterances, at 2 s and at 40 s. */
const TWO = [nothing(2), voice(3), nothing(35), voice(3), nothing(2)];

function engineOf(manner: Manner = {}): FakeWhisper {
  return fakeWhisper(folder, manner);
}

async function transcribe(
  path: string,
  fake: FakeWhisper,
  options: { signal?: AbortSignal; vocabulary?: string[] } = {},
) {
  const engine = await openSpeech({
    dataFolder: folder,
    whisper: { model: fake.model, binary: fake.binary },
  });
  return transcribeRecording(path, engine!, { workFolder: join(folder, 'work'), ...options });
}

describe('a recording', () => {
  it('becomes sentences at their times, and nothing is left of the work', async () => {
    const path = join(folder, 'a.wav');
    writeSound(path, TWO, { room: -60 });
    const transcript = await transcribe(path, engineOf());
    expect(transcript).toMatchObject({ engine: 'whisper.cpp', language: 'zh', dropped: [] });
    expect(transcript.model).toMatch(/^ggml-fake\.bin@[0-9a-f]{12}$/);
    expect(transcript.audio).toEqual({ seconds: 45, sha256: await digestFile(path) });
    expect(transcript.segments.map(({ text }) => text)).toEqual(['第0部分的话。', '第1部分的话。']);
    expect(transcript.segments[0]).toMatchObject({ confidence: 0.9 });
    for (const [index, [start, end]] of [
      [2, 5],
      [40, 43],
    ].entries()) {
      expect(Math.abs(transcript.segments[index]!.start - start!)).toBeLessThan(0.3);
      expect(Math.abs(transcript.segments[index]!.end - end!)).toBeLessThan(0.3);
    }
    expect(readdirSync(join(folder, 'work'))).toEqual([]);
  });

  it('that is silent for an hour yields nothing, and no engine is asked', async () => {
    const path = join(folder, 'hour.wav');
    writeFileSync(
      path,
      Buffer.concat([
        wavHead({ channels: 1, rate: 16_000, bits: 16, tag: 1, length: 115_200_000 }),
        Buffer.alloc(115_200_000),
      ]),
    );
    const fake = engineOf();
    const transcript = await transcribe(path, fake);
    expect(transcript).toMatchObject({ segments: [], dropped: [], audio: { seconds: 3600 } });
    expect(fake.runs()).toEqual([]);
  });

  it.each([
    '带 空格的.wav',
    `它's "名".wav`,
    '$(touch hacked).wav',
    '-f.wav',
    '--help',
    '`id`;x&|.wav',
    '听证录音。wav',
  ])('may have the name %s', async (name) => {
    const path = join(folder, name);
    writeSound(path, [nothing(1), voice(2), nothing(1)]);
    const before = readdirSync(folder).length;
    const transcript = await transcribe(path, engineOf());
    expect(transcript.segments).toHaveLength(1);
    // The program, its model, what it was told, its log, and the work's own folder.
    expect(readdirSync(folder).length).toBe(before + 5);
  });

  it('may lie with its model in folders of such names', async () => {
    folder = join(folder, `$(x) '引 "号" -f`);
    mkdirSync(folder);
    const path = join(folder, 'a.wav');
    writeSound(path, [nothing(1), voice(2), nothing(1)]);
    expect((await transcribe(path, engineOf())).segments).toHaveLength(1);
  });

  it('that ends before its head says is transcribed as far as it goes, and that is said', async () => {
    const path = join(folder, 'cut.wav');
    writeSound(path, TWO);
    truncateSync(path, 44 + 10 * 32_000);
    const transcript = await transcribe(path, engineOf());
    expect(transcript.segments).toHaveLength(1);
    expect(transcript.remarks).toEqual([expect.stringContaining('写明 45.0 秒，只读到 10.0 秒')]);
  });

  it('whose recorder never wrote the length is read to its end', async () => {
    const path = join(folder, 'live.wav');
    const samples = makeSound(TWO);
    for (const promised of [0, 0xffffffff]) {
      writeFileSync(path, wavBytes([samples], { promised }));
      const transcript = await transcribe(path, engineOf());
      expect(transcript.audio.seconds).toBe(45);
      expect(transcript.remarks).toBeUndefined();
    }
  });

  it('of 8 kHz with a speaker on each channel tells them apart', async () => {
    const path = join(folder, 'two.wav');
    const options = { rate: 8000, room: -60 };
    const left = makeSound([nothing(1), voice(3), nothing(6), nothing(3), nothing(1)], options);
    const right = makeSound([nothing(1), nothing(3), nothing(6), voice(3), nothing(1)], options);
    writeFileSync(path, wavBytes([left, right], { rate: 8000 }));
    const says = [
      { start: 0.3, end: 3, text: '我是左边的人。' },
      { start: 4, end: 7, text: '我是右边的人。' },
    ];
    const { segments, audio } = await transcribe(path, engineOf({ says }));
    expect(audio.seconds).toBeCloseTo(14, 2);
    expect(segments.map(({ channel, text }) => [channel, text])).toEqual([
      [0, '我是左边的人。'],
      [1, '我是右边的人。'],
    ]);
    expect(Math.abs(segments[1]!.start - 10)).toBeLessThan(0.5);
  });

  it('with the same sound on both channels says nothing about channels', async () => {
    const path = join(folder, 'both.wav');
    const sound = makeSound([nothing(1), voice(3), nothing(1)]);
    writeFileSync(path, wavBytes([sound, sound]));
    expect((await transcribe(path, engineOf())).segments[0]).not.toHaveProperty('channel');
  });

  it('in which speech yields no text names where a person has to listen', async () => {
    const path = join(folder, 'a.wav');
    writeSound(path, TWO, { room: -60 });
    const says = [{ start: 0, end: 1.2, text: '只有开头。' }];
    const { unheard } = await transcribe(path, engineOf({ says }));
    expect(unheard).toEqual([
      { start: expect.closeTo(3, 0), end: expect.closeTo(5, 0) },
      { start: expect.closeTo(41, 0), end: expect.closeTo(43, 0) },
    ]);
  });

  it('that is none is refused with what to do', async () => {
    const path = join(folder, 'text.wav');
    writeFileSync(path, '这不是录音，是一段文字。'.repeat(1000));
    await expect(transcribe(path, engineOf())).rejects.toMatchObject({
      kind: hasFfmpeg ? 'invalid-input' : 'unavailable',
    });
    for (const content of ['', 'RIFF', 'RIFF\0\0\0\0WAVE', 'RIFF\0\0\0\0WAVEfmt ']) {
      writeFileSync(path, content);
      await expect(transcribe(path, engineOf())).rejects.toMatchObject({ name: 'AppError' });
    }
    writeFileSync(path, wavHead({ channels: 1, rate: 16_000, bits: 16, tag: 1, length: 0 }));
    await expect(transcribe(path, engineOf())).rejects.toThrow('这个录音是空的');
    writeFileSync(path, wavHead({ channels: 0, rate: 16_000, bits: 16, tag: 1, length: 0 }));
    await expect(transcribe(path, engineOf())).rejects.toThrow('0 个声道');
  });

  it.each([
    [
      '8 bits',
      8,
      1,
      (x: number, at: number, bytes: Buffer) => bytes.writeUInt8(Math.round(x * 127) + 128, at),
    ],
    [
      '24 bits',
      24,
      1,
      (x: number, at: number, bytes: Buffer) => bytes.writeIntLE(Math.round(x * 8_388_607), at, 3),
    ],
    [
      '32 bits',
      32,
      1,
      (x: number, at: number, bytes: Buffer) => bytes.writeInt32LE(Math.round(x * 2_147_483_647), at),
    ],
    ['floats', 32, 3, (x: number, at: number, bytes: Buffer) => bytes.writeFloatLE(x, at)],
    ['long floats', 64, 3, (x: number, at: number, bytes: Buffer) => bytes.writeDoubleLE(x, at)],
  ] as const)('of %s at 44.1 kHz is read without any other program', async (_, bits, tag, put) => {
    const path = join(folder, 'a.wav');
    const samples = makeSound([nothing(1), voice(2), nothing(1)], { rate: 44_100 });
    const bytes = Buffer.alloc((samples.length * bits) / 8);
    for (const [at, sample] of samples.entries()) put(sample, (at * bits) / 8, bytes);
    writeFileSync(
      path,
      Buffer.concat([wavHead({ channels: 1, rate: 44_100, bits, tag, length: bytes.length }), bytes]),
    );
    const fake = engineOf();
    const { PATH } = process.env;
    process.env.PATH = '/nowhere';
    try {
      const { segments, audio } = await transcribe(path, fake);
      expect(audio.seconds).toBeCloseTo(4, 2);
      expect(Math.abs(segments[0]!.start - 1)).toBeLessThan(0.3);
    } finally {
      process.env.PATH = PATH;
    }
  });

  it('that needs ffmpeg says so where there is none', async () => {
    const path = join(folder, 'a.mp3');
    writeFileSync(path, Buffer.alloc(2000, 0xff));
    const { PATH } = process.env;
    process.env.PATH = '/nowhere';
    try {
      await expect(transcribe(path, engineOf())).rejects.toMatchObject({
        kind: 'unavailable',
        message: expect.stringContaining('安装 ffmpeg'),
      });
    } finally {
      process.env.PATH = PATH;
    }
  });

  withFfmpeg.each([
    ['-c:a', 'libmp3lame', 'a.mp3'],
    ['-c:a', 'aac', 'a.m4a'],
    ['-c:a', 'pcm_mulaw', 'mulaw.wav'],
    ['-c:a', 'libvorbis', '-.ogg'],
    ['-c:a', 'flac', 'concat:$(x).flac'],
  ])(`in another format is read by ffmpeg: %s %s %s${note}`, async (option, codec, name) => {
    const wav = join(folder, 'source.wav');
    writeSound(wav, TWO, { room: -60 });
    const path = join(folder, name);
    execFileSync('ffmpeg', ['-nostdin', '-v', 'error', '-i', wav, option, codec, `file:${path}`]);
    const { segments, audio, remarks } = await transcribe(path, engineOf());
    expect(Math.abs(audio.seconds - 45)).toBeLessThan(0.2);
    expect(segments).toHaveLength(2);
    expect(Math.abs(segments[1]!.start - 40)).toBeLessThan(0.3);
    expect(remarks).toBeUndefined();
  });

  withFfmpeg(`on film is heard, and film without sound is refused${note}`, async () => {
    const wav = join(folder, 'source.wav');
    writeSound(wav, [nothing(1), voice(2), nothing(1)]);
    const picture = ['-nostdin', '-v', 'error', '-f', 'lavfi', '-i', 'color=size=32x32:rate=5:duration=4'];
    const film = join(folder, 'film.mp4');
    execFileSync('ffmpeg', [...picture, '-i', wav, '-c:v', 'mpeg4', '-c:a', 'aac', film]);
    expect((await transcribe(film, engineOf())).segments).toHaveLength(1);
    const mute = join(folder, 'mute.mp4');
    execFileSync('ffmpeg', [...picture, '-c:v', 'mpeg4', mute]);
    await expect(transcribe(mute, engineOf())).rejects.toThrow('这个文件里没有声音');
    truncateSync(film, 3000);
    await expect(transcribe(film, engineOf())).rejects.toMatchObject({ kind: 'invalid-input' });
  });

  withFfmpeg(`with several tracks has its first one transcribed, and that is said${note}`, async () => {
    const wav = join(folder, 'source.wav');
    writeSound(wav, [nothing(1), voice(2), nothing(1)]);
    const film = join(folder, 'tracks.mp4');
    const maps = ['-map', '0:a', '-map', '1:a', '-c:a', 'aac'];
    execFileSync('ffmpeg', ['-nostdin', '-v', 'error', '-i', wav, '-i', wav, ...maps, film]);
    expect((await transcribe(film, engineOf())).remarks).toEqual(['文件里有 2 条音轨，只转写了第一条。']);
  });

  withFfmpeg(`that names other files or addresses is not followed${note}`, async () => {
    const secret = join(folder, 'secret.wav');
    writeSound(secret, [nothing(1), voice(2), nothing(1)]);
    const lists = {
      'list.m3u8': `#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile://${secret}\n#EXT-X-ENDLIST\n`,
      'list.ffconcat': `ffconcat version 1.0\nfile secret.wav\n`,
      'list.sdp': 'v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio 5004 RTP/AVP 0\n',
    };
    for (const [name, content] of Object.entries(lists)) {
      writeFileSync(join(folder, name), content);
      await expect(transcribe(join(folder, name), engineOf())).rejects.toMatchObject({
        kind: 'invalid-input',
      });
    }
  });
});

describe('the engine', () => {
  /** Six utterances far apart: six parts. */
  const SIX = Array.from({ length: 6 }, () => [voice(2), nothing(31)]).flat();

  it('is told the vocabulary with every run, without any shell', async () => {
    const path = join(folder, 'a.wav');
    writeSound(path, [nothing(1), voice(2), nothing(1)]);
    const fake = engineOf();
    await transcribe(path, fake, {
      vocabulary: ['示例公司', '$(x)', '示例公司', '词'.repeat(500), '行政处罚法'],
    });
    const { words } = fake.runs()[0]!;
    const prompt = words[words.indexOf('--prompt') + 1]!;
    expect(prompt).toMatch(/示例公司、\$\(x\)、行政处罚法。$/);
    expect(words.slice(0, 4)).toEqual(['-m', fake.model, '-l', 'zh']);
  });

  it('stops when it is cancelled: within two seconds, and no process is left', async () => {
    const path = join(folder, 'a.wav');
    writeSound(path, SIX);
    const fake = engineOf({ slow: 60_000, helper: true });
    const abort = new AbortController();
    const running = transcribe(path, fake, { signal: abort.signal }).catch((error: unknown) => error);
    while ((fake.runs()[0] as { helper?: number } | undefined)?.helper === undefined) await wait(50);
    const [run] = fake.runs() as { pid: number; helper?: number }[];
    const started = Date.now();
    abort.abort(new Error('cancelled'));
    expect(await running).toMatchObject({ message: 'cancelled' });
    expect(Date.now() - started).toBeLessThan(2000);
    await wait(100);
    expect(isAlive(run!.pid)).toBe(false);
    expect(isAlive(run!.helper!)).toBe(false);
  });

  it('goes on after a failure without doing finished parts again', async () => {
    const path = join(folder, 'a.wav');
    writeSound(path, SIX);
    const failing = engineOf({ fails: { before: 3, status: 9, says: 'out of memory' } });
    await expect(transcribe(path, failing)).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('状态 9：out of memory'),
    });
    const fake = engineOf();
    const transcript = await transcribe(path, fake);
    expect(transcript.segments).toHaveLength(6);
    const done = fake.runs().flatMap((run) => run.done);
    expect(done).toEqual([...new Set(done)]);
    expect(done).toHaveLength(6);
  });

  it('does not do the same work twice at once', async () => {
    const path = join(folder, 'a.wav');
    writeSound(path, SIX);
    const fake = engineOf({ slow: 200 });
    const first = transcribe(path, fake);
    while (fake.runs().length === 0) await wait(20);
    await expect(transcribe(path, fake)).rejects.toMatchObject({ kind: 'conflict' });
    expect((await first).segments).toHaveLength(6);
  });

  it('is refused by name where it cannot run', async () => {
    const path = join(folder, 'a.wav');
    writeSound(path, [nothing(1), voice(2), nothing(1)]);
    const fake = engineOf();
    await expect(transcribe(path, { ...fake, binary: '/nowhere/whisper' })).rejects.toThrow('没有这个程序');
    await expect(transcribe(path, { ...fake, model: '/nowhere/model' })).rejects.toThrow(
      '找不到语音模型文件',
    );
    await expect(transcribe(path, { ...fake, model: path })).rejects.toThrow('不是 ggml 格式');
    const english = readFileSync(fake.model);
    english.writeInt32LE(51_864, 4);
    writeFileSync(fake.model, english);
    await expect(transcribe(path, fake)).rejects.toThrow('只懂英语');
    // It ends well and has written nothing.
    const mute = engineOf({ fails: { before: 0, status: 0 } });
    await expect(transcribe(path, mute)).rejects.toThrow('中途停止');
  });
});
