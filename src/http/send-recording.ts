import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { AppError } from '../errors.ts';
import type { Recording } from '../hearings/recording.ts';
import { recordingPlace } from '../hearings/recording-place.ts';
import type { AppContext } from './app-options.ts';
import { nameHeader } from './send-file.ts';

/**
 * The bytes of a recording as they were handed in, whole or the range asked for (RFC 9110, 14), read from the disk as
 * they go. `save` has the browser save it. Refuses with `unavailable` where the bytes are gone.
 */
export async function sendRecording(
  c: AppContext,
  options: { recording: Recording; dataFolder: string; save: boolean },
): Promise<Response> {
  const { recording, save } = options;
  const { path } = recordingPlace(options.dataFolder, recording.sha256);
  const found = await stat(path).catch(() => undefined);
  if (found?.size !== recording.bytes) {
    throw new AppError(
      'unavailable',
      `录音录像 ${recording.sha256.slice(0, 12)} 的文件不在或者大小不符，请从备份恢复数据文件夹中的 recordings。`,
    );
  }
  const size = recording.bytes;
  const tag = `"${recording.sha256}"`;
  const headers = {
    'Content-Type': recording.mediaType,
    'Accept-Ranges': 'bytes',
    ETag: tag,
    // Compressing would take the ranges away; sound is compressed already.
    'Cache-Control': 'no-store, no-transform',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Content-Disposition': nameHeader(recording.name, save ? 'attachment' : 'inline'),
  };
  const condition = c.req.header('if-range');
  const asked = condition === undefined || condition === tag ? c.req.header('range') : undefined;
  const range = rangeOf(asked, size);
  if (range === 'unsatisfiable') {
    return c.body(null, 416, { ...headers, 'Content-Range': `bytes */${size}` });
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  const status = range ? 206 : 200;
  const all = {
    ...headers,
    'Content-Length': String(end - start + 1),
    ...(range ? { 'Content-Range': `bytes ${start}-${end}/${size}` } : {}),
  };
  if (c.req.method === 'HEAD') return c.body(null, status, all);
  return c.body(Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream, status, all);
}

/** The one range asked for, both ends included. Several at once, or what we do not understand, counts as none. */
function rangeOf(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'unsatisfiable' | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return undefined;
  return start >= size ? 'unsatisfiable' : { start, end };
}
