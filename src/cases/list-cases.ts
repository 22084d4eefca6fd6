import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { visibleText } from '../law/visible-text.ts';
import type { Action } from './case-file.ts';
import { type StoredCase, storedCaseFromRow } from './stored-case.ts';

export interface CaseFilter {
  /** Words of the title or number. */
  text?: string;
  field?: string;
  /** The kind of act. */
  action?: Action;
  /** Only cases that this person handles. */
  handler?: string;
  example?: boolean;
  sort?: 'updated' | 'created' | 'number' | 'title';
  /** At most this many (default 200), after skipping `offset`. */
  limit?: number;
  offset?: number;
}

const COLUMNS = {
  updated: 'updated_at',
  created: 'created_at',
  number: 'number',
  title: 'title',
} as const;

/** Cases that match, the last changed first unless `sort` says otherwise. */
export async function listCases(db: Db, filter: CaseFilter = {}): Promise<StoredCase[]> {
  let query = db.selectFrom('cases').selectAll();
  const text = visibleText(filter.text ?? '').trim();
  if (text) {
    const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((where) =>
      where.or([where('title', 'like', pattern), where('number', 'like', pattern)]),
    );
  }
  if (filter.field) query = query.where('field', '=', filter.field);
  if (filter.action) query = query.where(sql<string>`file ->> 'action'`, '=', filter.action);
  if (filter.example !== undefined) query = query.where('example', '=', filter.example);
  const { handler } = filter;
  if (handler) {
    query = query.where('id', 'in', (select) =>
      select.selectFrom('case_handlers').select('case_id').where('user_id', '=', handler),
    );
  }
  const sort = filter.sort ?? 'updated';
  const rows = await query
    .orderBy(COLUMNS[sort], sort === 'updated' || sort === 'created' ? 'desc' : 'asc')
    .orderBy('id')
    .limit(filter.limit ?? 200)
    .offset(filter.offset ?? 0)
    .execute();
  if (rows.length === 0) return [];
  const handlers = await db
    .selectFrom('case_handlers')
    .select(['case_id', 'user_id'])
    .where(
      'case_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('since')
    .orderBy('user_id')
    .execute();
  return rows.map((row) =>
    storedCaseFromRow(
      row,
      handlers.filter((entry) => entry.case_id === row.id).map((entry) => entry.user_id),
    ),
  );
}
