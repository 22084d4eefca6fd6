import { type Zippable, zipSync } from 'fflate';

/** A zip archive of these files; always the same bytes. */
export function zipOf(files: Record<string, string | Uint8Array>, level: 0 | 6 = 6): Buffer {
  const entries: Zippable = {};
  for (const [name, content] of Object.entries(files)) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    entries[name] = [new Uint8Array(bytes), { level, mtime: new Date(2024, 0, 1) }];
  }
  return Buffer.from(zipSync(entries));
}

/** A Word file with this body; `parts` are more files of it, or take the place of its own. */
export function docxOf(body: string, parts: Record<string, string> = {}): Buffer {
  return zipOf({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations(['officeDocument', 'word/document.xml']),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    ...parts,
  });
}

/** A part of a Word file: its root element with the usual names. */
export const part = (root: string, content: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><w:${root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">${content}</w:${root}>`;

/** A list of relations: types and targets, numbered r1, r2 … */
export const relations = (...links: [type: string, target: string][]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links
    .map(
      ([type, target], at) =>
        `<Relationship Id="r${at + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

/** A paragraph of runs: each a text, or a text with the properties before it. */
export const paragraph = (...runs: (string | [properties: string, text: string])[]) =>
  `<w:p>${runs
    .map((run) => {
      const [properties, text] = typeof run === 'string' ? ['', run] : run;
      return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
    })
    .join('')}</w:p>`;

/** A table of cells with paragraphs in them. */
export const table = (...rows: string[][]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
