import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import { HTTPException } from 'hono/http-exception';
import {
  type IncomingOriginal,
  type IncomingOriginals,
  openIncoming,
} from '../dossiers/incoming-originals.ts';
import { AppError } from '../errors.ts';
import { isLeftOut } from '../files/is-left-out.ts';
import { FILE_LIMITS } from '../files/limits.ts';
import type { AppContext } from './app-options.ts';
import { MOST_OF_DOSSIER, uploadLimit } from './upload-limits.ts';

const MB = 1024 * 1024;
const LONGEST = 300;
/** Bytes of `paths`: a line for each of as many files as may come. */
const PATHS = 4 * MB;

/** A file that came with a form, with its path inside the folder that was dropped. */
export interface Upload extends IncomingOriginal {
  name: string;
}

interface Received {
  uploads: Upload[];
  /** The other fields of the form. */
  fields: Record<string, string>;
  /** Takes away whatever of it was not kept. */
  discard(): Promise<void>;
}

interface Part {
  field: string;
  name: string;
  original: IncomingOriginal;
}

/**
 * The files of a multipart form, written to the disk as they come: fields `files`, and `folder` where a whole folder was
 * chosen. Browsers strip the folders from a file's name, so `paths` may give them: one line for each file of `files`.
 * Names are made safe and told apart; what no dossier holds (`.DS_Store`, `Thumbs.db`) is left out. Refuses with status
 * 413 what is too large, and `invalid-input` a form that breaks off; nothing of it stays then.
 */
export async function receiveUploads(c: AppContext, dataFolder: string): Promise<Received> {
  const incoming = await openIncoming(dataFolder);
  const discard = () => incoming.discard();
  try {
    const form = await parse(c, incoming);
    return { uploads: await named(form), fields: form.fields, discard };
  } catch (error) {
    await discard();
    throw error;
  }
}

interface Form {
  parts: Part[];
  paths: string;
  fields: Record<string, string>;
}

async function parse(c: AppContext, incoming: IncomingOriginals): Promise<Form> {
  const type = c.req.header('content-type') ?? '';
  const { body } = c.req.raw;
  if (!body || !/^multipart\/form-data;.*boundary=/i.test(type)) {
    throw new AppError('invalid-input', '没有收到材料，请在交入案卷的页面上选择文件后再交入。');
  }
  const parts: Promise<Part>[] = [];
  const streams: Readable[] = [];
  const stop = new AbortController();
  const fields: Record<string, string> = {};
  let fault: Error | undefined;
  const fail = (error: Error) => {
    fault ??= error;
    stop.abort();
  };
  const parser = new Busboy({
    headers: { 'content-type': type },
    preservePath: true,
    limits: { fileSize: FILE_LIMITS.fileBytes, files: FILE_LIMITS.files, fieldSize: PATHS, fields: 10 },
  });
  parser.on('error', (error) => fail(brokenOff(error)));
  parser.on('filesLimit', () =>
    fail(tooLarge(`一次交入的文件超过 ${FILE_LIMITS.files} 个，没有接收；请分几次交入。`)),
  );
  parser.on('field', (field, value) => {
    fields[field] = value;
  });
  parser.on('file', (field, stream, given: string | undefined) => {
    const name = (given ?? '').replaceAll('%22', '"');
    streams.push(stream);
    stream.once('limit', () => fail(tooLarge(fileTooLarge(name))));
    const part = incoming.take(stream).then((original) => ({ field, name, original }));
    part.catch((error) => fail(isOfDisk(error) ? error : brokenOff(error)));
    parts.push(part);
  });
  let bytes = 0;
  try {
    for await (const chunk of body) {
      bytes += chunk.byteLength;
      if (bytes > MOST_OF_DOSSIER) throw tooLarge(uploadLimit(c.req.path).refusal);
      // What is refused is still taken to its end, so that the answer reaches whoever sends it.
      if (fault === undefined && !parser.write(chunk)) {
        await once(parser, 'drain', { signal: stop.signal }).catch(() => {});
      }
    }
    if (fault === undefined) {
      const finished = once(parser, 'finish', { signal: stop.signal });
      parser.end();
      await finished;
    }
  } catch (error) {
    fail(error instanceof HTTPException ? error : brokenOff(error));
  }
  if (fault !== undefined) for (const stream of streams) stream.destroy();
  const settled = await Promise.allSettled(parts);
  if (fault !== undefined) throw fault;
  return {
    parts: settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
    paths: fields.paths ?? '',
    fields,
  };
}

function named({ parts, paths }: Form): Upload[] {
  const files = parts.filter(({ field }) => field === 'files');
  const lines = paths.split(/\r?\n/).filter(Boolean);
  const given = [
    ...files.map((part, index) => ({
      ...part,
      path: lines.length === files.length ? lines[index] : undefined,
    })),
    ...parts.filter(({ field }) => field === 'folder').map((part) => ({ ...part, path: undefined })),
  ];
  const taken = new Set<string>();
  return given.flatMap(({ name, path, original }) => {
    // An input that was left empty comes as a file without name and bytes.
    if (name === '' && original.bytes === 0) return [];
    const free = freeName(safeName(path ?? name), taken);
    if (isLeftOut(free)) return [];
    taken.add(free);
    return [{ ...original, name: free }];
  });
}

function tooLarge(message: string): HTTPException {
  return new HTTPException(413, { message });
}

function fileTooLarge(name: string): string {
  const most = FILE_LIMITS.fileBytes / MB;
  return `“${name}”超过单个文件 ${most} MB 的限度，这一次的材料都没有接收；请拆分或者压缩图片后重新交入。`;
}

function brokenOff(cause: unknown): AppError {
  return new AppError('invalid-input', '材料没有传完，什么都没有留下；请检查网络后重新交入。', { cause });
}

/** A refusal of the disk, rather than of what was sent. */
function isOfDisk(error: unknown): error is Error {
  return error instanceof AppError || (error instanceof Error && 'syscall' in error);
}

/** A path inside the dossier: no drive, no way up, nothing that does not show. */
function safeName(given: string): string {
  const parts = given
    .toWellFormed()
    .replaceAll(/\p{C}/gu, '')
    .split(/[/\\]/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[A-Za-z]:$/.test(part));
  return parts.join('/').slice(-LONGEST) || '未命名';
}

/** Two files of one name stay two. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  const [, stem = name, suffix = ''] = /^(.*?)(\.[^./]+)?$/s.exec(name) ?? [];
  let free = name;
  for (let at = 2; taken.has(free); at += 1) free = `${stem}（${at}）${suffix}`;
  return free;
}
