import type { TurnedTable } from './ranks-across.ts';
import { isBlank, tableColumns } from './table-columns.ts';
import { degreeSequence } from './words/degree-sequence.ts';
import type { BoundWords } from './words/quantity-in.ts';

/** The words of a heading that say what its columns count: 罚款比例（按两年内查处次数）首次. */
const COUNTED = /[（(](?:按照?|以)?([^（）()\d]{2,14}(?:次数|数量|面积|人数|金额|数额))[）)]/;

/**
 * A table whose columns of fines stand beneath numbers (首次 | 第二次 | 第三次以上, 不足10平方米 | 10平方米以上), turned so that each of them is a
 * condition of a row of its own; a cell over all of them stays one row. `undefined` where its columns are told apart otherwise.
 */
export function countsAcross(
  labels: readonly string[],
  grid: readonly string[][],
  words: BoundWords,
): TurnedTable | undefined {
  const columns = tableColumns(labels, grid);
  const results = columns.filter(({ holds, beside }) => holds === 'result' && !beside);
  const [first, second] = results;
  if (!first || !second || grid.some((row) => row.length !== columns.length)) return undefined;
  const names = results.map(({ label = '' }) => label);
  const sides = new Set(results.map(({ party, subject, unit }) => `${party} ${subject} ${unit}`));
  if (sides.size > 1 || names.some((name) => !name) || new Set(names).size < names.length) return undefined;
  const degrees = degreeSequence(names, words);
  if (!degrees || 'overlap' in degrees || degrees.base) return undefined;
  const counted = COUNTED.exec(first.head)?.[1];
  const name = counted ?? (degrees.about || '次数');
  if (!counted && degrees.unit !== '次') return undefined;
  const places = results.map(({ at }) => at);
  const others = columns.filter(({ at }) => !places.includes(at)).map(({ at }) => at);
  const head = first.head.replace(COUNTED, '').replace(names[0]!, '') || '处罚标准';
  const row = (cells: readonly string[], degree: string, result: string) => [
    ...others.map((at) => cells[at]!),
    degree,
    result,
  ];
  return {
    labels: [...others.map((at) => labels[at]!), name, head],
    grid: grid.flatMap((cells) => {
      const own = places.map((at) => cells[at]!);
      if (own.every((cell) => cell === own[0])) return [row(cells, '/', own[0]!)];
      return own.flatMap((cell, at) => (isBlank(cell) ? [] : [row(cells, names[at]!, cell)]));
    }),
  };
}
