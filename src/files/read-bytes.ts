import { createHash } from 'node:crypto';
import { AppError } from '../errors.ts';
import { readDocx } from './docx/read-docx.ts';
import { fileSuffix } from './file-suffix.ts';
import type { FileText, HiddenText } from './file-text.ts';
import type { FileLimits } from './limits.ts';
import { openZip } from './open-zip.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { readImage } from './pictures/read-image.ts';
import type { ReadContext } from './read-context.ts';
import { readHtml } from './read-html.ts';
import { readOle } from './read-ole.ts';
import { decodedOrRefused, readPlain } from './read-plain.ts';
import { secrecyMark } from './secrecy-mark.ts';
import { takeOutUnseen } from './take-out-unseen.ts';
import type { PageTexts } from './text-of-file.ts';
import { type ByteType, typeOfBytes } from './type-of-bytes.ts';
import { zipKind } from './zip-kind.ts';

const REFUSED: Partial<Record<ByteType, string>> = {
  rtf: '是 RTF 文件，不能读取，请用办公软件另存为 .docx 后重新放入。',
  gif: '是 GIF 图片，不能读取，请另存为 PNG 或 JPG 后重新放入。',
  heic: '是 HEIC 图片，不能读取，请另存为 JPG 后重新放入。',
  rar: '是 RAR 压缩包，不能打开，请改用 zip 压缩后重新放入。',
  '7z': '是 7z 压缩包，不能打开，请改用 zip 压缩后重新放入。',
  gzip: '是 gzip 压缩文件，不能打开，请改用 zip 压缩后重新放入。',
  av: '是音像文件，没有可以读取的文字，请在音像记录中登记。',
  program: '是程序，不是案卷材料，请移走。',
};
const TEXTS = new Set([
  'txt',
  'text',
  'log',
  'csv',
  'tsv',
  '',
  'md',
  'markdown',
  'html',
  'htm',
  'mht',
  'doc',
  'wps',
]);

/** Kinds that are known by their bytes: a file of such a name that is none of them is damaged or misnamed. */
const NOT_TEXTS = new Set(['docx', 'pdf', 'zip', 'png', 'jpg', 'jpeg', 'tif', 'tiff', 'bmp', 'webp']);

/**
 * The text of one file, by what its bytes are. AppError with one sentence for people when it is not read: an unknown or
 * broken file, one beyond a limit, or one that bears a mark of secrecy.
 */
export async function readBytes(
  file: string,
  bytes: Buffer,
  context: ReadContext,
): Promise<{ text: FileText; notes: string[] }> {
  if (bytes.length === 0) throw new AppError('invalid-input', '文件是空的（0 字节），请核对后重新放入。');
  const read = await pagesOf(file, bytes, context);
  const hidden: HiddenText[] = [...read.hidden];
  const pages = read.pages.map((page, at) => {
    const clean = takeOutUnseen(page, read.pages.length > 1 ? at + 1 : undefined);
    hidden.push(...clean.hidden);
    return clean.text.replace(/[ \t　]+$/gm, '');
  });
  const mark = secrecyMark(pages[0] ?? '');
  if (mark) {
    throw new AppError(
      'not-allowed',
      `首页标有密级（${mark}）。本系统不处理国家秘密，文件未读取，请立即移走并按保密规定处理。`,
    );
  }
  const text = pages.join('\n');
  if (text.length > context.limits.textLength) {
    throw new AppError('limit', `文字超过 ${context.limits.textLength / 10_000} 万字，请拆分后重新放入。`);
  }
  const starts: number[] = [];
  let offset = 0;
  for (const page of pages) {
    starts.push(offset);
    offset += page.length + 1;
  }
  const notes = [...read.notes];
  if (!text.trim() && notes.length === 0) notes.push('文件里没有可以读取的文字，请核对后重新放入。');
  return {
    text: {
      file,
      format: read.format,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      text,
      pages: starts,
      ocr: read.ocr,
      hidden: cleanHidden(hidden, context.limits.hidden),
    },
    notes,
  };
}

async function pagesOf(file: string, bytes: Buffer, context: ReadContext): Promise<PageTexts> {
  const type = typeOfBytes(bytes);
  const suffix = fileSuffix(file);
  const refusal = REFUSED[type];
  if (refusal) throw new AppError('invalid-input', refusal);
  switch (type) {
    case 'zip': {
      const open = await openZip(bytes, context.limits);
      const kind = zipKind(open);
      if (kind === 'docx') return readDocx(open, context);
      throw new AppError(
        'invalid-input',
        kind === 'archive' ? '压缩包套得太深或内容不明，没有打开，请解开后重新放入。' : kind,
      );
    }
    case 'pdf':
      return readPdf(bytes, context);
    case 'ole':
      return readOle(bytes, context);
    case 'png':
    case 'jpeg':
    case 'tiff':
    case 'bmp':
    case 'webp':
      return readImage(bytes, type, context);
    default:
      return readText(bytes, suffix, context.limits);
  }
}

function readText(bytes: Buffer, suffix: string, limits: FileLimits): PageTexts {
  if (NOT_TEXTS.has(suffix)) {
    throw new AppError(
      'invalid-input',
      `扩展名是 .${suffix}，内容却不是，可能已损坏或只是改了扩展名，请用原来的软件重新保存后放入。`,
    );
  }
  if (!TEXTS.has(suffix)) {
    throw new AppError(
      'invalid-input',
      `不认识的文件（.${suffix}），请另存为 Word、PDF、文本或图片后重新放入。`,
    );
  }
  const start = decodedOrRefused(bytes);
  if (
    /^\s*(<!doctype html|<html|<\?xml[^>]*>\s*<html|<meta|<head|<body|<table|<div|<p[ >])/i.test(
      start.replace(/^\ufeff/, ''),
    )
  ) {
    return readHtml(start, limits);
  }
  if (suffix === 'html' || suffix === 'htm') return readHtml(start, limits);
  return readPlain(bytes, suffix === 'md' || suffix === 'markdown' ? 'md' : 'txt');
}

/** Each once, without unseen signs, and not more than a person would look through. */
function cleanHidden(hidden: HiddenText[], most: number): HiddenText[] {
  const seen = new Set<string>();
  const kept = hidden
    .map((one) => ({ ...one, quote: takeOutUnseen(one.quote).text.trim().slice(0, 2000) }))
    .filter((one) => {
      const key = `${one.how} ${one.page ?? ''} ${one.quote}`;
      return one.quote && !seen.has(key) && seen.add(key);
    });
  if (kept.length <= most) return kept;
  const rest = { quote: `另有 ${kept.length - most} 处不显示的文字未列出`, how: 'hidden' as const };
  return [...kept.slice(0, most), rest];
}
