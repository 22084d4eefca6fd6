import { type SheetMap, sheetMapSchema } from '../corpus/sources/sheets/sheet-map.ts';
import { AppError } from '../errors.ts';

/** Which column of a table holds what, and what is known of the table, as a form says it; `undefined` where it says nothing. */
export function sheetMapOf(fields: Record<string, string>): SheetMap | undefined {
  const said = (name: string) => fields[name]?.trim() || undefined;
  const cells = said('columnCells')
    ?.split(/[、,，;；]/)
    .flatMap((one) => one.trim() || []);
  const columns = given({
    violation: said('columnViolation'),
    basis: said('columnBasis'),
    agency: said('columnAgency'),
    item: said('columnItem'),
    field: said('columnField'),
    breached: said('columnBreached'),
    type: said('columnType'),
    cells: cells && cells.length > 0 ? cells : undefined,
  });
  const bounds = given({
    above: said('tableAbove'),
    below: said('tableBelow'),
    source: said('tableBoundSource'),
  });
  const sheet = said('tableSheet');
  const row = said('tableHeaderRow');
  const map = given({
    name: said('tableName'),
    number: said('tableNumber'),
    issuer: said('tableIssuer'),
    region: said('tableRegion'),
    from: said('tableFrom'),
    to: said('tableTo'),
    sheet: sheet && /^\d+$/.test(sheet) ? Number(sheet) : sheet,
    headerRow: row === undefined ? undefined : Number(row),
    boundWords: bounds,
    columns,
  });
  if (!map) return undefined;
  const read = sheetMapSchema.safeParse(map);
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path }) => ({
    path: FIELDS[path.join('.')] ?? FIELDS[String(path[0])] ?? String(path[0]),
    expected: EXPECTED[String(path[0])] ?? '表头的写法',
  }));
  throw new AppError(
    'invalid-input',
    `表格的对应关系填写有误：${faults.map(({ expected }) => expected).join('；')}。`,
    {
      faults,
    },
  );
}

const FIELDS: Record<string, string> = {
  from: 'tableFrom',
  to: 'tableTo',
  headerRow: 'tableHeaderRow',
  sheet: 'tableSheet',
  name: 'tableName',
  number: 'tableNumber',
  issuer: 'tableIssuer',
  region: 'tableRegion',
  boundWords: 'tableBoundSource',
  'boundWords.above': 'tableAbove',
  'boundWords.below': 'tableBelow',
};
const EXPECTED: Record<string, string> = {
  from: '施行日写作 YYYY-MM-DD',
  to: '失效日写作 YYYY-MM-DD',
  headerRow: '表头的行数写正整数',
  boundWords: '“以上”“以下”和出处三项一并填写',
};

/** Only what is said; `undefined` where nothing is. */
function given<T extends object>(all: T): Partial<T> | undefined {
  const kept = Object.entries(all).filter(([, value]) => value !== undefined);
  return kept.length > 0 ? (Object.fromEntries(kept) as Partial<T>) : undefined;
}
