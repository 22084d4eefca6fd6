import { getResolvedPDFJS } from 'unpdf';
import type { OPS, PDFDocumentProxy } from 'unpdf/pdfjs';
import { AppError } from '../../errors.ts';
import type { FileLimits } from '../limits.ts';
import { PdfData } from './pdf-data.ts';

/** Opens a PDF. AppError 'invalid-input' for a broken or locked one, 'limit' for one with too many pages. */
export async function openPdf(
  bytes: Uint8Array,
  limits: FileLimits,
): Promise<{ pdf: PDFDocumentProxy; codes: typeof OPS }> {
  const { getDocument, OPS: codes } = await getResolvedPDFJS();
  const task = getDocument({
    // The library takes the buffer over; the bytes are still needed for their digest.
    data: new Uint8Array(bytes),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    maxImageSize: limits.imagePixels,
    cMapPacked: false,
    BinaryDataFactory: PdfData,
  });
  let pdf: PDFDocumentProxy;
  try {
    pdf = await task.promise;
  } catch (error) {
    await task.destroy();
    if ((error as Error).name === 'PasswordException') {
      throw new AppError('invalid-input', 'PDF 有密码，不能读取，请去掉密码后重新放入。', { cause: error });
    }
    throw new AppError('invalid-input', 'PDF 文件已损坏或不完整，请重新导出或扫描后放入。', { cause: error });
  }
  if (pdf.numPages <= limits.pages) return { pdf, codes };
  const pages = pdf.numPages;
  await task.destroy();
  throw new AppError('limit', `PDF 有 ${pages} 页，超过 ${limits.pages} 页的限制，请拆分后重新放入。`);
}
