import { join } from 'node:path';
import type { PGlite, QueryOptions, Results, Transaction } from '@electric-sql/pglite';
import { guardEngine, stopped } from './guard-engine.ts';
import { syncFolder } from './sync-folder.ts';
import { parseWalPosition, WalSync } from './wal-sync.ts';

/** The engine makes no checkpoint of its own accord; without one the log would grow for as long as we run. */
const CHECKPOINT_BYTES = 64n * 1024n * 1024n;

/**
 * PGlite with what it leaves out: a statement or transaction that wrote something resolves only once its log is on
 * the disk. Without a folder (in memory) nothing is synced. Speaks the parts of PGlite that Kysely and pg-boss use.
 */
export class EmbeddedEngine {
  #raw: PGlite;
  #folder?: string;
  #wal?: WalSync;
  #checkpointAt = 0n;
  #tail: Promise<unknown> = Promise.resolve();
  #broken?: unknown;
  #abandoned = false;

  private constructor(raw: PGlite, folder?: string) {
    this.#raw = raw;
    this.#folder = folder;
    guardEngine(raw, (error) => {
      this.#broken ??= error;
      this.#abandoned = true;
    });
  }

  /** Takes over an opened PGlite; `folder` is where its files lie, absent in memory. */
  static async over(raw: PGlite, folder?: string): Promise<EmbeddedEngine> {
    const engine = new EmbeddedEngine(raw, folder);
    if (folder) await engine.#startSyncing(folder);
    return engine;
  }

  get closed(): boolean {
    return this.#abandoned || this.#raw.closed;
  }

  get ready(): boolean {
    return this.#raw.ready;
  }

  get waitReady(): Promise<void> {
    return this.#raw.waitReady;
  }

  /** One statement, with parameters. */
  query<T>(text: string, params?: unknown[], options?: QueryOptions): Promise<Results<T>> {
    return this.#durably(() => this.#raw.query<T>(text, params as never[], options));
  }

  /** Any number of statements, without parameters. */
  exec(text: string): Promise<Results[]> {
    return this.#durably(async () => {
      try {
        return await this.#raw.exec(text);
      } catch (error) {
        // A block that failed half-way would leave the only connection in an aborted transaction.
        await this.#raw.exec('rollback');
        throw error;
      }
    });
  }

  transaction<T>(work: (trx: Transaction) => Promise<T>): Promise<T> {
    return this.#durably(() => this.#raw.transaction(work));
  }

  listen(channel: string, callback: (payload: string) => void): Promise<() => Promise<void>> {
    return this.#raw.listen(channel, callback);
  }

  async close(): Promise<void> {
    await this.#exclusively(async () => {
      if (this.closed) {
        await this.#wal?.close();
        return;
      }
      if (this.#folder && !this.#broken) await this.#checkpoint();
      await this.#raw.close();
      await this.#wal?.close();
    });
  }

  async #startSyncing(folder: string): Promise<void> {
    const [row] = (
      await this.#raw.query<{ position: string; file: string; bytes: string }>(
        `select pg_current_wal_lsn()::text as position, pg_walfile_name(pg_current_wal_lsn()) as file,
          (select setting from pg_settings where name = 'wal_segment_size') as bytes`,
      )
    ).rows;
    await syncFolder(folder);
    this.#checkpointAt = parseWalPosition(row!.position);
    this.#wal = new WalSync(
      {
        folder: join(folder, 'pg_wal'),
        timeline: Number.parseInt(row!.file.slice(0, 8), 16),
        segmentBytes: BigInt(row!.bytes),
      },
      this.#checkpointAt,
    );
  }

  /** Runs alone, then waits for the disk without keeping the others waiting. */
  async #durably<T>(work: () => Promise<T>): Promise<T> {
    const { result, position } = await this.#exclusively(async () => {
      if (this.#broken) throw stopped(this.#broken);
      const result = await work();
      return { result, position: this.#wal ? await this.#position() : 0n };
    });
    if (this.#wal) {
      await this.#orBreak(this.#wal.syncTo(position));
      if (position - this.#checkpointAt > CHECKPOINT_BYTES) {
        await this.#exclusively(() => this.#checkpointIfDue(position));
      }
    }
    return result;
  }

  async #position(): Promise<bigint> {
    const [result] = await this.#raw.exec('select pg_current_wal_lsn()::text as position');
    return parseWalPosition((result!.rows[0] as { position: string }).position);
  }

  async #checkpointIfDue(position: bigint): Promise<void> {
    if (position - this.#checkpointAt > CHECKPOINT_BYTES && !this.#broken) await this.#checkpoint();
  }

  /** Nothing else may write until the data files that the checkpoint relies on are on the disk as well. */
  async #checkpoint(): Promise<void> {
    await this.#orBreak(
      (async () => {
        await this.#raw.exec('checkpoint');
        await syncFolder(this.#folder!);
        this.#checkpointAt = await this.#position();
      })(),
    );
  }

  #exclusively<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#tail.then(work);
    this.#tail = run.catch(() => {});
    return run;
  }

  /** After a failed sync nobody knows what is on the disk: stop rather than acknowledge on hope. */
  async #orBreak<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      this.#broken ??= error;
      throw stopped(this.#broken);
    }
  }
}
