/** One object of a PDF: its dictionary or other source, and a stream when it has one. */
export type PdfObject = string | { dictionary: string; stream: Buffer | string };

/** The bytes of a PDF of these objects, numbered from 1; the first is the catalogue. `trailer` adds to its end. */
export function pdfOfObjects(objects: PdfObject[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  for (const [at, object] of objects.entries()) {
    const stream = typeof object === 'string' ? undefined : Buffer.from(object.stream);
    const source =
      typeof object === 'string' ? object : `<<${object.dictionary}/Length ${stream!.length}>>stream\n`;
    const part = Buffer.concat([
      Buffer.from(`${at + 1} 0 obj\n${source}`),
      ...(stream ? [stream, Buffer.from('\nendstream')] : []),
      Buffer.from('\nendobj\n'),
    ]);
    offsets.push(length);
    length += part.length;
    parts.push(part);
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer<</Size ${count}/Root 1 0 R${trailer}>>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

const FONT = [
  '<</Type/Font/Subtype/Type0/BaseFont/Example/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>',
  '<</Type/Font/Subtype/CIDFontType2/BaseFont/Example/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/FontDescriptor 6 0 R>>',
  {
    dictionary: '',
    stream:
      'begincmap\n/CMapName/Example def\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n' +
      `100 beginbfrange\n${Array.from({ length: 256 }, (_, row) => row.toString(16).padStart(2, '0'))
        .map((row) => `<${row}00> <${row}ff> <${row}00>`)
        .join('\n')}\nendbfrange\nendcmap`,
  },
  '<</Type/FontDescriptor/FontName/Example/Flags 4/FontBBox[0 -200 1000 900]/Ascent 900/Descent -200/CapHeight 800/StemV 80/ItalicAngle 0>>',
];

/**
 * A PDF with one page for each content stream, of A4 size, with a font `F` whose codes are those of Unicode. `extra` are
 * more objects, from number 7; `page` adds to each page, `catalogue` to the catalogue.
 */
export function pdfOf(
  contents: (Buffer | string)[],
  options: {
    extra?: PdfObject[];
    page?: string;
    catalogue?: string;
    trailer?: string;
    resources?: string;
    fonts?: string;
  } = {},
): Buffer {
  const extra = options.extra ?? [];
  const first = 7 + extra.length;
  const kids = contents.map((_, at) => `${first + at * 2} 0 R`).join(' ');
  const pages = contents.flatMap((stream, at): PdfObject[] => [
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R${options.fonts ?? ''}>>${options.resources ?? ''}>>/Contents ${first + at * 2 + 1} 0 R${options.page ?? ''}>>`,
    { dictionary: '', stream },
  ]);
  return pdfOfObjects(
    [
      `<</Type/Catalog/Pages 2 0 R${options.catalogue ?? ''}>>`,
      `<</Type/Pages/Kids[${kids}]/Count ${contents.length}>>`,
      ...FONT,
      ...extra,
      ...pages,
    ],
    options.trailer,
  );
}

/** Operators that write words at a place, in points from the lower left corner. */
export function words(text: string, x: number, y: number, size = 12, before = ''): string {
  const codes = Array.from(text, (sign) => sign.charCodeAt(0).toString(16).padStart(4, '0')).join('');
  return `q ${before} BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm <${codes}> Tj ET Q\n`;
}
