import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { syncPath } from './sync-folder.ts';

/** Where PostgreSQL's write-ahead log lies, and how it is cut into files. */
export interface WalLayout {
  folder: string;
  timeline: number;
  segmentBytes: bigint;
}

/**
 * Brings the write-ahead log to the disk up to a position. The embedded engine makes no such call itself: without
 * this an acknowledged commit survives a killed process but not a power cut.
 */
export class WalSync {
  #layout: WalLayout;
  #synced: bigint;
  #wanted: bigint;
  #tail: Promise<void> = Promise.resolve();
  #current?: { segment: bigint; handle: FileHandle };

  /** `from` is a position already on the disk. */
  constructor(layout: WalLayout, from: bigint) {
    this.#layout = layout;
    this.#synced = from;
    this.#wanted = from;
  }

  /** Resolves once everything before `position` is on the disk. Callers that wait together share one sync. */
  syncTo(position: bigint): Promise<void> {
    if (position <= this.#synced) return Promise.resolve();
    if (position > this.#wanted) this.#wanted = position;
    this.#tail = this.#tail.then(() => (position <= this.#synced ? undefined : this.#sync()));
    return this.#tail;
  }

  async close(): Promise<void> {
    await this.#tail.catch(() => {});
    await this.#current?.handle.close();
    this.#current = undefined;
  }

  async #sync(): Promise<void> {
    const target = this.#wanted;
    const last = this.#segmentBefore(target);
    // A commit may lie across the border of two files, so every file since the last sync is brought over.
    for (let segment = this.#segmentBefore(this.#synced); segment <= last; segment++) {
      const handle = await this.#open(segment);
      await handle.datasync();
    }
    this.#synced = target;
  }

  async #open(segment: bigint): Promise<FileHandle> {
    if (this.#current?.segment === segment) return this.#current.handle;
    await this.#current?.handle.close();
    this.#current = undefined;
    const handle = await open(join(this.#layout.folder, this.fileName(segment)), 'r+');
    this.#current = { segment, handle };
    // A new file is only found again after a power cut when its folder's list of names is on the disk too.
    await syncPath(this.#layout.folder);
    return handle;
  }

  /** The file that holds the last byte before `position`: at a border that is still the earlier file. */
  #segmentBefore(position: bigint): bigint {
    return (position - 1n) / this.#layout.segmentBytes;
  }

  /** PostgreSQL's name of a log file: timeline, then the file's number in two parts, all as eight hex digits. */
  fileName(segment: bigint): string {
    const perPart = 0x1_0000_0000n / this.#layout.segmentBytes;
    const parts = [BigInt(this.#layout.timeline), segment / perPart, segment % perPart];
    return parts.map((part) => part.toString(16).toUpperCase().padStart(8, '0')).join('');
  }
}

/** '0/16EF9D0' → 24050128n. */
export function parseWalPosition(text: string): bigint {
  const [high, low] = text.split('/');
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`);
}
