import { AppError } from '../../../errors.ts';
import type { FileLimits } from '../../../files/limits.ts';
import { cardGrid } from './card-grid.ts';
import { cardsIn } from './cards-in.ts';
import { footnotesIn } from './footnotes-in.ts';
import { plainCells } from './plain-cells.ts';
import { type Grid, readWorkbook } from './read-workbook.ts';
import { type Header, sheetHeader } from './sheet-header.ts';
import type { SheetMap } from './sheet-map.ts';
import { SheetReader, type SheetRows } from './sheet-rows.ts';
import { stackedGrids } from './stacked-grids.ts';

/** A table of a workbook. */
export interface SheetTable extends SheetRows {
  /** Its name, as printed above it, else the name of the file. */
  table: string;
  /** What stands above the headings and in rows of a single cell. */
  beside: string[];
  /** What people should know of the sheet as a whole. */
  remarks: string[];
  sheet: string;
}

/** The tables of a workbook, and the worksheets that are none, with the reason. */
export interface WorkbookTables {
  tables: SheetTable[];
  passed: { sheet: string; reason: string }[];
}

/**
 * One table of a spreadsheet (.xlsx): of the sheet that is asked for, else of the first. AppError 'invalid-input' names what is
 * missing: the sheet, the row of headings, the column of violations.
 */
export async function readSheet(
  bytes: Buffer,
  map: SheetMap,
  title: string,
  limits: FileLimits,
  list = false,
): Promise<SheetTable> {
  const grid = pickSheet(await readWorkbook(bytes, limits), map.sheet);
  return tableOf(grid, sheetHeader(grid, map), map, title, list);
}

/**
 * Every worksheet that is a table. One that is hidden, or without headings of a table, is passed over and named; an empty one is not
 * worth a word. What a cover says (name, first day, the meaning of 以上) is said of all of them. A mapping by numbers of columns or by the row of headings is meant for sheets with the headings of the first.
 * AppError 'invalid-input' where no worksheet is a table.
 */
export async function readSheets(
  bytes: Buffer,
  map: SheetMap,
  title: string,
  limits: FileLimits,
): Promise<WorkbookTables> {
  const grids = await readWorkbook(bytes, limits);
  if (map.sheet !== undefined || grids.length < 2) {
    const grid = pickSheet(grids, map.sheet);
    const cards = ofCards(grid, map, title);
    return { tables: cards ? [cards] : stackedTables(grid, sheetHeader(grid, map), map, title), passed: [] };
  }
  const read: WorkbookTables = { tables: [], passed: [] };
  const found: { grid: Grid; header: Header }[] = [];
  const cover: string[] = [];
  let refused: unknown;
  for (const grid of grids) {
    if (!grid.rows.flat().some(Boolean)) continue;
    const pass = (reason: string) => read.passed.push({ sheet: grid.sheet, reason });
    if (grid.hidden) {
      pass('是隐藏的工作表');
      continue;
    }
    try {
      const cards = ofCards(grid, map, title);
      if (cards) {
        read.tables.push(cards);
        continue;
      }
      const header = sheetHeader(grid, map);
      const first = found[0]?.header;
      if (first && isByNumber(map) && header.labels.join('\n') !== first.labels.join('\n')) {
        pass('表头与前面的工作表不同，而列是按位置写明的');
        continue;
      }
      found.push({ grid, header });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refused ??= error;
      cover.push(...proseOf(grid));
      pass(error.message.replace(/。$/, ''));
    }
  }
  for (const { grid, header } of found) read.tables.push(...stackedTables(grid, header, map, title, cover));
  if (read.tables.length === 0)
    throw refused ?? new AppError('invalid-input', '表格里没有一张写着裁量基准的工作表。');
  return read;
}

/** The lines of a worksheet that is no table but speaks of one (编制说明): one text in most of its rows. */
function proseOf({ rows }: Grid): string[] {
  const lines = rows.map((row) => row.filter(Boolean)).filter((own) => own.length > 0);
  const single = lines.filter((own) => own.length === 1);
  return lines.length <= 200 && single.length >= lines.length * 0.8 ? single.flat() : [];
}

function isByNumber({ headerRow, columns = {} }: SheetMap): boolean {
  return (
    headerRow !== undefined ||
    Object.values(columns)
      .flat()
      .some((one) => typeof one === 'number')
  );
}

/** A sheet on which every violation has headings of its own: all of them are one table. */
function ofCards(grid: Grid, map: SheetMap, title: string): SheetTable | undefined {
  if (map.headerRow !== undefined || map.columns) return undefined;
  const cards = cardsIn(grid);
  const inCard = (row: number) => cards.some(({ header, to }) => row >= header && row <= to);
  const lines = grid.rows.flatMap((cells, row) => (inCard(row) ? [] : [cells.filter(Boolean).join(' ')]));
  const last = cards.at(-1);
  if (!last) return undefined;
  const within = grid.rows.slice(cards[0]!.header, last.to + 1).flatMap(footnotesIn);
  const beside = [...new Set([...lines.filter(Boolean), ...within])];
  const read = cards.map((card) => {
    const own = cardGrid(grid, card);
    const header = sheetHeader(own, { ...map, headerRow: card.header + 1 });
    return tableOf(own, header, map, title, false, beside);
  });
  const name = map.name ?? lines.find((line) => /基准|裁量|标准|目录|清单/.test(line)) ?? title;
  return {
    table: name,
    sheet: grid.sheet,
    rows: read.flatMap(({ rows }) => rows.map((row) => ({ ...row, table: name }))),
    at: read.flatMap(({ at }) => at),
    unread: read.flatMap(({ unread }) => unread),
    beside,
    remarks: [...new Set(read.flatMap(({ remarks }) => remarks))],
  };
}

/** The tables of a sheet, one below the other: what stands above the first and in notes is said of all. */
function stackedTables(
  grid: Grid,
  header: Header,
  map: SheetMap,
  title: string,
  cover: readonly string[] = [],
): SheetTable[] {
  const stacked = isByNumber(map) ? [] : stackedGrids(grid, header);
  if (stacked.length === 0) return [tableOf(grid, header, map, title, false, cover)];
  const above = grid.rows.slice(0, header.from).map((row) => row.filter(Boolean).join(' '));
  const below = grid.rows.slice(header.to + 1).flatMap(footnotesIn);
  const beside = [...new Set([...cover, ...above.filter(Boolean), ...below])];
  const name = map.name ?? above.find((line) => /基准|裁量|标准|目录|清单/.test(line)) ?? title;
  return stacked.map(({ grid: own, headerRow }) =>
    tableOf(own, sheetHeader(own, { ...map, headerRow }), { ...map, name }, title, false, beside),
  );
}

function tableOf(
  grid: Grid,
  header: Header,
  map: SheetMap,
  title: string,
  list: boolean,
  cover: readonly string[] = [],
): SheetTable {
  const above = grid.rows.slice(0, header.from).map((row) => row.filter(Boolean).join(' '));
  const table =
    map.name ??
    above.find((line) => /基准|裁量|标准|目录|清单/.test(line)) ??
    cover.find((line) => /基准|裁量/.test(line) && line.length <= 80 && !/[。；]|说明$/.test(line)) ??
    title;
  const below = grid.rows.slice(header.to + 1).flatMap(footnotesIn);
  const beside = [...cover, ...above.filter(Boolean), ...below];
  const plain = plainCells(grid, header, beside);
  const read = new SheetReader(plain.grid, plain.header, table, list).read();
  return {
    ...read,
    table,
    sheet: grid.sheet,
    beside,
    remarks: hiddenRemarks(grid, header),
  };
}

/** What is not shown was read all the same: somebody must say whether it belongs to the table. */
function hiddenRemarks({ sheet, rows, hiddenRows, hiddenColumns }: Grid, { to, at }: Header): string[] {
  const inTable = hiddenRows.filter((row) => row > to && rows[row]?.some(Boolean)).map((row) => row + 1);
  const columns = hiddenColumns.filter((column) => Object.values(at).flat().includes(column));
  return [
    ...(inTable.length > 0
      ? [`工作表“${sheet}”隐藏的第 ${inTable.join('、')} 行也读了，请核对是否属于本表`]
      : []),
    ...(columns.length > 0
      ? [
          `工作表“${sheet}”隐藏的第 ${columns.map((column) => column + 1).join('、')} 列也读了，请核对是否属于本表`,
        ]
      : []),
  ];
}

function pickSheet(grids: readonly Grid[], wanted: string | number | undefined): Grid {
  const found =
    typeof wanted === 'string' ? grids.find(({ sheet }) => sheet === wanted) : grids[(wanted ?? 1) - 1];
  if (found) return found;
  const names = grids.map(({ sheet }) => `“${sheet}”`).join('、');
  throw new AppError(
    'invalid-input',
    `表格里没有工作表“${wanted ?? 1}”，有的是${names}，请改正列的对应关系。`,
  );
}
