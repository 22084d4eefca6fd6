import { AppError } from '../errors.ts';
import { readDocx } from './docx/read-docx.ts';
import { openZip } from './open-zip.ts';
import type { ReadContext } from './read-context.ts';
import type { PageTexts } from './text-of-file.ts';

/**
 * The old container of office files: a .doc is converted where that is possible. AppError for a locked file, which is
 * put into the same container, for other kinds, and where no converter is installed.
 */
export async function readOle(bytes: Buffer, context: ReadContext): Promise<PageTexts> {
  const names = streamNames(bytes);
  if (names.has('EncryptedPackage')) {
    throw new AppError('invalid-input', 'Word 文件有密码，不能读取，请去掉密码后重新放入。');
  }
  if (names.has('Workbook') || names.has('Book')) {
    throw new AppError('invalid-input', '是 Excel 表格，不能读取，请另存为 PDF 或 Word 后重新放入。');
  }
  if (!names.has('WordDocument')) {
    throw new AppError('invalid-input', '不是 Word 文件，不能读取，请另存为 .docx 或 PDF 后重新放入。');
  }
  if (!context.convert) {
    throw new AppError(
      'invalid-input',
      '是旧式 Word 文件（.doc），本机没有安装转换程序（LibreOffice），请用办公软件另存为 .docx 后重新放入。',
    );
  }
  const converted = Buffer.from(await context.convert(bytes));
  const read = await readDocx(await openZip(converted, context.limits), context);
  return { ...read, format: 'doc' };
}

/** The names in the directory of the container: entries of 128 bytes, with a name in UTF-16 and its length in bytes. */
function streamNames(bytes: Buffer): Set<string> {
  const names = new Set<string>();
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const length = bytes.readUInt16LE(at + 64);
    const type = bytes[at + 66]!;
    if (length < 4 || length > 64 || length % 2 !== 0 || type < 1 || type > 5) continue;
    const name = bytes.toString('utf16le', at, at + length - 2);
    names.add(name);
  }
  return names;
}
