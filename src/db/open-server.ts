import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { AppError } from '../errors.ts';
import { type Database, describeDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import type { Tables } from './tables.ts';
import { serverTypes } from './type-parsers.ts';

const FAULTS: Record<string, string> = {
  ECONNREFUSED: '没有服务器在该地址应答',
  ENOTFOUND: '找不到该主机',
  ETIMEDOUT: '连接超时',
  EHOSTUNREACH: '主机不可达',
  '28P01': '用户名或口令不对',
  '28000': '该用户不得登录',
  '3D000': '没有这个数据库',
  '42501': '该用户权限不足',
  '53300': '服务器连接数已满',
  '57P03': '服务器正在启动',
};

/**
 * Opens a PostgreSQL server's database, with all migrations applied unless it is to be left `asItIs`. Refuses with
 * `unavailable` when it cannot be reached or entered.
 */
export async function openServer(url: string, options: { asItIs?: boolean } = {}): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    types: serverTypes,
    max: 10,
    connectionTimeoutMillis: 10_000,
    application_name: options.asItIs ? 'mingcai-restore' : 'mingcai',
  });
  // An idle connection that the server drops is replaced on next use; unheard, the event would end the process.
  pool.on('error', () => {});
  try {
    if (options.asItIs) await pool.query('select 1');
    else await migrateOn(pool);
  } catch (error) {
    await pool.end();
    throw refusal(url, error);
  }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { kind: 'server', db, url, describe: () => describeDatabase(db), close: () => db.destroy() };
}

async function migrateOn(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await migrate({
      exec: (sql) => client.query(sql),
      query: (sql, params) => client.query(sql, params),
    });
  } finally {
    client.release();
  }
}

function refusal(url: string, error: unknown): unknown {
  const { code, message } = error as { code?: string; message?: string };
  const fault = FAULTS[code ?? ''] ?? (/timeout/i.test(message ?? '') ? FAULTS.ETIMEDOUT : undefined);
  if (!fault) return error;
  const { host, pathname } = new URL(url);
  return new AppError(
    'unavailable',
    `连接不上数据库服务器 ${host}${pathname}：${fault}；请核对 DATABASE_URL 后重试。`,
    { cause: error },
  );
}
