import { type Column, isBlank } from './table-columns.ts';
import { isOverall } from './words/harm-words.ts';
import type { Result } from './words/result-in.ts';

interface Row {
  number: number;
  cells: string[];
  results: (Result | undefined)[];
}

/**
 * A row whose cell spans all conditions (造成重大影响的 | 20万元) comes out of a printed table with the cells of the row above
 * repeated beside it. They are no conditions where the row itself proves it: the circumstance stands in no other row, all other
 * cells repeat the row above, and its fine is the highest of the table. The repeated cells are then struck out and told.
 */
export function mergedRow(row: Row, rows: readonly Row[], asked: readonly Column[], remarks: string[]): void {
  const at = rows.indexOf(row);
  const above = rows[at - 1];
  if (!above || asked.length < 2) return;
  const lead = asked.find(({ at: place }) => {
    const cell = row.cells[place]!;
    return (
      !isBlank(cell) &&
      cell !== above.cells[place] &&
      !rows.some((other) => other !== row && other.cells[place] === cell)
    );
  });
  if (!lead || !(isOverall(row.cells[lead.at]!) || othersRepeat(rows, row, lead))) return;
  const rest = asked.filter((column) => column !== lead && !isBlank(row.cells[column.at]));
  const repeated = rest.length > 0 && rest.every(({ at: place }) => row.cells[place] === above.cells[place]);
  if (!repeated || !isHighest(row, rows)) return;
  const words = rest.map(({ at: place }) => `“${row.cells[place]}”`).join('、');
  for (const { at: place } of rest) row.cells[place] = '/';
  remarks.push(
    `第 ${row.number} 行“${row.cells[lead.at]}”旁的${words}与上一行相同，是合并单元格的重复，不作为条件`,
  );
}

/** Every other value of the column stands in several rows. */
function othersRepeat(rows: readonly Row[], row: Row, { at: place }: Column): boolean {
  const counts = Map.groupBy(
    rows.filter((other) => other !== row),
    ({ cells }) => cells[place]!,
  );
  return counts.size > 1 && [...counts].every(([, own]) => own.length > 1);
}

/** A single sum, as high as any other of its column. */
function isHighest(row: Row, rows: readonly Row[]): boolean {
  return row.results.every((result, place) => {
    const fine = result?.fine;
    if (!fine) return true;
    const point = fine.min !== undefined && fine.min === fine.max;
    return (
      point &&
      rows.every((other) => {
        const high = other.results[place]?.fine;
        return (
          !high ||
          (high.base === fine.base && Number(high.max ?? Number.POSITIVE_INFINITY) <= Number(fine.max))
        );
      })
    );
  });
}
