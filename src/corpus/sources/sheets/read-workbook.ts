import { AppError } from '../../../errors.ts';
import type { FileLimits } from '../../../files/limits.ts';
import { inflateEntry, type OpenZip, openZip } from '../../../files/open-zip.ts';
import { type Area, type SheetParts, sheetParts } from './sheet-parts.ts';
import { shownNumber } from './shown-number.ts';

/** A worksheet as people see it. */
export interface Grid {
  sheet: string;
  hidden: boolean;
  /** What each cell shows, all rows equally long; of a merged area only the first cell has words. */
  rows: string[][];
  /** The merged area that a cell belongs to. */
  areaAt: (row: number, column: number) => Area | undefined;
  /** Cells that do not hold what was typed, by “row,column”: a date made of 5-10, a broken formula, a scaled number. */
  odd: Map<string, string>;
  hiddenRows: number[];
  hiddenColumns: number[];
}

const MOST_CELLS = 2_000_000;
const NO_PARTS: SheetParts = {
  hidden: false,
  areas: [],
  hiddenRows: [],
  hiddenColumns: [],
  formats: new Map(),
};

/** The worksheets of an .xlsx. AppError 'invalid-input' where it is none, 'limit' beyond two million cells. */
export async function readWorkbook(bytes: Buffer, limits: FileLimits): Promise<Grid[]> {
  const open = await openZip(bytes, limits);
  await checkArchive(open, limits);
  // Loaded only where a table is read.
  const { default: readXlsx } = await import('read-excel-file/node');
  const sheets = await readXlsx(bytes).catch((error: unknown) => {
    throw new AppError('invalid-input', '不是完整的 .xlsx，请用办公软件另存后重试。', { cause: error });
  });
  if (sheets.reduce((sum, { data }) => sum + data.length * (data[0]?.length ?? 0), 0) > MOST_CELLS)
    throw new AppError('limit', '表格超过二百万格，请拆分后导入。');
  const parts = await sheetParts(open, limits);
  return sheets.map(({ sheet, data }, at) => gridOf(sheet, data, parts[at] ?? NO_PARTS));
}

async function checkArchive(open: OpenZip, limits: FileLimits): Promise<void> {
  if (!open.entries.some(({ name }) => name.startsWith('xl/')))
    throw new AppError('invalid-input', '不是 .xlsx 表格，可能只是改了扩展名，请用办公软件另存后重试。');
  let left = limits.archiveBytes;
  for (const entry of open.entries) {
    await inflateEntry(open, entry, limits, Math.min(left, limits.partBytes), (piece) => {
      left -= piece.length;
    });
  }
}

function gridOf(sheet: string, data: readonly (readonly unknown[])[], parts: SheetParts): Grid {
  const odd = new Map<string, string>();
  const rows = data.map((cells, row) =>
    cells.map((cell, column) => {
      const { text, odd: why } = shown(cell, parts.formats.get(`${row},${column}`));
      if (why) odd.set(`${row},${column}`, why);
      return text;
    }),
  );
  const areas = new Map<string, Area>();
  let covered = 0;
  for (const area of parts.areas) {
    for (let row = area.top; row <= Math.min(area.bottom, rows.length - 1); row++) {
      const cells = rows[row]!;
      for (let column = area.left; column <= Math.min(area.right, cells.length - 1); column++) {
        // Areas do not lie over each other: a file in which they do was made to do harm.
        if (++covered > MOST_CELLS) throw new AppError('limit', '合并的单元格过多，疑为损坏的表格。');
        areas.set(`${row},${column}`, area);
        // Some programs leave what stood in the cells before they were merged: nobody sees it.
        if (row > area.top || column > area.left) cells[column] = '';
      }
    }
  }
  const { hidden, hiddenRows, hiddenColumns } = parts;
  const areaAt: Grid['areaAt'] = (row, column) => areas.get(`${row},${column}`);
  return { sheet, hidden, rows, areaAt, odd, hiddenRows, hiddenColumns };
}

function shown(cell: unknown, code: string | undefined): { text: string; odd?: string } {
  if (cell === null || cell === undefined) return { text: '' };
  if (cell instanceof Date) {
    const text = cell.toISOString().slice(0, 10);
    return { text, odd: `是日期 ${text}，“5-10”一类的写法可能被表格软件改成了日期` };
  }
  if (typeof cell === 'number') return shownNumber(cell, code ?? 'General');
  const text = String(cell).trim();
  return /^#(?:REF|N\/A|VALUE|NAME|DIV\/0|NUM|NULL|SPILL)[!?]?/.test(text)
    ? { text, odd: `是公式的错误值 ${text}` }
    : { text };
}
