import { AppError } from '../../../errors.ts';
import { sidesIn } from '../../benchmarks/spans/sides-in.ts';
import { tellsColumn } from '../../benchmarks/table-columns.ts';
import type { Grid } from './read-workbook.ts';
import { SAY_COLUMNS, type SheetMap } from './sheet-map.ts';

export type Role = 'item' | 'field' | 'violation' | 'breached' | 'basis';

/** The usual headings, as tables of agencies print them; longer ones are tried first by their order here. */
const HEADINGS: Record<Role, RegExp> = {
  item: /^(?:序号|编号|编码|项目编号|事项编码|事项编号|执法事项编码|职权编码)$/,
  field: /^(?:领域|类别|执法领域|分类|章节?)$/,
  violation: /违法行为|违法事项|事项名称|处罚事项|案由|违法情形名称|执法事项|职权名称|权力名称|^项目名称$/,
  breached: /违反|违法依据|违法条款|禁止性|义务性/,
  basis: /处罚依据|处罚条款|法律依据|法定依据|法律规定|罚则|实施依据|定性依据/,
};
/** A heading stands among the first rows, below the title of the table. */
const LOOKED_AT = 15;
/** What a heading has at most: longer words are the table itself. */
const HEADING_LENGTH = 24;

export interface Columns extends Partial<Record<Role, number>> {
  violation: number;
  cells: number[];
}

export interface Header {
  /** First and last row of the headings, from 0. */
  from: number;
  to: number;
  /** The heading of each column; empty where it has none. */
  labels: string[];
  at: Columns;
  /** Columns beyond those that were asked for by name, that have no heading. */
  unnamed: number[];
}

/** The headings of a table, also those in two or three rows. AppError 'invalid-input' names what is missing. */
export function sheetHeader(grid: Grid, map: SheetMap): Header {
  const from = headerRow(grid.rows, map);
  const top = grid.rows[from]!.map((_, column) => plain(headAt(grid, from, column)));
  const width = top.length;
  const roles = new Set(
    top.flatMap((words, column) =>
      words.length <= 16 && Object.values(HEADINGS).some((one) => one.test(words)) ? [column] : [],
    ),
  );
  const to = lastHeadingRow(grid, from, roles);
  const steps = Array.from({ length: width }, (_, column) => stepsOf(grid, { from, to }, top, column));
  const labels = labelsOf(steps);
  // 类别 above 单位 and 个人 is no field of law.
  const isParty = (column: number) => {
    const own = grid.rows.slice(to + 1).flatMap((cells) => cells[column] || []);
    return own.length > 0 && own.every((cell) => sidesIn(cell));
  };
  const at = columnsOf(labels, steps, map, isParty);
  const taken = new Set<number | undefined>(Object.values(at).flat());
  return {
    from,
    to,
    labels,
    at,
    unnamed: labels.flatMap((label, column) => (label === '' && !taken.has(column) ? [column] : [])),
  };
}

const plain = (words: string) => words.replace(/\s/g, '');

/** The words of a cell, or of the merged area it belongs to. */
function headAt(grid: Grid, row: number, column: number): string {
  const area = grid.areaAt(row, column);
  return grid.rows[area?.top ?? row]?.[area?.left ?? column] ?? '';
}

/** Further rows of headings tell the columns of one heading apart: 处罚标准 above 单位 and 个人. */
function lastHeadingRow(grid: Grid, from: number, roles: ReadonlySet<number>): number {
  let to = from;
  for (const [column] of grid.rows[from]!.entries()) {
    const area = grid.areaAt(from, column);
    if (area?.top === from && grid.rows[from]![area.left]) to = Math.max(to, area.bottom);
  }
  for (let row = to + 1; row < grid.rows.length; row++) {
    const cells = grid.rows[row]!;
    if (!isNumbering(cells) && !(row === from + 1 && isSecondHeading(cells, grid.rows[from]!, roles))) break;
    to = row;
  }
  return to;
}

/** Words below a gap of the headings (处罚标准 | · over 单位 | 个人), or only what is counted in: （万元）. */
function isSecondHeading(
  cells: readonly string[],
  top: readonly string[],
  roles: ReadonlySet<number>,
): boolean {
  const own = cells.flatMap((words, column) => (words ? [{ words, column }] : []));
  if (own.length === 0 || own.some(({ column }) => roles.has(column))) return false;
  if (own.every(({ words }) => /^[（(][^（）()]{1,12}[）)]$/.test(words))) return true;
  const short = own.every(
    ({ words }) => words.length <= HEADING_LENGTH && !/[。；]|\d.*罚款|罚款.*\d/.test(words),
  );
  return short && own.length > 1 && own.some(({ column }) => top[column] === '');
}

/** 1, 2, 3 … or 甲, 乙, 丙 …: the columns are counted, nothing is said. */
export function isNumbering(cells: readonly string[]): boolean {
  const own = cells.filter(Boolean).map((cell) => cell.replaceAll(/[（()）\s.、]/g, ''));
  const counted = (signs: (at: number) => string | undefined) => own.every((cell, at) => cell === signs(at));
  const chinese = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
  return (
    own.length >= 3 &&
    (counted((at) => String(at + 1)) ||
      counted((at) => '甲乙丙丁戊己庚辛壬癸'[at]) ||
      counted((at) => chinese[at]) ||
      counted((at) => 'ABCDEFGHIJKLMNOPQRST'[at]))
  );
}

/** The headings of one column from above, without those that repeat and those that only count. */
function stepsOf(
  grid: Grid,
  { from, to }: { from: number; to: number },
  top: readonly string[],
  column: number,
): string[] {
  const steps: string[] = [];
  for (let row = from; row <= to; row++) {
    if (row > from && isNumbering(grid.rows[row]!)) continue;
    const words = plain(headAt(grid, row, column));
    if (words && words !== steps.at(-1)) steps.push(words);
  }
  // A heading over several columns that was not merged has its words in the first of them.
  if (steps.length > 0 && !top[column] && column > 0) {
    const left = top.findLastIndex((words, at) => at < column && words !== '');
    const below = left >= 0 && to > from && !grid.areaAt(from, left) ? headAt(grid, from + 1, left) : '';
    if (below) steps.unshift(top[left]!);
  }
  return steps;
}

/** The lowest heading where it says enough by itself and once only, else all of them together. */
function labelsOf(steps: readonly string[][]): string[] {
  const last = steps.map((own) => own.at(-1) ?? '');
  return steps.map((own, column) => {
    const words = last[column]!;
    const alone = own.length < 2 || (isTelling(words) && last.indexOf(words) === last.lastIndexOf(words));
    return alone ? words : own.join('');
  });
}

function isTelling(words: string): boolean {
  return Object.values(HEADINGS).some((heading) => heading.test(words)) || tellsColumn(words);
}

/** Whether cells are the headings of a table: one for the violation, and another that tables usually have. */
export function isTableHead(row: readonly string[]): boolean {
  const cells = row.map(plain).filter((cell) => cell.length <= 16);
  const named = Object.values(HEADINGS).filter((heading) => cells.some((cell) => heading.test(cell)));
  return named.length >= 2 && cells.some((cell) => HEADINGS.violation.test(cell));
}

function headerRow(rows: readonly string[][], map: SheetMap): number {
  if (map.headerRow !== undefined) {
    if (map.headerRow <= rows.length) return map.headerRow - 1;
    throw new AppError(
      'invalid-input',
      `表格只有 ${rows.length} 行，没有第 ${map.headerRow} 行表头，请改正。`,
    );
  }
  const wanted = map.columns?.violation;
  const at = rows.slice(0, LOOKED_AT).findIndex((row) => {
    if (typeof wanted === 'string') return row.map(plain).includes(plain(wanted));
    return isTableHead(row);
  });
  if (at >= 0) return at;
  const about =
    typeof wanted === 'string'
      ? `前 ${LOOKED_AT} 行里没有写着“${wanted}”的表头，请改正列的对应关系。`
      : `前 ${LOOKED_AT} 行里找不到写有“违法行为”等名称的表头，${SAY_COLUMNS}。`;
  throw new AppError('invalid-input', about);
}

function columnsOf(
  labels: readonly string[],
  steps: readonly string[][],
  map: SheetMap,
  isParty: (column: number) => boolean,
): Columns {
  const place = (wanted: string | number): number => {
    const words = plain(String(wanted));
    const at =
      typeof wanted === 'number'
        ? wanted - 1
        : [
            labels,
            steps.map((own) => own.at(-1)),
            steps.map(([first]) => first),
            steps.map((own) => own.join('')),
          ]
            .map((heads) => heads.indexOf(words))
            .find((found) => found >= 0);
    if (at !== undefined && at < labels.length) return at;
    throw new AppError(
      'invalid-input',
      `表头里没有“${wanted}”这一列，有的是${labels
        .filter(Boolean)
        .map((one) => `“${one}”`)
        .join('、')}，请改正。`,
    );
  };
  const taken = new Set<number>();
  const found: Partial<Record<Role, number>> = {};
  for (const role of Object.keys(HEADINGS) as Role[]) {
    const wanted = map.columns?.[role];
    const at =
      wanted === undefined
        ? labels.findIndex(
            (cell, index) =>
              !taken.has(index) &&
              cell.length <= 16 &&
              HEADINGS[role].test(cell) &&
              !(role === 'field' && isParty(index)),
          )
        : place(wanted);
    if (at < 0) continue;
    found[role] = at;
    taken.add(at);
  }
  if (found.violation === undefined)
    throw new AppError('invalid-input', `表头里找不到违法行为所在的列，${SAY_COLUMNS}。`);
  const cells =
    map.columns?.cells?.map(place) ?? labels.flatMap((cell, at) => (cell && !taken.has(at) ? [at] : []));
  return { ...found, violation: found.violation, cells };
}
