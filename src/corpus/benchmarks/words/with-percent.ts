import type { RowFault } from '../item-reading.ts';

/** 20 under 权重（%） is 20%. A number below 1 there is not known: it may be 0.2% or 20%. */
export function withPercent(
  labels: readonly string[],
  grid: readonly string[][],
  faults: RowFault[],
): readonly string[][] {
  const first = labels.findIndex((label) => /[（(][%％][）)]|百分[比值点数]/.test(label));
  if (first < 0) return grid;
  const isNumber = (cell: string, at: number) => at >= first && /^\d+(?:\.\d+)?$/.test(cell.trim());
  for (const [row, cells] of grid.entries()) {
    const small = cells.find((cell, at) => isNumber(cell, at) && Number(cell) > 0 && Number(cell) < 1);
    if (small)
      faults.push({
        row: row + 1,
        reason: `权重“${small}”不知道是 ${small}% 还是 ${Number((Number(small) * 100).toFixed(6))}%`,
      });
  }
  return grid.map((cells) => cells.map((cell, at) => (isNumber(cell, at) ? `${cell.trim()}%` : cell)));
}
