import {
  AlignmentType,
  Document,
  Footer,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { ParagraphKind } from './draft.ts';
import { findGaps } from './find-gaps.ts';
import { settleZipDates } from './settle-zip-dates.ts';

/** What is laid out, a Draft for one: lines with their kinds, and the citations, of which the unresolved are red. */
export interface Layout {
  title: string;
  paragraphs: { kind: ParagraphKind; text: string }[];
  citations?: { quote: string; state: string }[];
  /** What stands at the foot of each page, above its number. */
  foot?: string;
}

const RED = 'C00000';
const BODY = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' };
const HEADING = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体' };
const TITLE = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '方正小标宋简体' };
/** Half points: size 2 is 22 pt, size 3 is 16 pt, size 4 is 14 pt. */
const SIZE = { title: 44, body: 32, page: 28 };
/** 28.8 pt in twentieths of a point; two characters of size 3. */
const PITCH = 576;
const TWO_CHARACTERS = 640;

const SHAPES: Record<ParagraphKind, IParagraphOptions> = {
  title: { alignment: AlignmentType.CENTER },
  number: { alignment: AlignmentType.CENTER, spacing: { after: PITCH } },
  party: {},
  heading: { indent: { firstLine: TWO_CHARACTERS }, keepNext: true },
  body: { indent: { firstLine: TWO_CHARACTERS } },
  item: { indent: { firstLine: TWO_CHARACTERS } },
  sign: { alignment: AlignmentType.RIGHT, indent: { right: TWO_CHARACTERS }, keepNext: true },
};

/**
 * The document as .docx: A4, type area 156 × 225 mm, 仿宋 size 3 at 28.8 pt, title centred, page numbers with dashes.
 * Gaps and unresolved citations are red. The same layout always gives the same bytes.
 */
export async function renderDocx(layout: Layout): Promise<Uint8Array> {
  const red = (layout.citations ?? [])
    .filter((citation) => citation.state !== 'in-force')
    .map((citation) => citation.quote);
  const firstSign = layout.paragraphs.findIndex((entry) => entry.kind === 'sign');
  const document = new Document({
    title: layout.title,
    creator: '明裁',
    lastModifiedBy: '明裁',
    styles: {
      default: {
        document: {
          run: { font: BODY, size: SIZE.body, language: { eastAsia: 'zh-CN' } },
          paragraph: { spacing: { line: PITCH, lineRule: LineRuleType.EXACT, before: 0, after: 0 } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: '210mm', height: '297mm' },
            margin: { top: '37mm', bottom: '35mm', left: '28mm', right: '26mm', footer: '28mm' },
          },
        },
        footers: {
          default: new Footer({
            children: [
              ...(layout.foot
                ? [
                    new Paragraph({
                      children: [new TextRun({ text: layout.foot, size: SIZE.page, font: BODY })],
                    }),
                  ]
                : []),
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: SIZE.page, font: BODY }),
                ],
              }),
            ],
          }),
        },
        children: layout.paragraphs.map((entry, index) => {
          const shape = SHAPES[entry.kind];
          const gapAbove = index === firstSign ? { before: PITCH } : {};
          return new Paragraph({
            ...shape,
            spacing: { line: PITCH, lineRule: LineRuleType.EXACT, ...shape.spacing, ...gapAbove },
            children: runs(entry.kind, entry.text, red),
          });
        }),
      },
    ],
  });
  const core = { path: 'docProps/core.xml', data: coreProperties(layout.title) };
  return settleZipDates(new Uint8Array(await Packer.toBuffer(document, undefined, [core])));
}

function runs(kind: ParagraphKind, text: string, quotes: string[]): TextRun[] {
  const font = kind === 'title' ? TITLE : kind === 'heading' ? HEADING : BODY;
  const size = kind === 'title' ? SIZE.title : SIZE.body;
  return cut(text, [...findGaps(text), ...quotes]).map(
    (part) => new TextRun({ text: part.text, font, size, ...(part.red ? { color: RED } : {}) }),
  );
}

/** The text in pieces, those to be shown in red marked. */
function cut(text: string, red: string[]): { text: string; red: boolean }[] {
  const parts: { text: string; red: boolean }[] = [];
  let rest = text;
  while (rest !== '') {
    const next = red
      .map((quote) => ({ quote, at: quote === '' ? -1 : rest.indexOf(quote) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at || b.quote.length - a.quote.length)[0];
    const before = next ? rest.slice(0, next.at) : rest;
    if (before !== '') parts.push({ text: before, red: false });
    if (!next) break;
    parts.push({ text: next.quote, red: true });
    rest = rest.slice(next.at + next.quote.length);
  }
  return parts;
}

/** Without dates and names: the bytes depend on the text alone; who and when stand in the process record. */
function coreProperties(title: string): string {
  const escaped = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped}</dc:title><dc:creator>明裁</dc:creator></cp:coreProperties>`;
}
