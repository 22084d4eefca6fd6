import type { Db } from '../database.ts';
import type { CarriedTable } from './list-tables.ts';
import { quoted, rawQuery } from './raw-query.ts';

/** Some rows of one table, each a line of JSON: an array of its values as PostgreSQL's own text, or null. */
export interface RowBatch {
  table: string;
  rows: number;
  text: string;
}

const BATCH_BYTES = 2 * 1024 * 1024;
const BATCH_ROWS = 2000;

/** Values written so that any PostgreSQL reads them back as exactly what they were. For the session or transaction. */
export async function writeExactly(db: Db): Promise<void> {
  for (const setting of [
    "timezone = 'UTC'",
    "datestyle = 'ISO, YMD'",
    "intervalstyle = 'postgres'",
    'extra_float_digits = 3',
    "bytea_output = 'hex'",
    "xmloption = 'content'",
  ])
    await rawQuery(db, `set ${db.isTransaction ? 'local ' : ''}${setting}`);
}

/**
 * The rows of a table in its order, a few MB at a time however large a row is: sizes are asked for first, which reads
 * no large value. Only inside a transaction, after `writeExactly`.
 */
export async function* dumpTable(db: Db, table: CarriedTable): AsyncGenerator<RowBatch> {
  const from = `from ${quoted(table.name)} t order by ${table.order}`;
  const sizes = table.columns.filter((column) => column.variable).map(({ name, type }) => sizeOf(name, type));
  const values = table.columns.map((column, index) => `t.${quoted(column.name)}::text as c${index}`);
  await rawQuery(
    db,
    `declare row_sizes no scroll cursor for select ${['24', ...sizes].join(' + ')} as size ${from}`,
  );
  await rawQuery(db, `declare row_values no scroll cursor for select ${values.join(', ')} ${from}`);
  for await (const count of batchSizes(db)) {
    const rows = await rawQuery<Record<string, string | null>>(db, `fetch ${count} from row_values`);
    const lines = rows.map((row) => `${JSON.stringify(table.columns.map((_, index) => row[`c${index}`]))}\n`);
    yield { table: table.name, rows: rows.length, text: lines.join('') };
  }
  await rawQuery(db, 'close row_sizes');
  await rawQuery(db, 'close row_values');
}

/** About how long the value's text is: known without reading it where it is text or bytes, else a guess. */
function sizeOf(name: string, type: string): string {
  const column = `t.${quoted(name)}`;
  if (type === 'bytea') return `coalesce(2 * octet_length(${column})::bigint, 0)`;
  if (/^(?:text|character(?: varying)?(?:\(\d+\))?)$/.test(type))
    return `coalesce(octet_length(${column}), 0)`;
  return `coalesce(3 * pg_column_size(${column})::bigint, 0)`;
}

async function* batchSizes(db: Db): AsyncGenerator<number> {
  let rows = 0;
  let bytes = 0;
  for (;;) {
    const sizes = await rawQuery<{ size: number }>(db, `fetch ${BATCH_ROWS} from row_sizes`);
    for (const { size } of sizes) {
      if (rows > 0 && (bytes + size > BATCH_BYTES || rows === BATCH_ROWS)) {
        yield rows;
        rows = 0;
        bytes = 0;
      }
      rows += 1;
      bytes += size;
    }
    if (sizes.length < BATCH_ROWS) break;
  }
  if (rows > 0) yield rows;
}
