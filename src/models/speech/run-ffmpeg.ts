import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { AppError } from '../../errors.ts';
import { endWith } from './kill-group.ts';

/** Kinds of recordings. A list of addresses or a script in the guise of one could have the machine fetch or show other files. */
const KINDS =
  'aac,ac3,aiff,amr,amrnb,amrwb,ape,asf,au,avi,caf,eac3,flac,flv,matroska,mov,mp3,mpeg,mpegts,ogg,rm,tta,voc,w64,wav,wv';
const MOST_HOURS = 24;
const KEPT_WORDS = 16_384;

/** What the decoder said about the recording. */
export interface Decoded {
  /** As the file says it; absent where it says nothing. */
  seconds?: number;
  tracks: number;
}

/**
 * Has ffmpeg write a working copy of any recording or film: 16-bit .wav at 16 kHz with all channels of the first track.
 * @throws AppError unavailable without ffmpeg; invalid-input when the file is none, has no sound, or is too long.
 */
export function runFfmpeg(
  from: string,
  to: string,
  { signal, report }: { signal?: AbortSignal; report?: (seconds: number, of?: number) => void } = {},
): Promise<Decoded> {
  return new Promise((done, fail) => {
    // `file:` before an absolute path: no name can be taken for an option or for the address of another machine.
    const input = ['-protocol_whitelist', 'file', '-format_whitelist', KINDS, '-i', `file:${resolve(from)}`];
    const sound = ['-map', '0:a:0', '-vn', '-sn', '-dn', '-ar', '16000', '-c:a', 'pcm_s16le'];
    const output = ['-t', `${MOST_HOURS * 3600}`, '-rf64', 'auto', '-f', 'wav', '-y', `file:${resolve(to)}`];
    const child = spawn(
      'ffmpeg',
      ['-nostdin', '-hide_banner', '-nostats', '-progress', 'pipe:1', ...input, ...sound, ...output],
      { detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    endWith(child, signal);
    let said = '';
    let last = '';
    let reached = 0;
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (said.length < KEPT_WORDS) said += text;
      last = (last + text).slice(-KEPT_WORDS);
    });
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const times = [...text.matchAll(/out_time_us=(\d+)/g)];
      reached = Number(times.at(-1)?.[1] ?? reached * 1e6) / 1e6;
      report?.(reached, secondsOf(said));
    });
    child.once('error', (error: NodeJS.ErrnoException) => {
      fail(error.code === 'ENOENT' ? withoutFfmpeg() : error);
    });
    child.once('close', (code) => {
      if (signal?.aborted) return fail(signal.reason);
      const seconds = secondsOf(said);
      if (code !== 0) return fail(refusal(last));
      if (reached >= MOST_HOURS * 3600 - 1) {
        return fail(new AppError('limit', `录音超过 ${MOST_HOURS} 小时，请分成几段后再转写。`));
      }
      const [described = ''] = said.split(/^(?:Output #0|Stream mapping)/m);
      const tracks = described.match(/^\s*Stream #0:\d.*: Audio:/gm)?.length ?? 0;
      done({ ...(seconds === undefined ? {} : { seconds }), tracks });
    });
  });
}

/** The refusal where a recording needs ffmpeg and there is none. */
export function withoutFfmpeg(): AppError {
  return new AppError(
    'unavailable',
    '读取这种录音需要 ffmpeg，本机没有安装；请安装 ffmpeg（如 apt install ffmpeg）后重试，或者把录音另存为未压缩的 .wav。',
  );
}

function secondsOf(said: string): number | undefined {
  const found = /Duration: (\d+):(\d\d):(\d\d\.\d+)/.exec(said);
  return found ? Number(found[1]) * 3600 + Number(found[2]) * 60 + Number(found[3]) : undefined;
}

function refusal(said: string): AppError {
  if (/matches no streams|does not contain any stream/.test(said)) {
    return new AppError('invalid-input', '这个文件里没有声音，没有可以转写的内容。');
  }
  if (/No space left/.test(said)) {
    return new AppError('unavailable', '磁盘空间不够，放不下录音的工作副本，请腾出空间后重试。');
  }
  if (/moov atom not found/.test(said)) {
    return new AppError(
      'invalid-input',
      '这个录音文件不完整（缺少索引，录制或者复制时中断），无法读取，请从录音设备重新导出。',
    );
  }
  return new AppError(
    'invalid-input',
    '这个文件不是录音或者录像，或者已经损坏，无法读取；请在播放器中打开核对，或者从录音设备重新导出。',
  );
}
