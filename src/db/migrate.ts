import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../errors.ts';

export interface Migration {
  name: string;
  sql: string;
}

/** One database session. `exec` takes any number of statements, `query` one with its parameters. */
export interface Session {
  exec(sql: string): Promise<unknown>;
  query(sql: string, params?: unknown[]): Promise<{ rows: unknown[] }>;
}

const FOLDER = join(import.meta.dirname, 'migrations');
/** Any number that nothing else in the same database uses as an advisory lock. */
export const MIGRATION_LOCK = 7_410_231;

/** The list of applied migrations, in the database itself. */
export const MIGRATIONS_TABLE =
  'create table if not exists migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())';

/** The numbered SQL files, in their order. */
export function readMigrations(folder = FOLDER): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{3}-.+\.sql$/.test(name))
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(folder, name), 'utf8') }));
}

/**
 * Applies every migration that this database has not seen, in order, each in its own transaction, and returns their
 * names. Refuses with `conflict` when an applied file has changed since or is not known to this program.
 */
export async function migrate(session: Session, migrations = readMigrations()): Promise<string[]> {
  await session.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
  try {
    await session.exec(MIGRATIONS_TABLE);
    const applied = await readApplied(session);
    checkApplied(applied, migrations);
    const fresh = migrations.filter((migration) => !applied.has(migration.name));
    for (const migration of fresh) await apply(session, migration);
    return fresh.map((migration) => migration.name);
  } finally {
    await session.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
  }
}

/** What applies a migration and notes it, for whoever has a transaction of his own. */
export function statementsOf({ name, sql }: Migration): string {
  return `${sql}\n;insert into migrations (name, sha256) values ('${name}', '${digest(sql)}');`;
}

async function apply(session: Session, { name, sql }: Migration): Promise<void> {
  try {
    await session.exec(`begin;\n${statementsOf({ name, sql })}\ncommit;`);
  } catch (error) {
    await session.exec('rollback');
    throw new Error(`migration ${name} failed`, { cause: error });
  }
}

async function readApplied(session: Session): Promise<Map<string, string>> {
  const { rows } = await session.query('select name, sha256 from migrations');
  return new Map((rows as { name: string; sha256: string }[]).map((row) => [row.name, row.sha256]));
}

function checkApplied(applied: Map<string, string>, migrations: Migration[]): void {
  for (const [name, sha256] of applied) {
    const known = migrations.find((migration) => migration.name === name);
    if (!known) {
      throw new AppError(
        'conflict',
        `数据库含有本程序没有的结构变更 ${name}，它由更新的版本写成；请改用该版本或更新的版本打开。`,
      );
    }
    if (digest(known.sql) !== sha256) {
      throw new AppError(
        'conflict',
        `结构变更 ${name} 的内容与当初写入数据库的不同；请恢复原文件，新的变更另写新编号的文件。`,
      );
    }
  }
}

/** SHA-256 of a migration's text, in hex. */
export function digest(sql: string): string {
  return createHash('sha256').update(sql).digest('hex');
}
