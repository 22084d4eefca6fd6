import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HEARING_LINES } from '../../support/hearing-lines.ts';
import { canSpeak, makeHearing } from '../../support/make-hearing.ts';

const SENTENCES = new URL('../../../models/train/speech/sentences.txt', import.meta.url);
const MODEL = new URL('../../../models/speech-example/ggml-hearing-example.bin', import.meta.url);

describe('示例语音模型与合成听证', () => {
  it('合成听证的每句话都在示例模型认得的句子里，说话人一致', async () => {
    const known = new Set((await readFile(SENTENCES, 'utf8')).trimEnd().split('\n'));
    expect(HEARING_LINES.filter(({ speaker, text }) => !known.has(`${speaker}\t${text}`))).toEqual([]);
  });

  it('示例模型不超过 10 MB，词元数与 whisper 的多语言模型相同，解码层不是 2 层', async () => {
    const model = await readFile(MODEL);
    expect(model.length).toBeLessThan(10_000_000);
    expect(model.readUInt32LE(0)).toBe(0x67676d6c);
    expect(model.readInt32LE(4)).toBe(51_865);
    expect(model.readInt32LE(36)).not.toBe(2);
  });
});

describe.skipIf(!canSpeak)('合成的录音（需要 espeak-ng）', () => {
  let folder: string;
  let sound: Buffer;
  let made: Awaited<ReturnType<typeof makeHearing>>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hearing-'));
    made = await makeHearing(join(folder, 'hearing.wav'));
    sound = await readFile(join(folder, 'hearing.wav'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const loudest = (from: number, to: number) => {
    let top = 0;
    for (let at = Math.ceil(from * 16_000); at < to * 16_000; at++) {
      top = Math.max(top, Math.abs(sound.readInt16LE(44 + at * 2)));
    }
    return top;
  };

  it('两三分钟，三个人，静默有长有短', () => {
    expect(made.seconds).toBeGreaterThan(120);
    expect(made.seconds).toBeLessThan(200);
    expect(new Set(made.lines.map((line) => line.speaker)).size).toBe(3);
    const gaps = made.lines.slice(1).map((line, index) => line.start - made.lines[index]!.end);
    expect(Math.max(...gaps)).toBeGreaterThan(40);
    expect(sound.length).toBe(44 + Math.round(made.seconds * 16_000) * 2);
  });

  it('说话处有声音，句间只有室内的微弱噪声', () => {
    for (const [index, { start, end }] of made.lines.entries()) {
      expect(loudest(start, end)).toBeGreaterThan(10_000);
      expect(loudest(start, start + 0.05)).toBeGreaterThan(100);
      const next = made.lines[index + 1]?.start ?? made.seconds;
      expect(loudest(end + 0.001, next - 0.001)).toBeLessThan(40);
    }
  });
});
