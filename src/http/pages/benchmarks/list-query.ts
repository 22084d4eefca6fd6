/** What is asked of the list, as its address says it. An empty text narrows nothing. */
export interface ListQuery {
  q: string;
  field: string;
  table: string;
  /** Only rows in which the check found something. */
  faulty: boolean;
  /** The first row to be shown of a table that stands alone. */
  from: number;
}

export function readListQuery(of: (name: string) => string | undefined): ListQuery {
  const text = (name: string) => (of(name) ?? '').trim().slice(0, 200);
  const from = Number(text('from'));
  return {
    q: text('q'),
    field: text('field'),
    table: text('table'),
    faulty: text('faulty') === '1',
    from: Number.isSafeInteger(from) && from > 0 ? from : 0,
  };
}

/** The address of the list with some of its questions changed. */
export function listLink(query: ListQuery, change: Partial<ListQuery>): string {
  const { q, field, table, faulty, from } = { ...query, ...change };
  const said = [
    ['q', q],
    ['field', field],
    ['table', table],
    ['faulty', faulty ? '1' : ''],
    ['from', from > 0 ? String(from) : ''],
  ].filter(([, value]) => value !== '');
  return `/benchmarks${said.length > 0 ? `?${new URLSearchParams(said as [string, string][])}` : ''}`;
}
