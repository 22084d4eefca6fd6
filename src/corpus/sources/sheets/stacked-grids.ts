import type { Grid } from './read-workbook.ts';
import type { Header } from './sheet-header.ts';
import { isTableHead } from './sheet-header.ts';

/**
 * A sheet on which a second table follows below the first, with headings of its own, as one grid for each, and the row of headings of
 * each from 1. Rows of the other tables are empty in it, so that every row keeps its number.
 */
export function stackedGrids(grid: Grid, header: Header): { grid: Grid; headerRow: number }[] {
  const plain = (cells: readonly string[]) => cells.map((cell) => cell.replaceAll(/\s/g, '')).join('\n');
  const heads = grid.rows.flatMap((cells, row) =>
    row > header.to && isTableHead(cells) && plain(cells) !== plain(grid.rows[header.from]!) ? [row] : [],
  );
  if (heads.length === 0) return [];
  const starts = [header.from, ...heads];
  return starts.map((start, at) => {
    const end = starts[at + 1] ?? grid.rows.length;
    return {
      headerRow: start + 1,
      grid: {
        ...grid,
        rows: grid.rows.map((cells, row) => (row >= start && row < end ? cells : cells.map(() => ''))),
      },
    };
  });
}
