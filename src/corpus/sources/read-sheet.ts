import * as z from 'zod';
import { AppError } from '../../errors.ts';
import type { FileLimits } from '../../files/limits.ts';
import { inflateEntry, openZip } from '../../files/open-zip.ts';
import { isDay } from '../../law/dates.ts';
import type { BenchmarkRow } from './benchmark-rows.ts';

const day = z.string().refine(isDay, '应为 YYYY-MM-DD');

/** Which column holds what: a heading as printed, or the number of the column from 1. */
const column = z.union([z.string().min(1), z.int().positive()]);

/** 列的对应关系 of a discretion table or a list of items kept as a spreadsheet. What is not named is found by its usual heading. */
export const sheetMapSchema = z.strictObject({
  name: z
    .string()
    .min(2)
    .optional()
    .describe('裁量基准的名称、文号和施行日，如“…裁量表（…〔2021〕7号，2022-01-01施行）”'),
  from: day.optional().describe('裁量基准的施行日'),
  to: day.optional().describe('裁量基准的失效日'),
  number: z.string().min(2).optional().describe('裁量基准的文号'),
  issuer: z.string().min(2).optional().describe('裁量基准的制定机关'),
  region: z.string().min(1).optional().describe('裁量基准施行的地区'),
  boundWords: z
    .strictObject({
      above: z.enum(['includes', 'excludes']),
      below: z.enum(['includes', 'excludes']),
      source: z.string().min(1),
    })
    .optional()
    .describe('表中“以上”“以下”是否包括本数，及其出处'),
  agency: z.string().min(2).optional().describe('执法事项清单是哪个机关的'),
  sheet: z
    .union([z.string().min(1), z.int().positive()])
    .optional()
    .describe('工作表的名称或序号'),
  headerRow: z.int().positive().optional().describe('表头所在的行，从 1 起'),
  columns: z
    .strictObject({
      item: column.optional().describe('序号'),
      field: column.optional().describe('领域'),
      violation: column.optional().describe('违法行为'),
      breached: column.optional().describe('违反的条款'),
      basis: column.optional().describe('处罚依据'),
      agency: z.string().min(1).optional().describe('执法主体（只用于执法事项清单）'),
      type: z.string().min(1).optional().describe('职权类型（只用于执法事项清单）'),
      cells: z.array(column).min(1).optional().describe('情形、阶次和罚款等其余各列'),
    })
    .optional(),
});
export type SheetMap = z.infer<typeof sheetMapSchema>;

type Role = 'item' | 'field' | 'violation' | 'breached' | 'basis';

/** The usual headings, as tables of agencies print them; longer ones are tried first by their order here. */
const HEADINGS: Record<Role, RegExp> = {
  item: /^(?:序号|编号|编码|项目编号|事项编码|事项编号|执法事项编码|职权编码)$/,
  field: /^(?:领域|类别|执法领域|分类|章节?)$/,
  violation: /违法行为|违法事项|事项名称|处罚事项|案由|违法情形名称|执法事项|职权名称|权力名称|^项目名称$/,
  breached: /违反|违法依据|违法条款|禁止性|义务性/,
  basis: /处罚依据|处罚条款|法律依据|法定依据|法律规定|罚则|实施依据|定性依据/,
};
/** Where people say which column holds what, on the command line and on the page. */
export const SAY_COLUMNS = '请写明列的对应关系（命令行用 --map，页面上填“表格的列”）';
const MOST_CELLS = 2_000_000;
/** A heading stands among the first rows, below the title of the table. */
const LOOKED_AT = 15;

/**
 * The rows of a discretion table in a spreadsheet (.xlsx). Merged cells count for all their rows; `at` tells the
 * row of the sheet, from 1, in which each begins; `beside` is what stands above the headings and in rows of a single cell. In a list of items (`list`) a row with a number of its own is an item of
 * its own: one without a name is told in `nameless`, not read into the row above. AppError 'invalid-input'
 * names what is missing: the sheet, the row of headings, the column of violations.
 */
export async function readSheet(
  bytes: Buffer,
  map: SheetMap,
  title: string,
  limits: FileLimits,
  list = false,
): Promise<{ table: string; rows: BenchmarkRow[]; at: number[]; nameless: number[]; beside: string[] }> {
  await checkArchive(bytes, limits);
  // Loaded only where a table is read.
  const { default: readXlsx } = await import('read-excel-file/node');
  const sheets = await readXlsx(bytes).catch((error: unknown) => {
    throw new AppError('invalid-input', '不是完整的 .xlsx，请用办公软件另存后重试。', { cause: error });
  });
  const sheet = pickSheet(sheets, map.sheet);
  const rows = sheet.data.map((row) => row.map(textOf));
  if (rows.reduce((sum, row) => sum + row.length, 0) > MOST_CELLS)
    throw new AppError('limit', '表格超过二百万格，请拆分后导入。');
  const headerAt = headerRow(rows, map);
  const header = rows[headerAt]!.map((cell) => cell.replace(/\s/g, ''));
  const at = columnsOf(header, map);
  const above = rows.slice(0, headerAt).map((row) => row.filter(Boolean).join(' '));
  const table = map.name ?? above.find((line) => /基准|裁量|标准|目录|清单/.test(line)) ?? title;
  const { found, nameless } = benchmarkRows(rows.slice(headerAt + 1), header, at, table, list);
  const lineOf = (offset: number) => headerAt + 2 + offset;
  const below = rows
    .slice(headerAt + 1)
    .filter((row) => row.filter(Boolean).length === 1)
    .flatMap((row) => row.filter((cell) => /^(?:注|备注|说明|附注)|以上|以下/.test(cell) && cell.length > 8));
  return {
    table,
    beside: [...above.filter(Boolean), ...below],
    rows: found.map(({ row }) => row),
    at: found.map(({ offset }) => lineOf(offset)),
    nameless: nameless.map(lineOf),
  };
}

async function checkArchive(bytes: Buffer, limits: FileLimits): Promise<void> {
  const open = await openZip(bytes, limits);
  if (!open.entries.some(({ name }) => name.startsWith('xl/')))
    throw new AppError('invalid-input', '不是 .xlsx 表格，可能只是改了扩展名，请用办公软件另存后重试。');
  let left = limits.archiveBytes;
  for (const entry of open.entries) {
    await inflateEntry(open, entry, limits, Math.min(left, limits.partBytes), (piece) => {
      left -= piece.length;
    });
  }
}

function pickSheet<S extends { sheet: string }>(
  sheets: readonly S[],
  wanted: string | number | undefined,
): S {
  const found =
    typeof wanted === 'string' ? sheets.find(({ sheet }) => sheet === wanted) : sheets[(wanted ?? 1) - 1];
  if (found) return found;
  const names = sheets.map(({ sheet }) => `“${sheet}”`).join('、');
  throw new AppError(
    'invalid-input',
    `表格里没有工作表“${wanted ?? 1}”，有的是${names}，请改正列的对应关系。`,
  );
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell).trim();
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
    const cells = row.map((cell) => cell.replace(/\s/g, ''));
    if (typeof wanted === 'string') return cells.includes(wanted.replace(/\s/g, ''));
    const named = Object.values(HEADINGS).filter((heading) =>
      cells.some((cell) => cell.length <= 16 && heading.test(cell)),
    );
    return named.length >= 2 && cells.some((cell) => cell.length <= 16 && HEADINGS.violation.test(cell));
  });
  if (at >= 0) return at;
  const about =
    typeof wanted === 'string'
      ? `前 ${LOOKED_AT} 行里没有写着“${wanted}”的表头，请改正列的对应关系。`
      : `前 ${LOOKED_AT} 行里找不到写有“违法行为”等名称的表头，${SAY_COLUMNS}。`;
  throw new AppError('invalid-input', about);
}

interface Columns extends Partial<Record<Role, number>> {
  violation: number;
  cells: number[];
}

function columnsOf(header: readonly string[], map: SheetMap): Columns {
  const place = (wanted: string | number): number => {
    const at = typeof wanted === 'number' ? wanted - 1 : header.indexOf(wanted.replace(/\s/g, ''));
    if (at >= 0 && at < header.length) return at;
    throw new AppError(
      'invalid-input',
      `表头里没有“${wanted}”这一列，有的是${header
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
        ? header.findIndex(
            (cell, index) => !taken.has(index) && cell.length <= 16 && HEADINGS[role].test(cell),
          )
        : place(wanted);
    if (at < 0) continue;
    found[role] = at;
    taken.add(at);
  }
  if (found.violation === undefined)
    throw new AppError('invalid-input', `表头里找不到违法行为所在的列，${SAY_COLUMNS}。`);
  const cells =
    map.columns?.cells?.map(place) ?? header.flatMap((cell, at) => (cell && !taken.has(at) ? [at] : []));
  return { ...found, violation: found.violation, cells };
}

/** Rows of one violation belong together: a merged cell has its words in its first row only. */
function benchmarkRows(
  rows: readonly string[][],
  header: readonly string[],
  at: Columns,
  table: string,
  list: boolean,
): { found: { row: BenchmarkRow; offset: number }[]; nameless: number[] } {
  const found: { row: BenchmarkRow; offset: number }[] = [];
  const nameless: number[] = [];
  const above: string[] = [];
  const labels = at.cells.map((index) => header[index]!);
  for (const [offset, row] of rows.entries()) {
    if (row.every((cell) => !cell)) continue;
    const cell = (index: number | undefined): string => (index === undefined ? '' : (row[index] ?? ''));
    const violation = cell(at.violation);
    let current = found.at(-1)?.row;
    if (list && !violation && cell(at.item) !== '' && cell(at.item) !== current?.item) {
      nameless.push(offset);
      continue;
    }
    const begins =
      violation &&
      (violation !== current?.violation || (cell(at.item) !== '' && cell(at.item) !== current.item));
    if (begins || !current) {
      if (!violation) continue;
      const item = cell(at.item);
      const field = cell(at.field) || current?.field;
      current = {
        table,
        ...(item ? { item } : {}),
        ...(field ? { field } : {}),
        violation,
        breached: [],
        basis: [],
        columns: labels,
        cells: [],
        notes: [],
      };
      found.push({ row: current, offset });
      above.length = 0;
    }
    for (const [role, list] of [
      ['breached', current.breached],
      ['basis', current.basis],
    ] as const) {
      const words = cell(at[role]);
      if (words && !list.includes(words)) list.push(words);
    }
    const cells = at.cells.map((index, place) => {
      const own = cell(index);
      if (own) above[place] = own;
      return own || (above[place] ?? '');
    });
    if (cells.some(Boolean)) current.cells.push(cells);
  }
  return { found, nameless };
}
