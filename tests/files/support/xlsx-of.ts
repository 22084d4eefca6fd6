import { zipOf } from './zip-of.ts';

/** An .xlsx of one sheet, written as office programs do. */
export function xlsxOf(rows: (string | number | null)[][], name = '裁量表'): Buffer {
  const cells = rows.map(
    (row, y) =>
      `<row r="${y + 1}">${row
        .map((value, x) => {
          const at = `${String.fromCharCode(65 + x)}${y + 1}`;
          if (value === null) return '';
          if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
          return `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
        })
        .join('')}</row>`,
  );
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return zipOf({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${name}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${cells.join('')}</sheetData></worksheet>`,
  });
}
