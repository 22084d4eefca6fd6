import { execFile, spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { HEARING_LINES, type HearingLine } from './hearing-lines.ts';

/** Seconds from the start of the recording. */
export type SpokenLine = { start: number; end: number; speaker: string; text: string };

const RATE = 16_000;
/** Room noise over the whole recording, silences included; full scale is 1. */
const ROOM = 0.001;
const VOICES = {
  主持人: { variant: '+m3', speed: 152, pitch: 44, loudness: 0.6 },
  调查人员: { variant: '+m7', speed: 166, pitch: 58, loudness: 0.42 },
  当事人: { variant: '+f2', speed: 143, pitch: 61, loudness: 0.5 },
};

/** espeak-ng speaks the sentences; without it the tests that listen are skipped. */
export const canSpeak = spawnSync('espeak-ng', ['--version']).status === 0;

/**
 * Writes a synthetic hearing (16 kHz, one channel, 16 bits, about three minutes) and returns what is said when.
 * The same machine writes the same bytes every time.
 */
export async function makeHearing(
  path: string,
  lines: readonly HearingLine[] = HEARING_LINES,
): Promise<{ seconds: number; lines: SpokenLine[] }> {
  const spoken: SpokenLine[] = [];
  const parts: { at: number; samples: Float64Array }[] = [];
  let at = 0;
  for (const { speaker, text, pause } of lines) {
    at += Math.round(pause * RATE);
    const samples = await speak(text, speaker);
    parts.push({ at, samples });
    spoken.push({ start: at / RATE, end: (at + samples.length) / RATE, speaker, text });
    at += samples.length;
  }
  const sound = new Float64Array(at + RATE);
  for (const part of parts) sound.set(part.samples, part.at);
  await writeFile(path, wave(sound));
  return { seconds: sound.length / RATE, lines: spoken };
}

/** One sentence, trimmed to what is heard. */
async function speak(text: string, speaker: HearingLine['speaker']): Promise<Float64Array> {
  const { variant, speed, pitch, loudness } = VOICES[speaker];
  // The plain voice `cmn` reads its own pinyin as English.
  const voice = `cmn-latn-pinyin${variant}`;
  const { stdout } = await promisify(execFile)(
    'espeak-ng',
    ['-v', voice, '-s', String(speed), '-p', String(pitch), '--stdout', text],
    { encoding: 'buffer', maxBuffer: 1 << 26 },
  );
  const rate = stdout.readUInt32LE(24);
  const body = stdout.subarray(44);
  const samples = Float64Array.from({ length: body.length >> 1 }, (_, index) => body.readInt16LE(index * 2));
  const heard = trim(toSpeechRate(samples, rate));
  const loudest = heard.reduce((top, value) => Math.max(top, Math.abs(value)), 0);
  return heard.map((value) => (value / loudest) * loudness);
}

/** To 16 kHz with a Hann-windowed sinc, 16 samples to each side. */
function toSpeechRate(samples: Float64Array, rate: number): Float64Array {
  const step = rate / RATE;
  const reach = 16 * step;
  return Float64Array.from({ length: Math.floor(samples.length / step) }, (_, index) => {
    const centre = index * step;
    let sum = 0;
    for (let place = Math.ceil(centre - reach); place <= centre + reach; place++) {
      const distance = (place - centre) / step;
      const sinc = distance === 0 ? 1 : Math.sin(Math.PI * distance) / (Math.PI * distance);
      sum += (samples[place] ?? 0) * sinc * (0.5 + 0.5 * Math.cos((Math.PI * distance) / 16));
    }
    return sum / step;
  });
}

function trim(samples: Float64Array): Float64Array {
  const floor = 0.01 * samples.reduce((top, value) => Math.max(top, Math.abs(value)), 0);
  const isLoud = (value: number) => Math.abs(value) > floor;
  return samples.subarray(samples.findIndex(isLoud), samples.findLastIndex(isLoud) + 1);
}

/** A WAV file; the noise of the room comes from a fixed linear congruential sequence. */
function wave(sound: Float64Array): Buffer {
  const file = Buffer.alloc(44 + sound.length * 2);
  file.write('RIFF', 0);
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(RATE, 24);
  file.writeUInt32LE(RATE * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(sound.length * 2, 40);
  let state = 20_261_121;
  sound.forEach((value, index) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const noise = ROOM * (state / 2 ** 31 - 1);
    file.writeInt16LE(Math.round(Math.max(-1, Math.min(1, value + noise)) * 32_767), 44 + index * 2);
  });
  return file;
}
