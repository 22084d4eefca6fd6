import {
  AlignmentType,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { type Block, columnsOf } from './paper-blocks.ts';

const TEXT_WIDTH = 9000;

/** A text processor's file, laid out as an office does: title in the centre, real tables. */
export function paperAsDocx(blocks: Block[]): Promise<Buffer> {
  return Packer.toBuffer(
    new Document({
      styles: { default: { document: { run: { font: '仿宋', size: 28 } } } },
      sections: [{ children: blocks.map(element) }],
    }),
  );
}

function element(block: Block): Paragraph | Table {
  switch (block.kind) {
    case 'title':
      return new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ text: block.text, bold: true, size: 36 })],
      });
    case 'right':
      return new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun(block.text)] });
    case 'text':
      return new Paragraph({ indent: { firstLine: 560 }, children: [new TextRun(block.text)] });
    case 'page-break':
      return new Paragraph({ pageBreakBefore: true, children: [] });
    case 'table':
      return table(block.rows);
  }
}

function table(rows: string[][]): Table {
  const columns = columnsOf(rows);
  const width = Math.floor(TEXT_WIDTH / columns);
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: Array<number>(columns).fill(width),
    rows: rows.map(
      (row) =>
        new TableRow({
          children: row.map((text, at) => {
            const columnSpan = at === row.length - 1 ? columns - row.length + 1 : 1;
            return new TableCell({ columnSpan, children: [new Paragraph(text)] });
          }),
        }),
    ),
  });
}
