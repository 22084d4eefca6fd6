import type { SanctionFine } from '../../law/sanction.ts';
import type { RowFault } from './item-reading.ts';
import { type Column, isBlank, saysNothing } from './table-columns.ts';
import { cutCell } from './words/cut-cell.ts';
import { isOverall } from './words/harm-words.ts';
import { measureBeside } from './words/measure-beside.ts';
import { percentResult } from './words/percent-result.ts';
import { plainFines } from './words/plain-fines.ts';
import type { BoundWords } from './words/quantity-in.ts';
import { type Result, resultIn } from './words/result-in.ts';
import { splitCell } from './words/split-cell.ts';

/** One row of a table of tiers. */
export interface Row {
  /** Of the printed item, from 1. */
  number: number;
  cells: string[];
  results: (Result | undefined)[];
}

/** The rows of a table of tiers with their results read; what is wrong with a row goes to the faults. */
export function readRows(
  grid: readonly string[][],
  columns: readonly Column[],
  {
    results,
    bounds,
    phrases,
    statute,
  }: {
    results: readonly Column[];
    bounds: BoundWords | undefined;
    phrases: ReadonlySet<string>;
    /** The spans of the provision beneath the item, where they are known. */
    statute?: readonly SanctionFine[];
  },
  faults: RowFault[],
  remarks: string[],
): Row[] {
  const rows: Row[] = [];
  const unused = columnsUnused(grid, results, remarks);
  for (const [at, given] of grid.entries()) {
    const number = at + 1;
    let cells = given.map((cell, place) => (unused.includes(place) ? '/' : cell.trim()));
    if (cells.every(isBlank)) continue;
    if (cells.length === 2 && columns.length > 2 && isOverall(cells[0]!)) {
      // 造成重大影响的 | 20万元: one merged cell over all conditions.
      cells = columns.map(({ holds }, place) =>
        holds === 'result' ? cells[1]! : place === 0 ? cells[0]! : '/',
      );
    }
    if (cells.length !== columns.length) {
      faults.push({ row: number, reason: `有 ${cells.length} 格，而表头有 ${columns.length} 列` });
      continue;
    }
    cells = cells.map((cell, place) => {
      const all = grid.map((row) => row[place] ?? '');
      return saysNothing(columns[place]!, cell, all) ? '/' : cell;
    });
    const above = rows.at(-1)?.cells;
    let leading = true;
    for (const column of columns) {
      if (column.holds === 'remark' || column.holds === 'ignored') continue;
      const cell = cells[column.at]!;
      const cut = cutCell(cell) ?? splitCell(cell, grid[at - 1]?.[column.at]?.trim(), phrases);
      if (cut) faults.push({ row: number, reason: `${cut}，一行可能分成了两行或者印错` });
      if (cell !== '') leading = false;
      else if (column.holds !== 'result' && above?.[column.at] && !cells.some(isOverall)) {
        if (!leading)
          faults.push({
            row: number,
            reason: `“${column.head}”是空格，不知道是接着上一行、不限还是漏写；不限的请写“/”`,
          });
        cells[column.at] = above[column.at]!;
        remarks.push(`第 ${number} 行“${column.head}”是空格，按合并单元格读作“${above[column.at]}”`);
      }
    }
    const read = results.map((column) => {
      if (column.beside) return besideFine(cells[column.at]!, column, number, faults, remarks);
      const result = readResult(cells[column.at]!, column, bounds, statute);
      const why = result && 'unread' in result ? result.unread : '读不懂';
      if (result && !('unread' in result)) {
        remarks.push(...(result.told ?? []).map((told) => `第 ${number} 行${told}`));
        return result;
      }
      const cell = cells[column.at]!;
      if (cell === '') faults.push({ row: number, reason: `“${column.head}”一格是空的，可能是合并单元格` });
      else if (!isBlank(cell)) faults.push({ row: number, reason: `“${column.head}”写作“${cell}”，${why}` });
      return undefined;
    });
    rows.push({ number, cells, results: read });
  }
  return rows;
}

/** What is due beside the fine. Words that name no penalty are told; a sum in them would be a second fine. */
function besideFine(
  cell: string,
  { head }: Column,
  row: number,
  faults: RowFault[],
  remarks: string[],
): Result | undefined {
  if (isBlank(cell)) return undefined;
  const result = resultIn(cell.replaceAll(/[，,](?=以及|及)/g, ''), undefined);
  const parts = cell.replaceAll(/\s/g, '').split(/[，。；、]/);
  const plain = parts.filter(Boolean).every((part) => !/\d|罚款/.test(part) || measureBeside(part));
  if (result?.fine || result?.fines || result?.perUnit || !plain)
    faults.push({ row, reason: `“${head}”写作“${cell}”，不知道与罚款一栏是什么关系` });
  if (!result) remarks.push(`第 ${row} 行“${head}”写作“${cell}”，没有读出应当给予的处罚种类`);
  remarks.push(...(result?.told ?? []).map((told) => `第 ${row} 行${told}`));
  return result && { extra: result.extra, ...(result.mayAdd ? { mayAdd: result.mayAdd } : {}) };
}

function readResult(
  cell: string,
  column: Column,
  bounds: BoundWords | undefined,
  statute: readonly SanctionFine[] | undefined,
): Result | { unread: string } | undefined {
  if (cell === '' || isBlank(cell)) return undefined;
  const plain = plainFines(cell);
  return (
    percentResult(plain, column, bounds, statute) ??
    resultIn(cell, bounds, column.unit) ??
    percentBeside(plain, column, bounds, statute)
  );
}

/** 警告，并处法定最高罚款数额30%以下的罚款: one part of the cell is the share, the others are due beside it. */
function percentBeside(
  cell: string,
  column: Column,
  bounds: BoundWords | undefined,
  statute: readonly SanctionFine[] | undefined,
): Result | { unread: string } | undefined {
  const parts = cell
    .replaceAll(/\s/g, '')
    .split(/[，；。]/)
    .filter(Boolean);
  const shares = parts.filter((part) => /[%％]|[百千]分之/.test(part));
  const others = parts.filter((part) => !shares.includes(part)).join('，');
  const [share, second] = shares;
  if (!share || second || !others) return undefined;
  const plain = share.replace(/^(?:可以|应当)?(?:并|单)?(?:可以)?(?=处)/, '');
  const fined = percentResult(plain, column, bounds, statute);
  const rest = resultIn(others, undefined);
  if (!fined || 'unread' in fined) return fined;
  if (!rest || rest.fine || rest.fines || rest.perUnit || rest.grade) return undefined;
  return { ...rest, ...fined, extra: rest.extra };
}

/** Columns of one party that an item leaves empty throughout, while another fills its own: that party is not fined here. */
function columnsUnused(
  grid: readonly string[][],
  results: readonly Column[],
  remarks: string[],
): readonly number[] {
  const own = results.filter(({ beside }) => !beside);
  const empty = own.filter(
    ({ at, party, subject }) => (party ?? subject) && grid.every((row) => (row[at] ?? '').trim() === ''),
  );
  const used = own.some((one) => !empty.includes(one) && grid.some((row) => !isBlank(row[one.at])));
  if (!used) return [];
  for (const { head } of empty) remarks.push(`“${head}”一栏本项各行都是空的，按本项不对其罚款读`);
  return empty.map(({ at }) => at);
}
