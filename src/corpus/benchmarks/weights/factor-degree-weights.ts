import { isBlank, tableColumns } from '../table-columns.ts';
import { percentOf } from './start-rows.ts';

/**
 * The rows as factor, degree and weights, whatever other columns stand around them: the columns of weights are those that hold
 * percentages, factor and degree the two columns of words before them. What remarks say goes to the notes.
 */
export function factorDegreeWeights(
  labels: readonly string[],
  grid: readonly string[][],
  notes: string[],
): string[][] {
  const width = Math.max(...grid.map((cells) => cells.length));
  const columns = tableColumns(labels, []);
  const cellsOf = (at: number) =>
    grid.map((cells) => cells[at]?.trim() ?? '').filter((cell) => !isBlank(cell));
  const kinds = Array.from({ length: width }, (_, at) => {
    const own = cellsOf(at);
    const holds = labels.length >= width ? columns[at]?.holds : undefined;
    if (holds === 'remark') return 'remark';
    if (holds === 'ignored' || /^(?:序号|编号|项目|项次)$/.test(labels[at] ?? '')) return 'none';
    const weights = own.filter((cell) => percentOf(cell) !== undefined || /^\d+[/／]\d+$/.test(cell)).length;
    return own.length > 0 && weights / own.length >= 0.6 ? 'weight' : 'words';
  });
  for (const [at, kind] of kinds.entries()) if (kind === 'remark') notes.push(...new Set(cellsOf(at)));
  const first = kinds.indexOf('weight');
  const before = kinds.flatMap((kind, at) => (kind === 'words' && (first < 0 || at < first) ? [at] : []));
  const [factor, degree] = before.slice(-2);
  if (degree === undefined || first < 0) return grid.map((cells) => cells.map((cell) => cell.trim()));
  return grid.map((cells) => {
    const rest = cells.slice(first).filter((_, at) => ['weight', 'words'].includes(kinds[first + at]!));
    return [cells[factor!] ?? '', cells[degree] ?? '', ...rest].map((cell) => cell.trim());
  });
}
