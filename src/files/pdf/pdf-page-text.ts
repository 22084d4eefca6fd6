import { joinWrapped } from '../join-wrapped.ts';
import { type Gaps, linesOfSigns, type PlacedLine, type Sign } from '../lines-of-signs.ts';
import { rowLines } from '../row-lines.ts';
import type { Glyph, PdfPage } from './pdf-page.ts';
import { type Cell, pdfTables } from './pdf-tables.ts';

/**
 * What stands on a page, from top to bottom: lines with wrapped ones put together, each row of a table as a line.
 * `gaps` as in `linesOfSigns`.
 */
export function pdfPageText(page: PdfPage, glyphs: readonly Glyph[], gaps?: Gaps): string {
  const linesOf = (signs: readonly Sign[]) => linesOfSigns(signs, gaps);
  const { rows, others } = pdfTables(page, signsAlong(glyphs, 0));
  const upright = [
    ...rows.map((row) => ({ y: row[0]!.top, row })),
    ...blocksOf(linesOf(others), rows).map((lines) => ({ y: lines[0]!.y, lines })),
  ].sort((one, other) => one.y - other.y);
  const [left, right] = edgesOf(linesOf(others), 0, page.width);
  const texts = upright.flatMap((part) =>
    'row' in part ? textOfRow(part.row, linesOf) : joinWrapped(part.lines, left, right),
  );
  const angles = [...new Set(glyphs.map(({ angle }) => angle))]
    .filter((angle) => angle !== 0)
    .sort((a, b) => a - b);
  for (const angle of angles) {
    const lines = linesOf(signsAlong(glyphs, angle));
    texts.push(...joinWrapped(lines, ...edgesOf(lines, 0, Math.hypot(page.width, page.height))));
  }
  return texts.join('\n');
}

/** The signs whose lines run at an angle, as if they ran from left to right. */
function signsAlong(glyphs: readonly Glyph[], angle: number): Sign[] {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  return glyphs
    .filter((glyph) => glyph.angle === angle)
    .map(({ text, x, y, length, size }) => {
      const x0 = x * cos + y * sin;
      return { text, x0, x1: x0 + length, y: y * cos - x * sin, size };
    });
}

/** Lines with no row of a table between them. */
function blocksOf(lines: PlacedLine[], rows: Cell[][]): PlacedLine[][] {
  const blocks: PlacedLine[][] = [];
  let before: PlacedLine | undefined;
  for (const line of lines) {
    const parted = !before || rows.some(([cell]) => cell!.top > before!.y && cell!.top < line.y);
    if (parted) blocks.push([line]);
    else blocks.at(-1)!.push(line);
    before = line;
  }
  return blocks;
}

function textOfRow(row: Cell[], linesOf: (signs: readonly Sign[]) => PlacedLine[]): string[] {
  const placed = row.map((cell) => ({ cell, lines: linesOf(cell.signs) }));
  const filled = placed.filter(({ lines }) => lines.length > 0);
  const alone = filled.length === 1;
  return rowLines(
    placed.map(({ cell, lines }) => {
      const [left, right] = alone
        ? edgesOf(lines, cell.left, cell.right)
        : [Math.min(...lines.map(({ x0 }) => x0)), cell.right - (lines[0]?.size ?? 0)];
      return joinWrapped(lines, left, right).map((line) => (alone ? line : line.replaceAll('\t', ' ')));
    }),
  );
}

/** How far from the right edge, in heights of letters, a line may end that is full. */
const RAGGED = 2.2;
/** The share of the breadth that a full line has at least: a title in the middle has less. */
const BROAD = 0.55;

/**
 * The edges between which the lines run, within a page or a cell from `from` to `to`. The right one is where the margin
 * of the left side would end on the right; where no line comes near it, nothing is wrapped.
 */
function edgesOf(lines: readonly PlacedLine[], from: number, to: number): [number, number] {
  const size = Math.max(...lines.map((line) => line.size), 1);
  const left = Math.min(...lines.map(({ x0 }) => x0));
  const near = Math.max(to - Math.max(0, left - from) - RAGGED * size, left + BROAD * (to - from));
  const rights = lines
    .map(({ x1 }) => x1)
    .filter((x) => x > near)
    .sort((one, other) => other - one);
  // An edge that two lines reach, so that a wide header does not count for all. One is enough where paragraphs are
  // indented, as then a line at the left edge goes on from the one before.
  const twice = rights.find((x, at) => x - (rights[at + 1] ?? -Infinity) < size);
  const indented = lines.some(({ x0 }) => x0 > left + 1.2 * size && x0 < left + 3 * size);
  return [left, twice ?? (indented ? rights[0] : undefined) ?? Infinity];
}
