import { divisionsOf } from '../../law/divisions-of.ts';
import { firstDate } from '../read-effective-day.ts';
import { type EntryDraft, type Reading, sha256 } from '../source-draft.ts';

/** One row of a discretion table as it is printed, before anybody made it calculable. */
export interface BenchmarkRow {
  /** Name of the table, with number and first day where its heading gives them. */
  table: string;
  /** Number of the item in the table: §1.1, 3. */
  item?: string;
  /** Heading above the item. */
  field?: string;
  violation: string;
  breached: string[];
  basis: string[];
  /** Headings of the cells, then the cells, row by row. */
  columns: string[];
  cells: string[][];
  notes: string[];
}

const FROM = /(\d{4})[-年.](\d{1,2})[-月.](\d{1,2})日?\s*(?:起)?施行/;
const NUMBER = /\p{sc=Han}{1,12}\s*[〔[【]\s*\d{4}\s*[〕\]】]\s*\d+\s*号/u;

/**
 * The rows of one discretion table as entries to be found: `benchmark:<table>#<item>`. They are shown as printed and are
 * not calculated with; a table to calculate with is written as our own YAML.
 */
export function benchmarkOfRows(table: string, rows: readonly BenchmarkRow[], file: string): Reading {
  const used = new Map<string, number>();
  const entries: EntryDraft[] = rows
    .filter((row) => row.violation)
    .map((row, index) => {
      const item = row.item ?? String(index + 1);
      const count = (used.get(item) ?? 0) + 1;
      used.set(item, count);
      return {
        id: `benchmark:${table}#${item}${count > 1 ? `-${count}` : ''}`,
        title: row.violation,
        text: textOf(row),
        textIs: 'official',
        alsoSearched: `${table} ${row.field ?? ''}`,
        payload: { name: table, item, ...(row.field ? { field: row.field } : {}), calculable: false },
      };
    });
  if (entries.length === 0) return { fault: `“${table}”中没有写明违法行为的行，请核对列的对应关系` };
  const from = FROM.exec(table);
  const statedFrom = from ? firstDate(`${from[1]}年${from[2]}月${from[3]}日`) : undefined;
  const number = NUMBER.exec(table)?.[0];
  const { province = '', city = '', county = '' } = divisionsOf(table);
  return {
    source: {
      kind: 'benchmark',
      key: `benchmark:${table}`,
      origin: 'imported',
      title: table,
      versionDate: null,
      level: 'normative-document',
      ...(number ? { number } : {}),
      ...(province || city || county ? { region: `${province}${city}${county}` } : {}),
      ...(statedFrom ? { statedFrom } : {}),
      digest: sha256(JSON.stringify(rows)),
      file,
    },
    entries,
  };
}

function textOf(row: BenchmarkRow): string {
  const labels = row.columns.slice(row.columns.length - (row.cells[0]?.length ?? 0));
  return [
    `违法行为：${row.violation}`,
    ...(row.breached.length ? [`违反：${row.breached.join('\n')}`] : []),
    ...(row.basis.length ? [`处罚依据：${row.basis.join('\n')}`] : []),
    ...row.cells.map((cells) =>
      cells.map((cell, at) => (labels[at] ? `${labels[at]}：${cell}` : cell)).join('；'),
    ),
    ...row.notes,
  ].join('\n');
}

/** A JSON line of a discretion table; `undefined` where it is none. */
export function benchmarkLine(fields: Record<string, unknown>): BenchmarkRow | undefined {
  const { benchmark, violation } = fields;
  if (typeof benchmark !== 'string' || !benchmark || typeof violation !== 'string') return undefined;
  const circumstances = words(fields.no_penalty_circumstances);
  const item = words(fields.section)[0] ?? words(fields.no)[0];
  const field = words(fields.chapter)[0] ?? words(fields.category)[0];
  const grid = Array.isArray(fields.grid) ? fields.grid.map(words) : [];
  return {
    table: benchmark,
    ...(item ? { item } : {}),
    ...(field ? { field } : {}),
    violation: violation.trim(),
    breached: [...words(fields.violated_articles), ...words(fields.violated)],
    basis: words(fields.penalty_basis),
    columns: words(fields.columns),
    cells: grid,
    notes: [...circumstances.map((one) => `不予处罚的情形：${one}`), ...words(fields.notes)],
  };
}

const words = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one) =>
    typeof one === 'string' && one.trim() ? [one.trim()] : typeof one === 'number' ? [String(one)] : [],
  );
