import { join } from 'node:path';
import { AppError } from '../../errors.ts';
import { convertWav } from './convert-wav.ts';
import { openWav, type Wav } from './open-wav.ts';
import { runFfmpeg, withoutFfmpeg } from './run-ffmpeg.ts';

/** Sound that the engine's parts are cut from: 16-bit at 16 kHz, in the recording itself or in a working copy. */
export interface Sound {
  wav: Wav;
  seconds: number;
  remarks: string[];
}

const RATE = 16_000;

/**
 * Finds or makes 16-bit sound at 16 kHz. The recording itself is never changed; a working copy goes to `folder`.
 * ffmpeg reads what is compressed and changes the rate faster than we do; without it any uncompressed .wav still works.
 * @throws AppError invalid-input when the file holds no sound, unavailable when it needs a program that is not there.
 */
export async function prepareSound(
  path: string,
  folder: string,
  options: { signal?: AbortSignal; report?: (share: number) => void } = {},
): Promise<Sound> {
  const given = await openWav(path);
  if (given?.rate === RATE && given.format === 's16') return soundOf(given, lackOf(given));
  const copy = join(folder, 'sound.wav');
  const { signal, report } = options;
  const remarks = given ? lackOf(given) : [];
  try {
    const decoded = await runFfmpeg(path, copy, {
      ...(signal ? { signal } : {}),
      report: (seconds, of) => of && report?.(seconds / of),
    });
    const sound = soundOf(await opened(copy), remarks);
    if (decoded.tracks > 1) sound.remarks.push(`文件里有 ${decoded.tracks} 条音轨，只转写了第一条。`);
    if (remarks.length === 0 && decoded.seconds !== undefined && decoded.seconds - sound.seconds > 1) {
      sound.remarks.push(shortBy(decoded.seconds, sound.seconds));
    }
    return sound;
  } catch (error) {
    if (!given || signal?.aborted) throw explain(error, path);
    await convertWav(given, copy, options);
    return soundOf(await opened(copy), remarks);
  }
}

/** A name that promises sound which needs no ffmpeg deserves to be told what is wrong with it. */
function explain(error: unknown, path: string): unknown {
  const missing = error instanceof AppError && error.message === withoutFfmpeg().message;
  if (!missing || !/\.wav$/i.test(path)) return error;
  return new AppError(
    'unavailable',
    '这个文件名为 .wav，内容却不是未压缩的声音；若确是录音，请安装 ffmpeg（如 apt install ffmpeg）后重试。',
    { cause: error },
  );
}

function soundOf(wav: Wav, remarks: string[]): Sound {
  if (wav.frames === 0) throw new AppError('invalid-input', '这个录音是空的，没有可以转写的内容。');
  return { wav, seconds: wav.frames / wav.rate, remarks: [...remarks] };
}

async function opened(copy: string): Promise<Wav> {
  const wav = await openWav(copy);
  if (!wav) throw new Error('the working copy is no .wav');
  return wav;
}

function lackOf({ frames, lacking, rate }: Wav): string[] {
  return lacking > rate / 10 ? [shortBy((frames + lacking) / rate, frames / rate)] : [];
}

function shortBy(promised: number, there: number): string {
  return `录音文件不完整：文件写明 ${promised.toFixed(1)} 秒，只读到 ${there.toFixed(1)} 秒，其后的内容没有转写。`;
}
