import type { OpenZip } from './open-zip.ts';

/**
 * What an opened archive is: a Word file, a plain archive, or a sentence on why it is neither.
 */
export function zipKind({ entries }: OpenZip): 'docx' | 'archive' | (string & {}) {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  const has = (start: string) => [...names].some((name) => name.startsWith(start));
  if (names.has('[content_types].xml')) {
    if (has('word/document')) return 'docx';
    if (has('xl/')) return '是 Excel 表格，不能读取，请另存为 PDF 或 Word 后重新放入。';
    if (has('ppt/')) return '是演示文稿，不能读取，请另存为 PDF 后重新放入。';
    return '是不完整的办公文件，请用办公软件另存为 .docx 后重新放入。';
  }
  if (names.has('ofd.xml')) return '是 OFD 版式文件，不能读取，请导出为 PDF 后重新放入。';
  if (names.has('mimetype') && names.has('content.xml')) {
    return '是 OpenDocument 文件，不能读取，请另存为 .docx 后重新放入。';
  }
  return 'archive';
}
