import { AppError } from '../../errors.ts';
import type { PlacedPicture } from '../compose-page.ts';
import { greyPicture } from '../pictures/grey-picture.ts';
import { type Recognised, recognisePage } from '../pictures/recognise-page.ts';
import type { ReadContext } from '../read-context.ts';
import type { PdfPage } from './pdf-page.ts';

/** The pixels under a name, as the PDF reader keeps them; undefined when they could not be decoded. */
export type PictureStore = (source: string | object) => Promise<unknown>;

export const NO_OCR =
  '是扫描件或图片，本机没有安装文字识别程序（tesseract 及简体中文数据 chi_sim），文字没有读取，请安装后重读或放入可以复制文字的版本。';
const UNDECODED =
  '扫描页的图片无法解码（JBIG2、JPEG 2000 或传真压缩），没有读取，请用“打印为 PDF”另存或另存为 JPG 后重新放入。';
const FAILED = '扫描页的文字识别失败或超时，没有读取，请换清楚的扫描件重新放入。';

/** Words of which recognition is less sure, in per cent, may stand on their side or head. */
const DOUBTFUL = 50;
const SURE = 70;

/** The words in the pictures of a page, and notes on those that could not be read. */
export async function readPdfPictures(
  page: PdfPage,
  store: PictureStore,
  context: ReadContext,
): Promise<Recognised & { notes: string[] }> {
  const { recognise, limits } = context;
  if (!recognise) return { text: '', sure: 0, notes: [NO_OCR] };
  const placed: PlacedPicture[] = [];
  for (const { source, matrix } of page.pictures) {
    const picture = greyPicture(await store(source));
    if (picture) placed.push({ picture, matrix });
  }
  const undecoded = placed.length < page.pictures.length ? [UNDECODED] : [];
  if (placed.length === 0) return { text: '', sure: 0, notes: [UNDECODED] };
  try {
    const upright = await recognisePage(page, placed, 0, recognise, limits.imagePixels);
    let best = upright;
    if (upright.sure < DOUBTFUL) {
      for (const quarters of [2, 1, 3] as const) {
        const other = await recognisePage(page, placed, quarters, recognise, limits.imagePixels);
        if (other.sure > best.sure && signsIn(other) * 3 > signsIn(best)) best = other;
        if (best.sure > SURE) break;
      }
    }
    return { ...best, notes: undecoded };
  } catch (error) {
    if (error instanceof AppError && error.kind === 'unavailable')
      return { text: '', sure: 0, notes: [FAILED] };
    throw error;
  }
}

const signsIn = ({ text }: Recognised) => text.replace(/\s/g, '').length;
