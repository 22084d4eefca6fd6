import { AppError } from '../../errors.ts';
import type { Db } from '../database.ts';
import { digest, type Migration, readMigrations } from '../migrate.ts';
import { dumpTable, type RowBatch, writeExactly } from './dump-table.ts';
import { type ReadLedger, type RowSource, TableSummer } from './fill-database.ts';
import { listTables } from './list-tables.ts';
import { quoted, rawQuery } from './raw-query.ts';
import type { ArchiveReader } from './read-archive.ts';
import { readSequences } from './sequences.ts';

/** The rows of a database as one moment saw them. Inside a transaction with one snapshot. */
export async function rowsOfDatabase(db: Db, readLedger: ReadLedger): Promise<RowSource> {
  await writeExactly(db);
  const tables = await listTables(db);
  const summer = new TableSummer(tables);
  const counted: RowSource['tables'] = {};
  for (const { name, columns } of tables) {
    const [row] = await rawQuery<{ rows: number }>(
      db,
      `select count(*)::bigint as rows from ${quoted(name)}`,
    );
    counted[name] = { columns: columns.map((column) => column.name), rows: row!.rows };
  }
  async function* rows() {
    for (const table of tables) {
      for await (const batch of dumpTable(db, table)) {
        summer.add(batch);
        yield batch;
      }
    }
  }
  return {
    migrations: await rawQuery(db, 'select name, sha256 from migrations order by name collate "C"'),
    tables: counted,
    rows: rows(),
    end: async () => {
      const { ok, count, root, at } = await readLedger(db);
      return {
        sums: summer.sums(),
        sequences: await readSequences(db),
        ledger: { ok, count, root, ...(at === undefined ? {} : { at }) },
      };
    },
  };
}

export function rowsOfArchive({
  list,
  ...archive
}: Pick<ArchiveReader, 'list'> & { rows: AsyncIterable<RowBatch> }): RowSource {
  return {
    migrations: list.migrations,
    tables: list.tables,
    rows: archive.rows,
    end: async () => ({
      sums: Object.fromEntries(
        Object.entries(list.tables).map(([name, { rows, sha256 }]) => [name, { rows, sha256 }]),
      ),
      sequences: list.sequences,
      ledger: list.ledger,
    }),
  };
}

/**
 * The migrations that make the tables of a store, and those that it has not seen. Refuses with `conflict` where it was
 * written by a newer version, or with migrations that have since been changed.
 */
export function migrationsOf(
  { migrations }: Pick<RowSource, 'migrations'>,
  what: string,
): {
  level: Migration[];
  later: Migration[];
} {
  const known = readMigrations();
  const applied = new Map(migrations.map(({ name, sha256 }) => [name, sha256]));
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  for (const [name, sha256] of applied) {
    const ours = byName.get(name);
    if (!ours) {
      throw new AppError(
        'conflict',
        `${what}含有本程序没有的结构变更 ${name}，它由更新的版本写成；请用该版本或更新的版本恢复。`,
      );
    }
    if (digest(ours.sql) !== sha256) {
      throw new AppError('conflict', `${what}的结构变更 ${name} 与本程序的不同；请用写成它的那个版本恢复。`);
    }
  }
  return {
    level: known.filter(({ name }) => applied.has(name)),
    later: known.filter(({ name }) => !applied.has(name)),
  };
}
