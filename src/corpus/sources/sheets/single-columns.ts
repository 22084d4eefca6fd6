import type { Grid } from './read-workbook.ts';
import type { Header } from './sheet-header.ts';

/**
 * The headings without the columns that only belong to the width of a merged one: heading and cells are one over all of them, in every row
 * that has any words.
 */
export function singleColumns(grid: Grid, header: Header): Header {
  const isWidth = (column: number): boolean => {
    const head = grid.areaAt(header.to, column);
    if (!head || head.left === column) return false;
    return grid.rows.slice(header.from + 1).every((cells, at) => {
      const row = header.from + 1 + at;
      const area = grid.areaAt(row, column);
      return !cells[column] && (!cells.some(Boolean) || (area !== undefined && area.left < column));
    });
  };
  const cells = header.at.cells.filter((column) => !isWidth(column));
  return cells.length === header.at.cells.length ? header : { ...header, at: { ...header.at, cells } };
}
