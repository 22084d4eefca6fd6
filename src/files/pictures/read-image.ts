import { AppError } from '../../errors.ts';
import { linesOfSigns } from '../lines-of-signs.ts';
import { mendOcr } from '../mend-ocr.ts';
import { imageAsPdf } from '../pdf/image-as-pdf.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { NO_OCR } from '../pdf/read-pdf-pictures.ts';
import type { ReadContext } from '../read-context.ts';
import type { PageTexts } from '../text-of-file.ts';
import type { ByteType } from '../type-of-bytes.ts';
import { imageSize } from './image-size.ts';
import { roughOcrWords } from './ocr-words.ts';

/** The program's own places are rough: only a wide gap parts words. */
const ROUGH_GAPS = { word: 1.2, column: 3 };

/**
 * The words in a picture, recognised. AppError for a broken or huge one; without the program the text is empty and a
 * note says so.
 */
export async function readImage(bytes: Buffer, type: ByteType, context: ReadContext): Promise<PageTexts> {
  const size = imageSize(bytes, type);
  if (!size || size.width < 1 || size.height < 1) {
    throw new AppError('invalid-input', '图片已损坏或不完整，请重新拍摄或另存后放入。');
  }
  if (size.width * size.height > context.limits.imagePixels) {
    throw new AppError(
      'limit',
      `图片有 ${size.width}×${size.height} 像素，超过 ${context.limits.imagePixels / 10_000} 万像素的限制，请缩小后重新放入。`,
    );
  }
  if (!context.recognise) return { format: 'image', pages: [''], hidden: [], ocr: false, notes: [NO_OCR] };
  const pdf = imageAsPdf(bytes, type, size);
  if (pdf) {
    const read = await readPdf(pdf, context);
    if (read.pages.some((page) => page.trim())) return { ...read, format: 'image' };
  }
  // What the PDF reader does not decode goes to the program as it is; a TIFF file may hold several pages.
  const pages = roughOcrWords(await context.recognise(bytes)).map((words) =>
    mendOcr(
      linesOfSigns(words, ROUGH_GAPS)
        .map(({ text }) => text)
        .join('\n'),
    ),
  );
  const notes = pages.some((page) => page.trim())
    ? []
    : ['图片里没有认出文字，请核对图片是否清楚、方向是否正确。'];
  return { format: 'image', pages: pages.length ? pages : [''], hidden: [], ocr: true, notes };
}
