import { isBlank } from '../../benchmarks/table-columns.ts';
import type { Grid } from './read-workbook.ts';
import type { Header } from './sheet-header.ts';

const BASE_HEAD = /(?:计罚|罚款|计算|处罚|倍数)的?(?:基数|基准数|基础|依据额)$|^基数$/;
const MULTIPLE = /\d(?:\.\d+)?(?:倍|[%％‰])/;

/**
 * A sheet with a column that names what the fine is counted on (计罚基数: 土地复垦费) told in the result beside it: 土地复垦费5倍以上6倍以下. A dash there says that
 * the result is the sum itself.
 */
export function baseColumns(grid: Grid, header: Header): { grid: Grid; header: Header } {
  const { cells } = header.at;
  const base = cells.find((column) => BASE_HEAD.test(header.labels[column] ?? ''));
  if (base === undefined) return { grid, header };
  const after = cells.filter((column) => column > base);
  const rows = grid.rows.map((given, row) => {
    if (row <= header.to) return given;
    const area = grid.areaAt(row, base);
    const name = (grid.rows[area?.top ?? row]?.[area?.left ?? base] ?? '').replaceAll(/\s/g, '');
    if (isBlank(name)) return given;
    const result = after.find((column) => MULTIPLE.test(given[column] ?? ''));
    if (result === undefined) return given;
    const own = [...given];
    own[result] = `${name}的${own[result]!.replaceAll(/\s/g, '')}`;
    return own;
  });
  // A base that no result takes up must not get lost.
  const left = grid.rows.some((_, row) => {
    if (row <= header.to || !rows[row]!.some(Boolean)) return false;
    const area = grid.areaAt(row, base);
    const name = grid.rows[area?.top ?? row]?.[area?.left ?? base] ?? '';
    const covered = area !== undefined && area.right > base;
    return !covered && name !== '' && !isBlank(name) && rows[row] === grid.rows[row];
  });
  if (left) return { grid, header };
  return {
    grid: { ...grid, rows },
    header: { ...header, at: { ...header.at, cells: cells.filter((column) => column !== base) } },
  };
}
