import { AppError } from '../../errors.ts';
import type { Db } from '../database.ts';
import type { RowBatch } from './dump-table.ts';
import type { CarriedTable } from './list-tables.ts';
import { quoted, rawQuery } from './raw-query.ts';

/** Puts rows back exactly, identities included. Refuses rows that are not of this table's shape with `invalid-input`. */
export async function loadRows(db: Db, table: CarriedTable, { text, rows }: RowBatch): Promise<void> {
  const lines = text.split('\n');
  if (lines.pop() !== '' || lines.length !== rows) {
    throw new AppError('invalid-input', `备份里表 ${table.name} 的行数与目录不符；请换一份备份。`);
  }
  const columns = table.columns.map((column) => quoted(column.name)).join(', ');
  const values = table.columns.map((column, index) => `(r ->> ${index})::${column.type}`).join(', ');
  await rawQuery(
    db,
    `insert into ${quoted(table.name)} (${columns}) overriding system value
    select ${values} from jsonb_array_elements($1::jsonb) as e(r)`,
    [`[${lines.join()}]`],
  );
}
