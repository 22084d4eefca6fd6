import type { RowFault } from '../item-reading.ts';
import { isBlank } from '../table-columns.ts';

export interface WeightRow {
  number: number;
  cells: string[];
}

/** 裁量起点: the weights that every case begins with, one for each column, and how many rows at the head tell them. */
export interface Start {
  rows: number;
  columns: { label: string; percent: number | string }[];
}

const HEAD = /裁量起点|裁量基点|基础(?:权重|分值)|^起点/;

export function isStart(cell: string | undefined): boolean {
  return HEAD.test(cell ?? '');
}

/** The rows at the head of a table of weights: headings of the columns (对单位, 逾期未改正), then the start itself. */
export function startRows(rows: readonly WeightRow[], faults: RowFault[]): Start {
  const headings: string[][] = [];
  for (const [at, { cells }] of rows.entries()) {
    const own = isBlank(cells[0]) || HEAD.test(cells[0]!);
    if (!own) break;
    const rest = cells.slice(1).filter((cell, place) => place > 0 || percentOf(cell) !== undefined);
    const weights = rest.map(percentOf);
    if (weights.length > 0 && weights.every((one) => one !== undefined)) {
      return {
        rows: at + 1,
        columns: weights.map((percent, place) => ({ label: labelOf(headings, place), percent: percent! })),
      };
    }
    if (rest.length > 0 && rest.every((cell) => /^\d+\s*[/／]\s*\d+$/.test(cell))) {
      faults.push({ row: rows[at]!.number, reason: `裁量起点“${rest.join('、')}”不是百分数` });
      return { rows: at + 1, columns: [] };
    }
    headings.push(filledRight(cells.slice(2)));
  }
  faults.push({ reason: headings.length > 0 ? '裁量起点一行没有写明百分数' : '没有裁量起点一行' });
  return { rows: headings.length, columns: [] };
}

/** A merged heading has its words in its first column only. */
function filledRight(cells: readonly string[]): string[] {
  const filled: string[] = [];
  for (const cell of cells) filled.push(cell === '' ? (filled.at(-1) ?? '') : cell);
  return filled;
}

function labelOf(headings: readonly string[][], place: number): string {
  const words = headings
    .map((cells) => cells[place] ?? '')
    .filter((cell) => !isBlank(cell) && percentOf(cell) === undefined);
  return [...new Set(words)].join('、');
}

/** 20% → 20; a bare 0 is 0%. `undefined` for anything else: a weight is never guessed. */
export function percentOf(cell: string | undefined): number | undefined {
  const text = (cell ?? '').replaceAll(/\s/g, '');
  if (/^0(?:\.0+)?$/.test(text)) return 0;
  const found = /^(\d+(?:\.\d+)?)[%％]$/.exec(text);
  return found ? Number(found[1]) : undefined;
}
