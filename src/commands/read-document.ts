import { closeSync, openSync, readSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { AppError } from '../errors.ts';
import { ReadingPool } from '../files/reading-pool.ts';
import { HEAD_BYTES, typeOfBytes } from '../files/type-of-bytes.ts';
import { readTextFile, requireFile } from './read-input.ts';

const DOCUMENTS = new Set(['.docx', '.doc', '.wps', '.pdf', '.html', '.htm']);

/** The text of a file of any kind that import reads; `-` is standard input. Refuses with what is wrong and what to do. */
export async function readDocument(path: string): Promise<string> {
  if (path === '-') return readTextFile(path);
  requireFile(path);
  if (!DOCUMENTS.has(extname(path).toLowerCase()) && !isDocument(path)) return readTextFile(path);
  const pool = new ReadingPool({ threads: 1 });
  try {
    const source = { path: Buffer.from(resolve(path)) };
    const { text, skipped } = await pool.work({ do: 'read', file: basename(path), source });
    if (text?.text.trim()) return text.text;
    throw new AppError('invalid-input', `“${path}”：${skipped[0]?.reason ?? '文件中没有文字。'}`);
  } finally {
    await pool.close();
  }
}

/** A document under another name. */
function isDocument(path: string): boolean {
  const head = Buffer.alloc(HEAD_BYTES);
  const file = openSync(path, 'r');
  try {
    const length = readSync(file, head);
    return ['zip', 'ole', 'pdf', 'rtf'].includes(typeOfBytes(head.subarray(0, length)));
  } finally {
    closeSync(file);
  }
}
