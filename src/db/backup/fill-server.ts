import { randomUUID } from 'node:crypto';
import { AppError } from '../../errors.ts';
import type { Db } from '../database.ts';
import { MIGRATION_LOCK, MIGRATIONS_TABLE, statementsOf } from '../migrate.ts';
import { openServer } from '../open-server.ts';
import { dropStore } from './drop-store.ts';
import { differences, fillDatabase, type ReadLedger, type RowSource } from './fill-database.ts';
import type { Filled } from './fill-embedded.ts';
import { isOccupied } from './is-occupied.ts';
import { rawQuery } from './raw-query.ts';
import type { OnProgress } from './read-archive.ts';
import { migrationsOf } from './row-source.ts';
import { settleJobs } from './settle-jobs.ts';
import { markFilled } from './was-filled.ts';

/**
 * Puts these rows in place of what a server's database holds, in one transaction: whoever is killed or fails leaves the
 * old store as it was. `beforeCommit` is given the id under which `wasFilled` knows afterwards whether it was committed.
 * Refuses with `conflict` where the store is in use, or holds something and is not to be replaced.
 */
export async function fillServer(
  url: string,
  source: RowSource,
  options: {
    what: string;
    replace: boolean;
    readLedger: ReadLedger;
    onProgress?: OnProgress | undefined;
    beforeCommit?: (id: string) => Promise<void>;
  },
): Promise<Filled> {
  const { level, later } = migrationsOf(source, options.what);
  const database = await openServer(url, { asItIs: true });
  const id = randomUUID();
  const work = async (trx: Db): Promise<Filled> => {
    await rawQuery(trx, 'select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await rawQuery(trx, "set local lock_timeout = '10s'");
    await checkUnused(trx);
    if (!options.replace && (await isOccupied(trx))) throw occupied('目标数据库');
    await dropStore(trx);
    await rawQuery(trx, MIGRATIONS_TABLE);
    for (const migration of level) await rawQuery(trx, statementsOf(migration));
    const end = await fillDatabase(trx, source, options.onProgress);
    const { found, sums, ledger } = await differences(trx, end, options.readLedger, options.onProgress);
    const filled = { sums, ledger, differences: found };
    if (found.length > 0) throw new Unequal(filled);
    await settleJobs(trx);
    for (const migration of later) await rawQuery(trx, statementsOf(migration));
    await markFilled(trx, id);
    await rawQuery(trx, 'analyze');
    await options.beforeCommit?.(id);
    return filled;
  };
  try {
    return await database.db.transaction().execute(work);
  } catch (error) {
    if (error instanceof Unequal) return error.filled;
    throw refusal(error);
  } finally {
    await database.close();
  }
}

export function occupied(what: string): AppError {
  return new AppError(
    'conflict',
    `${what}里已有数据，没有动它；确实要以来源替换它，请先备份，再加 --replace。`,
  );
}

/** Rolls the transaction back and carries what was found out of it. */
class Unequal extends Error {
  readonly filled: Filled;

  constructor(filled: Filled) {
    super('unequal');
    this.filled = filled;
  }
}

async function checkUnused(trx: Db): Promise<void> {
  const others = await rawQuery(
    trx,
    `select from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and application_name like 'mingcai%'`,
  );
  if (others.length > 0) {
    throw new AppError('conflict', '目标数据库正被明裁的服务或者别的命令使用；请先停止它，再重试。');
  }
}

const REFUSALS: Record<string, string> = {
  '55P03': '目标数据库的表正被别的程序占用；请先停止它，再重试。',
  '53100': '数据库服务器的磁盘已满，已全部撤销；请清理后重试。',
  '42501': '数据库用户权限不足，已全部撤销；请用能够建表和建扩展的用户重试。',
  '0A000': '数据库服务器没有安装 pgvector 扩展；请安装后重试。',
};

function refusal(error: unknown): unknown {
  const sentence = REFUSALS[(error as { code?: string }).code ?? ''];
  return sentence ? new AppError('unavailable', sentence, { cause: error }) : error;
}
