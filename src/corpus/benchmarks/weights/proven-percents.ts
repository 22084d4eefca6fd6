import { isBlank } from '../table-columns.ts';

/**
 * Weights without a sign: 0.1 is 10% and 15 is 15% where the heaviest of all factors, with the start, come to 1 or to 100 exactly, or
 * where the formula divides their sum by 100 (`points`). Anything else stays as it is and is refused.
 */
export function provenPercents(grid: string[][], points = false): string[][] {
  const cells = grid.map((row) => row[2] ?? '').filter((cell) => !isBlank(cell));
  if (cells.length === 0 || !cells.every((cell) => /^\d+(?:\.\d+)?$/.test(cell))) return grid;
  const heaviest = new Map<string, number>();
  for (const [name = '', , weight = ''] of grid)
    if (!isBlank(weight)) heaviest.set(name, Math.max(heaviest.get(name) ?? 0, Number(weight)));
  const total = Number([...heaviest.values()].reduce((sum, one) => sum + one, 0).toFixed(6));
  if (!points && total !== 1 && total !== 100) return grid;
  const times = points ? 1 : 100 / total;
  return grid.map((row) => {
    if (isBlank(row[2])) return row;
    const percent = Number((Number(row[2]) * times).toFixed(6));
    return [row[0]!, row[1]!, `${percent}%`, ...row.slice(3)];
  });
}
