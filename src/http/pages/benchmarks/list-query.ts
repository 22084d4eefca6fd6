/** What is asked of the list, as its address says it. An empty text narrows nothing. */
export interface ListQuery {
  q: string;
  field: string;
  table: string;
  /** Only rows in which the check found something. */
  faulty: boolean;
}

export function readListQuery(of: (name: string) => string | undefined): ListQuery {
  const text = (name: string) => (of(name) ?? '').trim().slice(0, 200);
  return { q: text('q'), field: text('field'), table: text('table'), faulty: text('faulty') === '1' };
}
