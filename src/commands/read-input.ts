import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { AnyCaseFile } from '../cases/case-file.ts';
import { readAnyCaseFile } from '../cases/read-case-file.ts';
import { AppError } from '../errors.ts';
import { decodeText } from '../files/decode-text.ts';
import { jsonFault } from '../files/json-fault.ts';

/**
 * The text of a file, UTF-8 or GB18030; `-` is standard input. Refuses with what is wrong and what to do: bytes that
 * are no text must not be read as a text in which nothing is found.
 */
export function readTextFile(path: string): string {
  return textOfBytes(bytesOf(path), path);
}

/** The text of bytes that were read elsewhere; `place` names them in a refusal. */
export function textOfBytes(bytes: Uint8Array, place: string): string {
  const text = soundUtf8(bytes) ?? decodeText(bytes);
  if (text !== undefined) return text.replace(/^\uFEFF/, '');
  throw new AppError(
    'invalid-input',
    `“${place}”不是文本文件（既非 UTF-8 也非 GB18030），请另存为 UTF-8 编码的文本后重试。`,
  );
}

/** Unlike in the library, a mark that stands for a lost character is no reason to refuse what somebody wants checked. */
function soundUtf8(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\u0000') ? undefined : text;
  } catch {
    return undefined;
  }
}

function bytesOf(path: string): Uint8Array {
  if (path === '-') return readFileSync(0);
  requireFile(path);
  return readFileSync(path);
}

/** Refuses a path that is no readable file, before any work is begun. */
export function requireFile(path: string): void {
  try {
    accessSync(path, constants.R_OK);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const what =
      code === 'ENOENT' ? '没有这个文件' : code === 'EACCES' ? '没有读取权限' : `读取失败（${code}）`;
    throw new AppError('not-found', `“${path}”：${what}，请检查路径。`, { cause: error });
  }
  if (statSync(path).isDirectory()) {
    throw new AppError('invalid-input', `“${path}”是文件夹，这里需要一个文件。`);
  }
}

/** Refuses a file that could not be written, before the work whose result it is to hold. */
export function requireWritable(path: string): void {
  const folder = dirname(resolve(path));
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
      throw Object.assign(new Error(), { code: 'EISDIR' });
    accessSync(folder, constants.W_OK);
    if (existsSync(path)) accessSync(path, constants.W_OK);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new AppError('unavailable', `写不了“${path}”（${code}），请检查文件夹和权限。`, { cause: error });
  }
}

/** The case file, of any kind of act, in a JSON file. */
export function readCase(path: string): AnyCaseFile {
  const text = readTextFile(path);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new AppError(
      'invalid-input',
      `“${basename(path)}”不是 JSON：${jsonFault(text, error)}。案件文件的格式见 mingcai schema case-file。`,
    );
  }
  return readAnyCaseFile(parsed);
}

/** JSON lines with their line numbers; a broken line is refused by number. */
export function* jsonLines(path: string): Generator<Record<string, unknown>> {
  const lines = readTextFile(path).split('\n');
  for (const [index, line] of lines.entries()) {
    if (!line.trim()) continue;
    let parsed: unknown;
    try {
      parsed = JSON.parse(line);
    } catch {
      throw new AppError('invalid-input', `“${path}”第 ${index + 1} 行不是 JSON，应每行一个对象。`);
    }
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
      throw new AppError('invalid-input', `“${path}”第 ${index + 1} 行应为一个 JSON 对象。`);
    }
    yield parsed as Record<string, unknown>;
  }
}
