import type { Card } from './cards-in.ts';
import type { Grid } from './read-workbook.ts';

/** A card as a table like any other: what stands above its headings in columns of its own, to the right of the printed ones. */
export function cardGrid(grid: Grid, { said, header, from, to }: Card): Grid {
  const width = Math.max(...grid.rows.map((cells) => cells.length));
  const columns = [...said];
  const rows = grid.rows.map((cells, row) => {
    const own = Array.from({ length: width }, (_, at) =>
      row === header || (row >= from && row <= to) ? (cells[at] ?? '') : '',
    );
    const filled = own.some(Boolean);
    const beside = columns.map(([label, words]) => {
      if (row === header) return label;
      // A span of the law holds for every row.
      return row === from || (label === '法定罚款幅度' && filled) ? words : '';
    });
    return [...own, ...beside];
  });
  return { ...grid, rows };
}
