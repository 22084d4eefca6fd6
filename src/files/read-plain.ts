import { AppError } from '../errors.ts';
import { decodeText } from './decode-text.ts';
import type { HiddenText } from './file-text.ts';
import { shownOfMarkdown } from './shown-of-markdown.ts';
import type { PageTexts } from './text-of-file.ts';

/** A text file in UTF-8, UTF-16 or GB18030. AppError 'invalid-input' when it is none of these. */
export function readPlain(bytes: Uint8Array, format: 'txt' | 'md'): PageTexts {
  const text = decodedOrRefused(bytes);
  if (format === 'txt') return { format, pages: [text], hidden: [], ocr: false, notes: [] };
  const hidden: HiddenText[] = [];
  const shown = text.replace(/<!--([\s\S]*?)(-->|$)/g, (_, words: string) => {
    if (words.trim()) hidden.push({ quote: words.trim(), how: 'comment' });
    return '';
  });
  return { format, pages: [shownOfMarkdown(shown)], hidden, ocr: false, notes: [] };
}

export function decodedOrRefused(bytes: Uint8Array): string {
  const text = decodeText(bytes);
  if (text === undefined) {
    throw new AppError(
      'invalid-input',
      '不是文字文件（既非 UTF-8、UTF-16 也非 GB18030），请另存为 UTF-8 文本、Word 或 PDF 后重新放入。',
    );
  }
  return text;
}
