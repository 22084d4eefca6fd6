import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { AppError } from '../../errors.ts';
import { decodeText } from '../../files/decode-text.ts';
import { FILE_LIMITS } from '../../files/limits.ts';
import { type Day, isDay, today } from '../../law/dates.ts';
import type { ReferenceBook } from '../reference-book.ts';
import { type Reading, sha256 } from '../source-draft.ts';
import { readSheet } from '../sources/sheets/read-sheet.ts';
import { SAY_COLUMNS, type SheetMap } from '../sources/sheets/sheet-map.ts';
import { plainName } from './is-own-item.ts';
import { ownProvisions } from './own-provisions.ts';
import { type OwnRow, type OwnViolation, ownLineSchema } from './own-violation.ts';

const MAX_BYTES = 64 * 2 ** 20;
/** Columns beside those of a discretion table, by their usual headings. */
const AGENCY = /执法主体|实施主体|行使主体|责任主体|执法机关|实施机关|执法部门|实施部门|主管部门/;
const TYPE = /(?:职权|执法|权力|事项|行为)类[型别]/;
/** What a list holds beside penalties; no violation stands behind it. */
const OTHER_TYPE = /^行政(?:检查|强制|许可|征收|征用|给付|确认|裁决|奖励|其他)/;
/** Words in the title of a list that is not the whole one. */
const PART = /专项|部分|节选|摘录|摘编|新增|增补|补充|调整|取消|下放|划转|第[一二三四五六七八九十\d]+批/;

export interface OwnListOptions {
  book: ReferenceBook;
  /** Which column holds what, as given with this import. */
  map?: SheetMap | undefined;
  /** Those of lists that the library holds, the likeliest first by the name of the file: tried where none is given. */
  saved?: readonly { file: string; map: SheetMap }[];
}

/**
 * Reads an agency's own list of enforcement items, .xlsx or JSON lines: one source, and each thing that was not understood
 * as a fault with its row. An item keeps those of its provisions that the library knows; one without any counts by its name.
 */
export async function* readOwnList(file: string, options: OwnListOptions): AsyncGenerator<Reading> {
  const faults: string[] = [];
  try {
    const { title, rows, skipped, map } = await readRows(file, options, faults);
    const agency = map?.agency ?? agencyNamed(title) ?? agencyMostly(rows);
    const items = itemsOf(rows, agency, options.book, faults);
    const from = statedFrom(title);
    // A line that was skipped, or a title of a part: what the list lacks may stand elsewhere.
    const complete = skipped === 0 && !PART.test(title);
    for (const fault of faults) yield { fault };
    if (items.length === 0) {
      yield { fault: `清单里没有读到行政处罚事项，请核对表头；表头不是通常的，${SAY_COLUMNS}` };
      return;
    }
    yield {
      source: {
        kind: 'items',
        key: `items:${agency}`,
        origin: 'imported',
        title: `${agency}执法事项清单`,
        versionDate: null,
        issuer: agency,
        ...(from ? { statedFrom: from } : {}),
        complete,
        digest: sha256(JSON.stringify([items, from ?? '', complete])),
        file: basename(file),
        ownList: { agency, items, ...(map ? { map } : {}) },
      },
      entries: [],
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    yield { fault: error.message.replace(/。$/, '') };
  }
}

interface Rows {
  title: string;
  rows: OwnRow[];
  /** Lines that could not be read at all. */
  skipped: number;
  map?: SheetMap;
}

/** `nameless`: rows of the sheet, from 1, with a number of their own and no name. */
type SheetRows = Omit<Rows, 'skipped'> & { nameless: number[] };

async function readRows(file: string, options: OwnListOptions, faults: string[]): Promise<Rows> {
  const suffix = extname(file).toLowerCase();
  if ((await stat(file)).size > MAX_BYTES)
    throw new AppError('limit', `文件超过 ${MAX_BYTES / 2 ** 20} MB，请拆分后导入。`);
  if (suffix === '.jsonl' || suffix === '.ndjson')
    return { title: basename(file, extname(file)), ...linesOf(await readFile(file), faults) };
  if (suffix === '.xlsx') {
    const { nameless, ...read } = await sheetRows(file, options);
    for (const row of nameless) faults.push(`第 ${row} 行：有编号，没有事项名称，已跳过`);
    return { ...read, skipped: nameless.length };
  }
  throw new AppError('invalid-input', '执法事项清单请用 .xlsx 表格或者 JSON 行（.jsonl）。');
}

/** The given columns, else the usual headings, else columns that were saved with a former list. */
async function sheetRows(file: string, { map, saved = [] }: OwnListOptions): Promise<SheetRows> {
  const bytes = await readFile(file);
  const own = saved.filter((one) => one.file === basename(file)).map((one) => one.map);
  // The agency and the name belong to the file they were written for.
  const others = saved.map(({ map: { agency: _agency, name: _name, ...columns } }) => columns);
  const tries: (SheetMap | undefined)[] = map ? [map] : [...own, undefined, ...others];
  let refused: unknown;
  for (const one of tries) {
    try {
      return await rowsBy(one, bytes, basename(file, extname(file)));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refused ??= error;
    }
  }
  throw refused;
}

async function rowsBy(map: SheetMap | undefined, bytes: Buffer, name: string): Promise<SheetRows> {
  const { table, rows, at, unread } = await readSheet(bytes, map ?? {}, name, FILE_LIMITS, true);
  const found = rows.map((row, index): OwnRow => {
    const cell = (wanted: string | undefined, usual: RegExp): string | undefined => {
      const column = wanted
        ? row.columns.indexOf(wanted.replace(/\s/g, ''))
        : row.columns.findIndex((label) => usual.test(label));
      return row.cells[0]?.[column] || undefined;
    };
    const agency = cell(map?.columns?.agency, AGENCY);
    const type = cell(map?.columns?.type, TYPE) ?? row.field;
    return {
      row: at[index]!,
      name: row.violation,
      ...(row.item ? { code: row.item } : {}),
      ...(row.field ? { field: row.field } : {}),
      ...(agency ? { agency } : {}),
      ...(type ? { type } : {}),
      ...(row.breached.length > 0 ? { breached: row.breached } : {}),
      ...(row.basis.length > 0 ? { basis: row.basis } : {}),
    };
  });
  const nameless = unread.map(({ row }) => row);
  return { title: table, rows: found, nameless, ...(map ? { map } : {}) };
}

function linesOf(bytes: Buffer, faults: string[]): Pick<Rows, 'rows' | 'skipped'> {
  const text = decodeText(bytes);
  if (text === undefined) throw new AppError('invalid-input', '不是文本（既非 UTF-8 也非 GB18030）。');
  const before = faults.length;
  const rows = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .flatMap((line, index) => {
      if (!line.trim()) return [];
      let value: unknown;
      try {
        value = JSON.parse(line);
      } catch {
        faults.push(`第 ${index + 1} 行：不是完整的 JSON，已跳过`);
        return [];
      }
      const read = ownLineSchema.safeParse(value);
      if (read.success) return [{ ...read.data, row: index + 1 }];
      const { path, message } = read.error.issues[0]!;
      faults.push(`第 ${index + 1} 行：${path.join('.') || '整行'}：${message}，已跳过`);
      return [];
    });
  return { rows, skipped: faults.length - before };
}

function itemsOf(
  rows: readonly OwnRow[],
  agency: string,
  book: ReferenceBook,
  faults: string[],
): OwnViolation[] {
  const others = new Map<string, number>();
  const items: OwnViolation[] = [];
  for (const one of rows) {
    const { row, type, breached: _b, punishing: _p, basis: _basis, ...said } = one;
    const other = type && OTHER_TYPE.test(type) ? type : undefined;
    if (other) {
      others.set(other, (others.get(other) ?? 0) + 1);
      continue;
    }
    const { breached, punishing, faults: unclear } = ownProvisions(one, book, today());
    const called = `第 ${row} 行“${one.name}”`;
    for (const fault of unclear) faults.push(`${called}：${fault}`);
    if (breached.length + punishing.length === 0) faults.push(`${called}：没有可用的条文，只按名称使用`);
    const { agency: its, ...rest } = said;
    const unread = unclear.length > 0 ? { unread: true as const } : {};
    items.push({ ...rest, agency: its ?? agency, row, breached, punishing, ...unread });
  }
  faults.push(...repeated(items));
  for (const [type, count] of others) faults.push(`${type} ${count} 行：不是行政处罚事项，未读入`);
  return items;
}

/** Rows that say the same thing twice, and numbers that stand for two things: read all the same, and told. */
function repeated(items: readonly OwnViolation[]): string[] {
  const told = new Map<string, OwnViolation>();
  const coded = new Map<string, OwnViolation>();
  return items.flatMap((item) => {
    const { agency, name, code, breached, punishing, row } = item;
    const key = JSON.stringify([agency, plainName(name), breached, punishing]);
    const [same, other] = [told.get(key), code ? coded.get(`${agency} ${code}`) : undefined];
    if (!same) told.set(key, item);
    if (code && !other) coded.set(`${agency} ${code}`, item);
    const called = `第 ${row} 行“${name}”`;
    if (same) return [`${called}：与第 ${same.row} 行的名称、条款相同，请核对是不是重复`];
    if (other) return [`${called}：编码 ${code} 与第 ${other.row} 行“${other.name}”相同，请核对`];
    return [];
  });
}

/**
 * （2026年版） → 2026-01-01, 2026年3月1日起施行 → that day. A list of a year counts for the whole of it: the stricter reading
 * where it is asked whether an item is in it.
 */
function statedFrom(title: string): Day | undefined {
  const plain = title.normalize('NFKC').replace(/\s/g, '');
  const [, year, month = '1', day = '1'] =
    /((?:19|20)\d\d)年(?:(\d{1,2})月(?:(\d{1,2})日)?)?/.exec(plain) ?? /((?:19|20)\d\d)版/.exec(plain) ?? [];
  const stated = year && `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return stated && isDay(stated) ? stated : undefined;
}

/** 示例市市场监督管理局行政执法事项清单（2026年版） → 示例市市场监督管理局. */
function agencyNamed(title: string): string | undefined {
  return /^(.{2,40}?(?:局|委员会|委|厅|部|政府|大队|支队|总队|办公室|办事处|中心|队))(?=[^局委厅]*(?:清单|目录|事项))/.exec(
    title.replace(/\s/g, ''),
  )?.[1];
}

/** The agency that most rows name. */
function agencyMostly(rows: readonly OwnRow[]): string {
  const counts = new Map<string, number>();
  for (const { agency } of rows) if (agency) counts.set(agency, (counts.get(agency) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '本机关';
}
