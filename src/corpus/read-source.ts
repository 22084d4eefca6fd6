import { readFile, stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { AppError } from '../errors.ts';
import { ReadingPool } from '../files/reading-pool.ts';
import { knownHead } from './benchmarks/known-head.ts';
import { rowsOfWorkbook } from './benchmarks/rows-of-workbook.ts';
import { readJsonl } from './read-jsonl.ts';
import { readYamlSource } from './read-yaml-source.ts';
import { type EntryKind, type Reading, sha256 } from './source-draft.ts';
import { caseOfText, isDecisionText } from './sources/case-entry.ts';
import { readNormText } from './sources/read-norm-text.ts';
import { benchmarkOfRows } from './sources/sheets/benchmark-rows.ts';
import type { SheetMap } from './sources/sheets/sheet-map.ts';

/** A document larger than this is no statute; JSON lines can be of any size. */
const MAX_BYTES = 64 * 2 ** 20;

const DOCUMENTS = new Set(['.txt', '.md', '.markdown', '.html', '.htm', '.docx', '.doc', '.wps', '.pdf']);

export interface ReadSourceOptions {
  kind?: EntryKind | undefined;
  /** Personal data of past cases is kept as it stands. */
  keepNames?: boolean | undefined;
  /** Which column of a spreadsheet holds what. */
  map?: SheetMap | undefined;
  /** Threads that read documents; without them some begin and end with this file. */
  pool?: ReadingPool | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Reads one file into sources and faults, by its suffix. What cannot be read is a fault with its reason, never thrown;
 * only an aborted signal throws.
 */
export async function* readSource(file: string, options: ReadSourceOptions = {}): AsyncGenerator<Reading> {
  const { signal } = options;
  const suffix = extname(file).toLowerCase();
  try {
    const { size } = await stat(file);
    if (size === 0) yield { fault: `文件是空的（0 字节）` };
    else if (suffix === '.jsonl' || suffix === '.ndjson') yield* readJsonl(file, options);
    else if (size > MAX_BYTES) yield { fault: `文件超过 ${MAX_BYTES / 2 ** 20} MB，请拆分后导入` };
    else if (['.yaml', '.yml', '.json'].includes(suffix))
      yield* readYamlSource(file, await readFile(file), options.keepNames ?? false);
    else if (suffix === '.xlsx') yield* await readTablesOf(file, options.map ?? {});
    else if (suffix === '.xls') yield { fault: '旧式 .xls 不能读取，请用办公软件另存为 .xlsx' };
    else if (DOCUMENTS.has(suffix)) yield* await readDocument(file, options);
    else yield { fault: `不认识的文件类型“${suffix || basename(file)}”` };
  } catch (error) {
    signal?.throwIfAborted();
    yield { fault: reasonOf(error) };
  }
}

/** The tables of a workbook, then what of it people should know. */
async function readTablesOf(file: string, map: SheetMap): Promise<Reading[]> {
  const name = basename(file, extname(file));
  const { tables, unread } = await rowsOfWorkbook(await readFile(file), map, name);
  const readings = tables.map(({ table, rows, beside, remarks }) =>
    benchmarkOfRows(table, rows, basename(file), { known: knownHead(map), beside, told: remarks }),
  );
  if (readings.length === 0)
    readings.push([{ fault: `“${name}”中没有写明违法行为的行，请核对列的对应关系` }]);
  return [...readings.flat(), ...unread.map(({ place, reason }) => ({ fault: `${place}没有读：${reason}` }))];
}

function reasonOf(error: unknown): string {
  if (error instanceof AppError) return error.message.replace(/。$/, '');
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'EACCES' || code === 'EPERM') return '没有读取权限，请调整权限后重试';
  if (code === 'ENOENT') return '文件不存在';
  return `读取失败：${error instanceof Error ? error.message.split('\n')[0] : String(error)}`;
}

/** Documents are read in a thread with limits: one made to do harm ends with its thread. */
async function readDocument(file: string, options: ReadSourceOptions): Promise<Reading[]> {
  const pool = options.pool ?? new ReadingPool({ threads: 1 });
  try {
    const source = { path: Buffer.from(resolve(file)) };
    const { text: read, skipped } = await pool.work({ do: 'read', file: basename(file), source });
    if (!read?.text.trim()) return [{ fault: (skipped[0]?.reason ?? '文件中没有文字').replace(/。$/, '') }];
    const pages = read.pages.map((start, at) => read.text.slice(start, read.pages[at + 1]));
    const { kind = isDecisionText(read.text) ? 'case' : 'law', keepNames = false } = options;
    if (kind === 'law') return readNormText(basename(file), pages);
    return [kind === 'case' ? caseSourceOf(file, read.text, keepNames) : tableSourceOf(file, read.text)];
  } finally {
    if (!options.pool) await pool.close();
  }
}

function caseSourceOf(file: string, text: string, keepNames: boolean): Reading {
  const entry = caseOfText(text, keepNames);
  return {
    source: {
      kind: 'case',
      key: entry.id,
      origin: 'imported',
      title: entry.title,
      versionDate: null,
      digest: sha256(JSON.stringify(entry)),
      file: keepNames ? basename(file) : `${entry.title}${extname(file)}`,
    },
    entries: [entry],
  };
}

/** A benchmark that came as a running text: found as one entry. */
function tableSourceOf(file: string, text: string): Reading {
  const name = basename(file, extname(file));
  const entries = [{ id: `benchmark:${name}`, title: name, text: text.trim(), textIs: 'official' as const }];
  return {
    source: {
      kind: 'benchmark',
      key: `file:${basename(file)}`,
      origin: 'imported',
      title: name,
      versionDate: null,
      digest: sha256(JSON.stringify(entries)),
      file: basename(file),
    },
    entries,
  };
}
