import type { RowFault } from './item-reading.ts';
import { rankOfHeading } from './rank-of-heading.ts';
import { isBlank, partyIn, TIER_WORDS, tableColumns, tellsColumn } from './table-columns.ts';
import { BEGINS, conditionAndResult } from './words/condition-and-result.ts';
import type { BoundWords } from './words/quantity-in.ts';
import { resultIn } from './words/result-in.ts';

/** A table with its ranks down the side. */
export interface TurnedTable {
  labels: string[];
  grid: string[][];
}

/**
 * A table with its ranks printed across the top (轻微 | 一般 | 严重, in the headings or in the first row of the item), turned so that each
 * rank is a row: the cell of a rank holds condition and result, or two columns stand below each rank, or several rows that a column at
 * the side names (情节, 罚款). Neighbouring ranks with the same cells are one. `undefined` where the ranks stand otherwise; a fault where
 * a cell or a row cannot be told apart.
 */
export function ranksAcross(
  labels: readonly string[],
  grid: readonly string[][],
  bounds: BoundWords | undefined,
): TurnedTable | { faults: RowFault[] } | undefined {
  const [top, ...below] = grid;
  const beside = tableColumns(labels, []).map(({ holds }) => holds === 'remark' || holds === 'ignored');
  if (top && isRankRow(top.filter((_, at) => !beside[at]))) {
    const heads = top.map((cell, at) => (beside[at] ? labels[at]! : cell));
    return turnedBy(heads, below, bounds);
  }
  return turnedBy(labels, grid, bounds);
}

/** 阶次 | 轻微 | 一般 | 严重 as a row of its own. */
function isRankRow([side = '', ...cells]: readonly string[]): boolean {
  const ranks = cells.filter((cell) => !isBlank(cell)).map(plain);
  return (
    !TIER_WORDS.test(plain(side)) &&
    ranks.length > 1 &&
    new Set(ranks).size === ranks.length &&
    ranks.every((cell) => /[一-鿿]/.test(cell) && TIER_WORDS.test(cell))
  );
}

function turnedBy(
  labels: readonly string[],
  grid: readonly string[][],
  bounds: BoundWords | undefined,
): TurnedTable | { faults: RowFault[] } | undefined {
  const heads = labels.map(rankOfHeading);
  const ranks = [...new Set(heads.flatMap(({ rank }) => (rank ? [rank] : [])))];
  if (ranks.length < 2) return undefined;
  const kinds = tableColumns(labels, []);
  const others = heads.flatMap(({ rank }, at) =>
    rank || /remark|ignored/.test(kinds[at]!.holds) || grid.every((row) => isBlank(row[at])) ? [] : [at],
  );
  const columnsOf = (rank: string) =>
    heads.flatMap((head, at) => (head.rank === rank ? [{ ...head, at }] : []));
  const cellOf = (row: readonly string[], rank: string, rest?: string) =>
    row[columnsOf(rank).find((one) => rest === undefined || one.rest === rest)?.at ?? -1] ?? '';
  const rows = grid.filter((row) => !row.every(isBlank));
  const [first] = rows;
  const single = ranks.every((rank) => columnsOf(rank).length === 1);
  const labelsOfRows = rows.map((row) => plain(row[others[0] ?? -1] ?? ''));
  const parts = single ? undefined : partsBelow(ranks.map((rank) => columnsOf(rank).map(({ rest }) => rest)));
  if (parts && first) {
    const holds = tableColumns(parts, []).map((column) => column.holds);
    const turned = {
      labels: [...others.map((at) => labels[at]!), '裁量阶次', ...parts.map(headBelow)],
      grid: rows.flatMap((row) =>
        ranks
          .filter((rank) => parts.some((part) => !isBlank(cellOf(row, rank, part))))
          .map((rank) => [
            ...others.map((at) => row[at] ?? ''),
            rank,
            ...parts.map((part, at) => cellOf(row, rank, part) || (holds[at] === 'condition' ? '/' : '')),
          ]),
      ),
    };
    return rows.length === 1 && others.length === 0 ? joined(turned) : turned;
  }
  const turnedRows = ranks.map((rank) => rows.map((row) => cellOf(row, rank)));
  if (single && others.length === 1 && areRowHeads(labelsOfRows, turnedRows, bounds))
    return joined({
      labels: ['裁量阶次', ...labelsOfRows],
      grid: ranks.map((rank, at) => [rank, ...turnedRows[at]!]).filter(saysAnything),
    });
  if (
    single &&
    others.length === 0 &&
    rows.length === 2 &&
    areConditionAndResult(rows, ranks, cellOf, bounds)
  )
    return joined({
      labels: ['裁量阶次', '适用条件', '处罚标准'],
      grid: ranks.map((rank) => [rank, cellOf(rows[0]!, rank), cellOf(rows[1]!, rank)]),
    });
  if (!(single && first && rows.length === 1 && others.length === 0))
    return {
      faults: [{ reason: `阶次“${ranks.join('、')}”横排，分不出每个阶次的适用条件和处罚标准；${TURN}` }],
    };
  const faults: RowFault[] = [];
  const turned: string[][] = [];
  for (const rank of ranks) {
    const cell = cellOf(first, rank);
    const parts = conditionAndResult(cell, bounds);
    if (parts) turned.push([rank, ...parts]);
    else faults.push({ row: 1, reason: `“${rank}”一格“${cell}”里分不出适用条件和处罚标准；${TURN}` });
  }
  return faults.length > 0
    ? { faults }
    : joined({ labels: ['裁量阶次', '适用条件', '处罚标准'], grid: turned });
}

const TURN = '阶次横排的表请改为每个阶次一行';
const plain = (words: string) => words.replaceAll(/\s/g, '');

/** Two rows without heads: no cell of the first lays down a penalty, every cell of the second does and nothing else. */
function areConditionAndResult(
  [above, below]: readonly string[][],
  ranks: readonly string[],
  cellOf: (row: readonly string[], rank: string) => string,
  bounds: BoundWords | undefined,
): boolean {
  return ranks.every((rank) => {
    const [condition, result] = [cellOf(above!, rank), cellOf(below!, rank)];
    const plainCondition = !isBlank(condition) && !BEGINS.test(plain(condition)) && !/罚款/.test(condition);
    return plainCondition && BEGINS.test(plain(result)) && resultIn(result, bounds) !== undefined;
  });
}

/** Headings below a rank that say too little by themselves. */
function headBelow(part: string): string {
  return part
    .replace(/^(?:适用|违法)?(?:情形|情节|条件)$/, '适用条件')
    .replace(/^(?:裁量|处罚)?(?:标准|幅度)$/, '处罚标准');
}

/** The columns below each rank where all ranks have the same; a rank with fewer (不予处罚 has no fine) leaves them blank. */
function partsBelow(rests: readonly string[][]): string[] | undefined {
  const widest = rests.toSorted((one, other) => other.length - one.length)[0]!;
  const plainly = new Set(widest).size === widest.length && !widest.includes('');
  const within = rests.every(
    (own) => new Set(own).size === own.length && own.every((rest) => widest.includes(rest)),
  );
  const tells = tableColumns(widest, []).some(
    ({ holds, party, subject }) => holds === 'result' || party || subject,
  );
  return plainly && within && (tells || widest.some((rest) => partyIn(rest))) ? widest : undefined;
}

/** One cell over several ranks stands in each of them. */
function joined({ labels, grid }: TurnedTable): TurnedTable {
  const rows: string[][] = [];
  for (const [rank, ...cells] of grid) {
    const last = rows.at(-1);
    if (last && cells.join('\n') === last.slice(1).join('\n')) last[0] += `、${rank}`;
    else rows.push([rank!, ...cells]);
  }
  return { labels, grid: rows };
}

/** 情节 | — | — below a rank: the item has no such rank. */
function saysAnything([, ...cells]: readonly string[]): boolean {
  return !cells.every(isBlank);
}

/** 情节 and 罚款 at the side of their rows, or whom each row of fines is for: conditions above, at least one result below. */
function areRowHeads(
  heads: readonly string[],
  cells: readonly string[][],
  bounds: BoundWords | undefined,
): boolean {
  const holds = tableColumns([...heads], cells, bounds).map((column) => column.holds);
  const fines = (at: number) => {
    const own = cells.map((row) => row[at]!).filter((cell) => !isBlank(cell));
    return own.length > 0 && own.every((cell) => resultIn(cell, bounds));
  };
  return (
    new Set(heads).size === heads.length &&
    heads.every((head, at) => head !== '' && (tellsColumn(head) || fines(at))) &&
    holds.includes('result') &&
    holds.some((one) => one === 'condition' || one === 'tier')
  );
}
