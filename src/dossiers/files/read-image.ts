import type { ReadContext } from './read-context.ts';
import type { PageTexts } from './text-of-file.ts';
import type { ByteType } from './type-of-bytes.ts';

/** The words in a picture. */
export async function readImage(_bytes: Buffer, _type: ByteType, _context: ReadContext): Promise<PageTexts> {
  return { format: 'image', pages: [''], hidden: [], ocr: true, notes: ['还不能识别图片。'] };
}
