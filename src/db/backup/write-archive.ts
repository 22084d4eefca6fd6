import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { LIST, type Part, type PartList } from './part-list.ts';
import { writeSeal } from './seal.ts';
import { entryHead, padding } from './tar-entry.ts';

const CHUNK = 1024 * 1024;

/** A backup being written, one part after the other; nothing of it is kept in memory but the list of its parts. */
export class ArchiveWriter {
  readonly parts: Part[] = [];
  #handle: FileHandle;
  #whole = createHash('sha256');
  #offset = 0;

  private constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  static async create(path: string): Promise<ArchiveWriter> {
    return new ArchiveWriter(await open(path, 'wx', 0o600));
  }

  async add(name: string, bytes: Uint8Array, of: Pick<Part, 'table' | 'rows'> = {}): Promise<void> {
    await this.#write(entryHead(name, bytes.length));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    this.parts.push({ name, offset: this.#offset, bytes: bytes.length, sha256, ...of });
    await this.#write(bytes);
    await this.#write(padding(bytes.length));
  }

  /**
   * A file as it is now; what is appended to it meanwhile stays out. False where it became shorter while it was read:
   * then the archive is of no use.
   */
  async addFile(name: string, file: FileHandle): Promise<boolean> {
    const { size, mtimeMs } = await file.stat();
    await this.#write(entryHead(name, size, mtimeMs / 1000));
    const offset = this.#offset;
    const hash = createHash('sha256');
    const chunk = Buffer.alloc(Math.min(CHUNK, size));
    for (let at = 0; at < size; ) {
      const { bytesRead } = await file.read(chunk, 0, Math.min(CHUNK, size - at), at);
      if (bytesRead === 0) return false;
      const read = chunk.subarray(0, bytesRead);
      hash.update(read);
      await this.#write(read);
      at += bytesRead;
    }
    this.parts.push({ name, offset, bytes: size, sha256: hash.digest('hex'), mtime: Math.floor(mtimeMs) });
    await this.#write(padding(size));
    return true;
  }

  /** Writes the list and the seal; all is on the disk when it returns. */
  async finish(list: Omit<PartList, 'parts'>): Promise<number> {
    const bytes = Buffer.from(`${JSON.stringify({ ...list, parts: this.parts })}\n`);
    await this.#write(entryHead(LIST, bytes.length));
    const listOffset = this.#offset;
    await this.#write(bytes);
    await this.#write(padding(bytes.length));
    await this.#write(
      writeSeal({
        sha256: this.#whole.copy().digest('hex'),
        listOffset,
        listBytes: bytes.length,
        listSha256: createHash('sha256').update(bytes).digest('hex'),
      }),
    );
    await this.#handle.sync();
    return this.#offset;
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  async #write(bytes: Uint8Array): Promise<void> {
    this.#whole.update(bytes);
    for (let at = 0; at < bytes.length; ) {
      const { bytesWritten } = await this.#handle.write(bytes, at, bytes.length - at);
      at += bytesWritten;
    }
    this.#offset += bytes.length;
  }
}
