import type { Sign } from '../lines-of-signs.ts';
import type { PdfPage, Ruling } from './pdf-page.ts';

/** A cell between four lines of a table, and what stands in it. */
export interface Cell {
  left: number;
  top: number;
  right: number;
  bottom: number;
  signs: Sign[];
}

/** Lines of a table are drawn in pieces that miss each other by so much, in points. */
const SLACK = 3;
/** A row with more empty cells is a drawing. */
const MAX_EMPTY = 40;
/** A page with more lines is a drawing, no form. */
const MAX_LINES = 4000;

/** Parts the signs of a page into the rows of ruled tables, from top to bottom, and the others. */
export function pdfTables(page: PdfPage, signs: readonly Sign[]): { rows: Cell[][]; others: Sign[] } {
  if (page.across.length + page.down.length > MAX_LINES) return { rows: [], others: [...signs] };
  const down = merged(page.down);
  // A line that does not run from one upright line to another underlines something.
  const across = merged(page.across).filter(({ at, from, to }) =>
    [from, to].every((end) => down.some((line) => Math.abs(line.at - end) <= SLACK && covers(line, at))),
  );
  const cells = new Map<string, Cell>();
  const others: Sign[] = [];
  for (const sign of signs) {
    const cell = cellAround((sign.x0 + sign.x1) / 2, sign.y - sign.size * 0.35, across, down);
    if (!cell) {
      others.push(sign);
      continue;
    }
    const key = [cell.left, cell.top, cell.right, cell.bottom].join(' ');
    const known = cells.get(key) ?? cell;
    cells.set(key, known);
    known.signs.push(sign);
  }
  const rows = rowsOf([...cells.values()]);
  return { rows: rows.map((row) => filledUp(row, across, down)), others };
}

/** Pieces of one line put together. */
function merged(lines: readonly Ruling[]): Ruling[] {
  const sorted = [...lines].sort((one, other) => one.at - other.at || one.from - other.from);
  const groups: Ruling[][] = [];
  for (const line of sorted) {
    const group = groups.at(-1);
    if (group && line.at - group[0]!.at <= SLACK) group.push(line);
    else groups.push([line]);
  }
  return groups.flatMap((group) => {
    const whole: Ruling[] = [];
    for (const line of group.sort((one, other) => one.from - other.from)) {
      const last = whole.at(-1);
      if (last && line.from <= last.to + SLACK) last.to = Math.max(last.to, line.to);
      else whole.push({ ...line });
    }
    return whole;
  });
}

const covers = (line: Ruling, at: number) => at > line.from - SLACK && at < line.to + SLACK;

function cellAround(x: number, y: number, across: Ruling[], down: Ruling[]): Cell | undefined {
  const top = across.findLast((line) => line.at <= y && covers(line, x));
  const bottom = across.find((line) => line.at > y && covers(line, x));
  const left = down.findLast((line) => line.at <= x && covers(line, y));
  const right = down.find((line) => line.at > x && covers(line, y));
  if (!top || !bottom || !left || !right) return undefined;
  return { left: left.at, top: top.at, right: right.at, bottom: bottom.at, signs: [] };
}

/** Rows are cells with one upper edge; a cell over several rows belongs to its first. */
function rowsOf(cells: Cell[]): Cell[][] {
  const sorted = cells.sort((one, other) => one.top - other.top || one.left - other.left);
  const rows: Cell[][] = [];
  for (const cell of sorted) {
    const row = rows.at(-1);
    if (row && cell.top - row[0]!.top <= SLACK) row.push(cell);
    else rows.push([cell]);
  }
  return rows.map((row) => row.sort((one, other) => one.left - other.left));
}

/** The empty cells before and between those of a row, so that its words keep their columns. */
function filledUp(row: Cell[], across: Ruling[], down: Ruling[]): Cell[] {
  const whole: Cell[] = [];
  for (const cell of row) {
    const y = cell.top + SLACK;
    const empty: Cell[] = [];
    const least = whole.at(-1)?.right ?? -Infinity;
    let next: Cell | undefined = cell;
    while (next && next.left > least + SLACK && empty.length < MAX_EMPTY) {
      next = cellAround(next.left - SLACK, y, across, down);
      if (next && next.left >= least - SLACK) empty.unshift(next);
    }
    whole.push(...empty, cell);
  }
  return whole;
}
