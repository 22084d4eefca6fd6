import type { Db } from '../database.ts';
import { quoted, rawQuery } from './raw-query.ts';

/** A table as it is carried: the columns that hold something of their own, and the order of its rows. */
export interface CarriedTable {
  name: string;
  /** Generated columns are left out: the target makes them again. */
  columns: { name: string; type: string; variable: boolean }[];
  /** SQL after `order by`: the same order of rows in every database, whatever its language. */
  order: string;
}

interface Row {
  table: string;
  column: string;
  type: string;
  variable: boolean;
  collated: boolean;
  key: number | null;
}

/**
 * Every table of ours, by name. The job queue's are not among them: they stand in a schema of their own, and belong to
 * the queue of one running service.
 */
export async function listTables(db: Db): Promise<CarriedTable[]> {
  const rows = await rawQuery<Row>(
    db,
    `select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
      a.attlen = -1 as variable, a.attcollation <> 0 as collated, array_position(k.conkey, a.attnum) as key
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by c.relname collate "C", a.attnum`,
  );
  const tables = Map.groupBy(rows, (row) => row.table);
  return [...tables].map(([name, columns]) => {
    const key = columns.filter((one) => one.key !== null).sort((a, b) => a.key! - b.key!);
    return {
      name,
      columns: columns.map(({ column, type, variable }) => ({ name: column, type, variable })),
      order: (key.length > 0 ? key.map(orderOfKey) : columns.map(orderOfText)).join(', '),
    };
  });
}

const orderOfKey = (row: Row): string => `t.${quoted(row.column)}${row.collated ? ' collate "C"' : ''}`;
const orderOfText = (row: Row): string => `t.${quoted(row.column)}::text collate "C"`;
