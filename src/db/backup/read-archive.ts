import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { AppError } from '../../errors.ts';
import type { RowBatch } from './dump-table.ts';
import { LIST, type Part, type PartList, partList } from './part-list.ts';
import { readSeal, SEAL_BYTES, type Seal } from './seal.ts';
import { BLOCK, readHeader } from './tar-entry.ts';
import { tellDiskFault } from './tell-disk-fault.ts';

const CHUNK = 1024 * 1024;
const MOST_TEXT = 500 * 1024 * 1024;
const unzip = promisify(gunzip);

export type OnProgress = (message: string, done?: number, total?: number) => void;

/** A backup opened for reading. Refuses with `invalid-input` what is none, breaks off, or is damaged, and names the part. */
export class ArchiveReader {
  readonly list: PartList;
  #path: string;
  #handle: FileHandle;
  #seal: Seal;
  #sealOffset: number;

  private constructor(path: string, handle: FileHandle, seal: Seal, sealOffset: number, list: PartList) {
    this.#path = path;
    this.#handle = handle;
    this.#seal = seal;
    this.#sealOffset = sealOffset;
    this.list = list;
  }

  static async open(path: string): Promise<ArchiveReader> {
    return tellDiskFault(path, async () => {
      const handle = await open(path, 'r');
      try {
        const { size } = await handle.stat();
        const sealOffset = size - SEAL_BYTES;
        const seal = sealOffset > 0 ? readSeal(await bytesAt(handle, sealOffset, SEAL_BYTES)) : undefined;
        if (!seal) throw await unsealed(path, handle, size);
        const list = await readList(path, handle, seal, sealOffset);
        return new ArchiveReader(path, handle, seal, sealOffset, list);
      } catch (error) {
        await handle.close();
        throw error;
      }
    });
  }

  /** Reads every byte once and compares each part with its digest, and all of them with the seal. */
  async verify(onProgress?: OnProgress): Promise<void> {
    await tellDiskFault(this.#path, async () => {
      const whole = createHash('sha256');
      let at = 0;
      const pass = async (to: number, part?: Part) => {
        const hash = part && createHash('sha256');
        for await (const chunk of chunks(this.#handle, at, to - at)) {
          whole.update(chunk);
          hash?.update(chunk);
        }
        at = to;
        if (part && hash?.digest('hex') !== part.sha256) throw damaged(this.#path, part.name);
        onProgress?.('核对备份', at, this.#sealOffset);
      };
      for (const part of this.list.parts) {
        await pass(part.offset);
        await pass(part.offset + part.bytes, part);
      }
      await pass(this.#sealOffset);
      if (whole.digest('hex') !== this.#seal.sha256) throw damaged(this.#path, '各部分之间的表头');
    });
  }

  /** The rows of all tables, in the order in which they were written. */
  async *rows(): AsyncGenerator<RowBatch> {
    for (const part of this.list.parts) {
      if (part.table === undefined) continue;
      const bytes = await bytesAt(this.#handle, part.offset, part.bytes);
      if (createHash('sha256').update(bytes).digest('hex') !== part.sha256)
        throw damaged(this.#path, part.name);
      const text = (await unzip(bytes, { maxOutputLength: MOST_TEXT })).toString('utf8');
      yield { table: part.table, rows: part.rows ?? 0, text };
    }
  }

  /** The bytes of a part; refuses at the end where they are not what the list says. */
  async *bytes(part: Part): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    for await (const chunk of chunks(this.#handle, part.offset, part.bytes)) {
      hash.update(chunk);
      yield chunk;
    }
    if (hash.digest('hex') !== part.sha256) throw damaged(this.#path, part.name);
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }
}

async function readList(path: string, handle: FileHandle, seal: Seal, sealOffset: number): Promise<PartList> {
  if (seal.listOffset + seal.listBytes > sealOffset) throw damaged(path, 'seal');
  const bytes = await bytesAt(handle, seal.listOffset, seal.listBytes);
  if (createHash('sha256').update(bytes).digest('hex') !== seal.listSha256) throw damaged(path, LIST);
  let value: { format?: unknown };
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw damaged(path, LIST);
  }
  if (typeof value.format === 'number' && value.format > 1) throw newer(path);
  const found = partList.safeParse(value);
  if (!found.success) throw damaged(path, LIST);
  let at = 0;
  for (const part of found.data.parts) {
    if (part.offset < at || part.offset + part.bytes > seal.listOffset) throw damaged(path, LIST);
    at = part.offset + part.bytes;
  }
  return found.data;
}

/** A file without our seal: none of ours, or where it breaks off. */
async function unsealed(path: string, handle: FileHandle, size: number): Promise<AppError> {
  let at = 0;
  let inside = '';
  while (at + BLOCK <= size) {
    const found = readHeader(await bytesAt(handle, at, BLOCK));
    if (at === 0 && found?.name !== FIRST) break;
    if (!found) break;
    inside = found.name;
    at += BLOCK + Math.ceil(found.bytes / BLOCK) * BLOCK;
  }
  return inside
    ? new AppError(
        'invalid-input',
        `备份 ${path} 不完整或者末尾已被改动，最后读到的部分是 ${inside}；不能用它恢复，请换一份备份。`,
      )
    : new AppError('invalid-input', `${path} 不是明裁的备份，或者开头已经损坏；请核对文件。`);
}

/** The entry with which every backup begins. */
export const FIRST = 'README.txt';

function damaged(path: string, part: string): AppError {
  return new AppError(
    'invalid-input',
    `备份 ${path} 的“${part}”与它的摘要不符，文件已损坏或被改动；不能用它恢复，请换一份备份。`,
  );
}

export function newer(path: string): AppError {
  return new AppError(
    'conflict',
    `备份 ${path} 由更新的版本写成，本程序读不了；请用该版本或更新的版本恢复。`,
  );
}

async function bytesAt(handle: FileHandle, offset: number, bytes: number): Promise<Buffer> {
  const whole: Buffer[] = [];
  for await (const chunk of chunks(handle, offset, bytes)) whole.push(Buffer.from(chunk));
  return Buffer.concat(whole);
}

async function* chunks(handle: FileHandle, offset: number, bytes: number): AsyncGenerator<Buffer> {
  const chunk = Buffer.alloc(Math.min(CHUNK, bytes));
  for (let at = 0; at < bytes; ) {
    const { bytesRead } = await handle.read(chunk, 0, Math.min(chunk.length, bytes - at), offset + at);
    if (bytesRead === 0) throw new AppError('invalid-input', '备份在读的时候变短了；请等它写完后重试。');
    yield chunk.subarray(0, bytesRead);
    at += bytesRead;
  }
}
