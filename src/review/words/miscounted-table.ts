import type { CaseFile } from '../../cases/case-file.ts';
import { type Fen, fen } from '../../law/money.ts';

const TOTAL = /^(?:合计|总计|共计|总额)/;
const SUBTOTAL = /小计|其中/;
const FIGURE = /^[¥￥]?\s*(\d{1,3}(?:[,，]\d{3})+(?:\.\d{1,2})?|\d+(?:\.\d{1,2})?)\s*元?$/;
const EMPTY = /^[\s/／\-—－]*$/;

/**
 * A table of a paper whose row 合计 gives the sum asked for, though the figures above it in that column add up to another.
 * Cells are parted by tabs. Tables with subtotals are left alone, and so are columns that are not figures throughout.
 */
export function miscountedTable(
  file: CaseFile,
  claimed: Fen,
): { title: string; counted: Fen; path: string } | undefined {
  for (const [index, { title, text = '' }] of (file.papers ?? []).entries()) {
    const rows = text.split('\n').map((line) => line.split('\t').map((cell) => cell.trim()));
    for (const [at, row] of rows.entries()) {
      if (row.length < 2 || !TOTAL.test(row[0]!)) continue;
      const above = block(rows, at);
      if (above.some((cells) => SUBTOTAL.test(cells[0]!))) continue;
      for (const [column, cell] of row.entries()) {
        if (column === 0 || figureOf(cell) !== claimed) continue;
        const counted = sumOf(above.map((cells) => cells[column]!));
        if (counted !== undefined && counted !== claimed)
          return { title, counted, path: `papers.${index}.text` };
      }
    }
  }
  return undefined;
}

/** The rows of figures above a total, with as many cells, up to the head of the table. */
function block(rows: readonly string[][], at: number): string[][] {
  const found: string[][] = [];
  for (let above = at - 1; above >= 0; above -= 1) {
    const cells = rows[above]!;
    const rest = cells.slice(1);
    const figures =
      rest.some((cell) => figureOf(cell) !== undefined) || rest.every((cell) => EMPTY.test(cell));
    if (cells.length !== rows[at]!.length || TOTAL.test(cells[0]!) || !figures) break;
    found.push(cells);
  }
  return found;
}

function sumOf(cells: readonly string[]): Fen | undefined {
  const figures = cells.filter((cell) => !EMPTY.test(cell)).map(figureOf);
  if (figures.length < 2) return undefined;
  return figures.every((one) => one !== undefined)
    ? figures.reduce<Fen>((sum, one) => sum + (one ?? 0), 0)
    : undefined;
}

function figureOf(cell: string): Fen | undefined {
  const digits = FIGURE.exec(cell.normalize('NFKC'))?.[1];
  return digits === undefined ? undefined : fen(Number(digits.replace(/[,，]/g, '')));
}
