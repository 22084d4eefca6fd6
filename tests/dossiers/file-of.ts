import { createHash } from 'node:crypto';
import type { FileText } from '../../src/files/file-text.ts';

/** A file of plain text as the reading of files gives it. */
export function fileOf(file: string, text: string): FileText {
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { file, format: 'txt', sha256, text, pages: [0], ocr: false, hidden: [] };
}
