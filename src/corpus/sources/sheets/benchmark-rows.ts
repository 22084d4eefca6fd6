import { type KnownHead, readTable } from '../../benchmarks/read-table.ts';
import { headOf, type StoredReading } from '../../benchmarks/stored-reading.ts';
import { loadReferenceBook } from '../../load-reference-book.ts';
import { type EntryDraft, type Reading, sha256 } from '../../source-draft.ts';

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
  /** What of the print cannot be relied on: the item is not reckoned with. */
  doubts?: string[];
  /** How blank cells of a sheet were read. */
  remarks?: string[];
}

/** Rises when the way of reading changes: a table read before is then read again under --replace. */
const READ_AS = 3;

/**
 * The rows of one discretion table as entries to be found: `benchmark:<table>#<item>`, shown as printed. Each keeps beside its text
 * the item to reckon with, or what must be retyped before anything can be reckoned with.
 */
export function benchmarkOfRows(
  table: string,
  rows: readonly BenchmarkRow[],
  file: string,
  {
    known = {},
    beside = [],
    told = [],
  }: { known?: KnownHead; beside?: readonly string[]; told?: readonly string[] } = {},
): Reading[] {
  const {
    benchmark,
    readings,
    notes: ofTable,
  } = readTable(table, rows, loadReferenceBook(), known, beside, told);
  const head = headOf(benchmark);
  const nameless: string[] = [];
  const entries: EntryDraft[] = rows.flatMap((row, index): EntryDraft[] => {
    if (!row.violation) {
      nameless.push(row.item ?? String(index + 1));
      return [];
    }
    const { item, section, statute } = readings[index]!;
    const listed = row.cells.length === 0 && row.notes.length > 0;
    const sanction = statute?.from === 'printed' ? statute.sanction : undefined;
    return [
      {
        id: `benchmark:${item.id}`,
        title: row.violation,
        text: textOf(row),
        textIs: 'official',
        alsoSearched: `${table} ${row.field ?? ''}`,
        payload: {
          name: table,
          number: section,
          item: item.id,
          ...(row.field ? { field: row.field } : {}),
          calculable: !listed && item.needsRetyping === undefined,
          ...(listed
            ? {}
            : { reading: { head, item, ...(sanction ? { sanction } : {}) } satisfies StoredReading }),
        },
      },
    ];
  });
  if (entries.length === 0) return [{ fault: `“${table}”中没有写明违法行为的行，请核对列的对应关系` }];
  const source: Reading = {
    source: {
      kind: 'benchmark',
      key: `benchmark:${table}`,
      origin: 'imported',
      title: table,
      versionDate: null,
      level: 'normative-document',
      ...(benchmark.number ? { number: benchmark.number } : {}),
      ...(benchmark.region ? { region: benchmark.region } : {}),
      ...(benchmark.inForce.from > '0001-01-01' ? { statedFrom: benchmark.inForce.from } : {}),
      ...(benchmark.inForce.to ? { statedTo: benchmark.inForce.to } : {}),
      digest: sha256(JSON.stringify([READ_AS, rows, known, beside])),
      file,
    },
    entries,
  };
  // Read, and to be known by whoever imports: a table without place or day would be applied everywhere and always.
  const notes = [
    ...ofTable,
    ...(nameless.length > 0 ? [`第 ${nameless.join('、')} 项没有写明违法行为，没有读`] : []),
  ];
  return [source, ...notes.map((note) => ({ fault: `《${table}》：${note}`, stored: true as const }))];
}

function textOf(row: BenchmarkRow): string {
  const labels = row.columns.slice(row.columns.length - (row.cells[0]?.length ?? 0));
  return [
    `违法行为：${row.violation}`,
    ...(row.breached.length ? [`违反：${row.breached.join('\n')}`] : []),
    ...(row.basis.length ? [`处罚依据：${row.basis.join('\n')}`] : []),
    ...row.cells.map((cells) =>
      cells.flatMap((cell, at) => (cell ? [labels[at] ? `${labels[at]}：${cell}` : cell] : [])).join('；'),
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
  const grid = Array.isArray(fields.grid) ? fields.grid.map(cellsOf) : [];
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

/** A row of the grid: an empty cell keeps its place. */
const cellsOf = (row: unknown): string[] =>
  (Array.isArray(row) ? row : [row]).map((cell) =>
    typeof cell === 'string' ? cell.trim() : typeof cell === 'number' ? String(cell) : '',
  );

const words = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one) =>
    typeof one === 'string' && one.trim() ? [one.trim()] : typeof one === 'number' ? [String(one)] : [],
  );
