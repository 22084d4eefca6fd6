import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Db } from '../db/database.ts';
import { AppError } from '../errors.ts';
import { ReadingPool } from '../files/reading-pool.ts';
import { importSource } from './import-source.ts';
import { endRun, startRun } from './imports/keep-run.ts';
import { mergeSegments } from './merge-segments.ts';
import type { SourceKind } from './source-draft.ts';
import type { SheetMap } from './sources/sheets/sheet-map.ts';
import { sweepLoading } from './store-source.ts';
import type { Dependent } from './versions/dependent.ts';
import { findChanges, type LawChange } from './versions/find-changes.ts';

export interface ImportProgress {
  /** Files finished and found. */
  done: number;
  total: number;
  /** Entries stored so far in this run. */
  articles: number;
  message: string;
}

export interface ImportOptions {
  kind?: SourceKind;
  /** Put new content in place of different content of the same version or file. */
  replace?: boolean;
  /** Personal data of past cases is kept as it stands; else it is masked. */
  keepNames?: boolean;
  /** Which column of a spreadsheet holds what. */
  map?: SheetMap;
  /** The id of the run, where the caller needs it or work that broke off goes on; else a new one. */
  run?: string;
  /** Who imports: the id of a person; absent for a command on the machine itself. */
  by?: string;
  /** What rests on articles of law, asked for only when a new version changes some. */
  dependents?: () => Promise<Dependent[]>;
  onProgress?: (progress: ImportProgress) => void;
  signal?: AbortSignal;
}

/**
 * What an import did. `articles` and `versions` count what the files hold, stored now or before;
 * `added` counts the articles stored in this run. `skipped` names each file or line passed over, and why.
 */
export interface ImportReport {
  sources: number;
  articles: number;
  versions: number;
  added: number;
  unchanged: number;
  skipped: { file: string; reason: string }[];
  /** What was read, and what of it people should know; absent from older reports and where there is nothing. */
  notices?: { file: string; reason: string }[];
  /** What changed from version to version, and what rests on the changed articles. */
  changes: LawChange[];
  seconds: number;
}

/** A report before anything was read. */
export function emptyReport(): ImportReport {
  return {
    sources: 0,
    articles: 0,
    versions: 0,
    added: 0,
    unchanged: 0,
    skipped: [],
    changes: [],
    seconds: 0,
  };
}

/**
 * Reads files and folders (with their subfolders) into the library. What cannot be read is skipped with its reason;
 * the rest is imported. Repeating it changes nothing. A run that was aborted or killed is completed by running it again.
 * @throws AppError invalid-input when no path is given, not-found when a given path does not exist; the signal's reason.
 */
export async function importPaths(
  db: Db,
  paths: string[],
  options: ImportOptions = {},
): Promise<ImportReport> {
  if (paths.length === 0)
    throw new AppError('invalid-input', '没有给出要导入的文件或文件夹，请至少给出一个。');
  const started = performance.now();
  const report = emptyReport();
  const files: string[] = [];
  for (const path of paths) await findFiles(path, files, report, true);
  await sweepLoading(db);
  const pool = new ReadingPool();
  const run = await startRun(db, options.by, options.run);
  try {
    for (const [index, file] of files.entries()) {
      options.signal?.throwIfAborted();
      const tell = () =>
        options.onProgress?.({
          done: index,
          total: files.length,
          articles: report.added,
          message: basename(file),
        });
      tell();
      await importSource(db, file, report, { ...options, run, tell, pool });
    }
    report.changes = await findChanges(db, run, options.dependents ?? (async () => []));
  } finally {
    await pool.close();
    if (report.added > 0) await mergeSegments(db, { settle: true });
    report.seconds = Math.round((performance.now() - started) / 10) / 100;
    await endRun(db, run, report);
  }
  options.onProgress?.({ done: files.length, total: files.length, articles: report.added, message: '完成' });
  return report;
}

/** Collects the files under a path in the order of their names; hidden ones are left out. */
async function findFiles(path: string, files: string[], report: ImportReport, given: boolean): Promise<void> {
  try {
    const info = await stat(path);
    if (info.isFile()) {
      files.push(path);
      return;
    }
    if (!info.isDirectory()) {
      report.skipped.push({ file: path, reason: '既不是文件也不是文件夹' });
      return;
    }
    const inside = (await readdir(path, { withFileTypes: true }))
      .filter((entry) => !entry.name.startsWith('.'))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of inside) {
      const found = join(path, entry.name);
      // A link could lead round in a circle, or out of the folder that was meant.
      if (entry.isSymbolicLink())
        report.skipped.push({ file: found, reason: '是链接，没有跟随；请给出它所指的路径' });
      else await findFiles(found, files, report, false);
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' && given) throw new AppError('not-found', `找不到“${path}”，请检查路径。`);
    const reason =
      code === 'EACCES' || code === 'EPERM' ? '没有读取权限，请调整权限后重试' : `读取失败：${code ?? error}`;
    report.skipped.push({ file: path, reason });
  }
}
