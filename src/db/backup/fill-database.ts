import { createHash, type Hash } from 'node:crypto';
import { AppError } from '../../errors.ts';
import type { Db } from '../database.ts';
import { dumpTable, type RowBatch, writeExactly } from './dump-table.ts';
import { liftConstraints } from './lift-constraints.ts';
import { type CarriedTable, listTables } from './list-tables.ts';
import { loadRows } from './load-rows.ts';
import type { PartList } from './part-list.ts';
import { quoted, rawQuery } from './raw-query.ts';
import type { OnProgress } from './read-archive.ts';
import { readSequences, setSequences } from './sequences.ts';

/** How many rows each table has, and the digest over them as lines. */
export type TableSums = Record<string, { rows: number; sha256: string }>;

/** The process record as it was walked: `root` is the hash of its last entry, `at` the first that does not fit. */
export interface Ledger {
  ok: boolean;
  count: number;
  root: string;
  at?: number;
}

/** What is known of a store once its rows have all been read. */
interface RowsEnd {
  sums: TableSums;
  sequences: PartList['sequences'];
  ledger: Ledger;
}

/** A store as it is carried elsewhere; `end` is to be asked after the last of `rows`. */
export interface RowSource {
  migrations: PartList['migrations'];
  tables: Record<string, { columns: string[]; rows: number }>;
  rows: AsyncIterable<RowBatch>;
  end(): Promise<RowsEnd>;
}

export type ReadLedger = (db: Db) => Promise<Ledger>;

/** Adds up rows as they pass. */
export class TableSummer {
  #open = new Map<string, { rows: number; hash: Hash }>();

  constructor(tables: readonly CarriedTable[]) {
    for (const { name } of tables) this.#open.set(name, { rows: 0, hash: createHash('sha256') });
  }

  add({ table, rows, text }: RowBatch): void {
    const sum = this.#open.get(table)!;
    sum.rows += rows;
    sum.hash.update(text);
  }

  sums(): TableSums {
    return Object.fromEntries(
      [...this.#open].map(([name, { rows, hash }]) => [name, { rows, sha256: hash.copy().digest('hex') }]),
    );
  }
}

/**
 * Fills a database that has the tables and nothing else of worth with these rows: exactly, counters included. Refuses
 * with `invalid-input` where the tables are not the same on both sides.
 */
export async function fillDatabase(db: Db, source: RowSource, onProgress?: OnProgress): Promise<RowsEnd> {
  const tables = await listTables(db);
  compareShapes(tables, source.tables);
  const byName = new Map(tables.map((table) => [table.name, table]));
  const names = tables.map(({ name }) => name);
  const total = Object.values(source.tables).reduce((sum, { rows }) => sum + rows, 0);
  await writeExactly(db);
  const putBack = await liftConstraints(db, names);
  // What the migrations themselves wrote comes again with the rows.
  await rawQuery(db, `truncate ${names.map(quoted).join(', ')}`);
  let done = 0;
  for await (const batch of source.rows) {
    const table = byName.get(batch.table);
    if (!table)
      throw new AppError('invalid-input', `备份里有本程序不认识的表 ${batch.table}；请换一份备份。`);
    await loadRows(db, table, batch);
    done += batch.rows;
    onProgress?.(`写入 ${batch.table}`, done, total);
  }
  const end = await source.end();
  await setSequences(db, end.sequences);
  onProgress?.('核对引用关系');
  await putBack();
  return end;
}

/** Reads everything back: what is in the database is what is compared. Inside a transaction. */
async function sumDatabase(db: Db, onProgress?: OnProgress): Promise<TableSums> {
  await writeExactly(db);
  const tables = await listTables(db);
  const summer = new TableSummer(tables);
  let done = 0;
  for (const table of tables) {
    for await (const batch of dumpTable(db, table)) {
      summer.add(batch);
      done += batch.rows;
      onProgress?.(`读回 ${table.name}`, done);
    }
  }
  return summer.sums();
}

/** Names what differs between two sides; empty where nothing does. */
export async function differences(
  db: Db,
  expected: RowsEnd,
  readLedger: ReadLedger,
  onProgress?: OnProgress,
): Promise<{ found: string[]; sums: TableSums; ledger: Ledger }> {
  const sums = await sumDatabase(db, onProgress);
  const found: string[] = [];
  for (const name of new Set([...Object.keys(expected.sums), ...Object.keys(sums)])) {
    const wanted = expected.sums[name];
    const got = sums[name];
    if (wanted?.rows !== got?.rows)
      found.push(`表 ${name} 应有 ${wanted?.rows ?? 0} 行，实有 ${got?.rows ?? 0} 行`);
    else if (wanted?.sha256 !== got?.sha256) found.push(`表 ${name} 的内容不同`);
  }
  if (JSON.stringify(await readSequences(db)) !== JSON.stringify(expected.sequences))
    found.push('编号计数不同');
  onProgress?.('核对全过程记录');
  const ledger = await readLedger(db);
  if (ledger.root !== expected.ledger.root || ledger.ok !== expected.ledger.ok)
    found.push(`全过程记录的末条摘要应为 ${expected.ledger.root}，实为 ${ledger.root}`);
  return { found, sums, ledger };
}

function compareShapes(
  tables: readonly CarriedTable[],
  given: Record<string, { columns: readonly string[] }>,
): void {
  const wanted = JSON.stringify(tables.map(({ name, columns }) => [name, columns.map((one) => one.name)]));
  const got = JSON.stringify(Object.entries(given).map(([name, { columns }]) => [name, columns]));
  if (wanted !== got) {
    throw new AppError(
      'invalid-input',
      '来源的表结构与同版本程序的不同，库里可能另建了表或者列；请先移走它们。',
    );
  }
}
