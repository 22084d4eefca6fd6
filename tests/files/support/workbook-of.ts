import { zipOf } from './zip-of.ts';

/** A number with the code of its format: [0.2, '0%']. */
export type TestCell = string | number | null | [value: number, format: string];

export interface TestSheet {
  name?: string;
  rows: TestCell[][];
  /** Merged areas as office programs write them: A1:A3. */
  merges?: string[];
  hidden?: boolean;
  /** Numbers of rows and of columns that are not shown, from 1. */
  hiddenRows?: number[];
  hiddenColumns?: number[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** An .xlsx with merged cells, number formats and several sheets, written as office programs do. */
export function workbookOf(...sheets: TestSheet[]): Buffer {
  const codes = [
    ...new Set(
      sheets.flatMap(({ rows }) => rows.flat().flatMap((cell) => (Array.isArray(cell) ? [cell[1]] : []))),
    ),
  ];
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const formats = codes.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escaped(code)}"/>`);
  const styles = codes.map((_, at) => `<xf numFmtId="${164 + at}" applyNumberFormat="1"/>`);
  const cellOf = (value: TestCell, place: string) => {
    if (value === null) return '';
    if (Array.isArray(value))
      return `<c r="${place}" s="${codes.indexOf(value[1]) + 1}"><v>${value[0]}</v></c>`;
    if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
    return `<c r="${place}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
  };
  const parts = Object.fromEntries(
    sheets.map(({ rows, merges = [], hiddenRows = [], hiddenColumns = [] }, at) => {
      const data = rows.map((row, y) => {
        const cells = row.map((value, x) => cellOf(value, `${String.fromCharCode(65 + x)}${y + 1}`));
        return `<row r="${y + 1}"${hiddenRows.includes(y + 1) ? ' hidden="1"' : ''}>${cells.join('')}</row>`;
      });
      const columns = hiddenColumns.map((one) => `<col min="${one}" max="${one}" hidden="1"/>`).join('');
      const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
      return [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet xmlns="${MAIN}">${columns ? `<cols>${columns}</cols>` : ''}<sheetData>${data.join('')}</sheetData>${merged ? `<mergeCells count="${merges.length}">${merged}</mergeCells>` : ''}</worksheet>`,
      ];
    }),
  );
  const named = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${name ?? `Sheet${at + 1}`}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="r${at + 1}"/>`,
  );
  const targets = sheets.map(
    (_, at) =>
      `<Relationship Id="r${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  return zipOf({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${named.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELATIONS}">${targets.join('')}<Relationship Id="s1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts count="${codes.length}">${formats.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`,
    ...parts,
  });
}
