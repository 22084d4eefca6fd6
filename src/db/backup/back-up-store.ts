import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Config } from '../../config.ts';
import { AppError } from '../../errors.ts';
import { openDatabase } from '../open-database.ts';
import { syncPath } from '../sync-folder.ts';
import type { Ledger, ReadLedger } from './fill-database.ts';
import { isRestoring } from './finish-restore.ts';
import { keptFiles } from './kept-files.ts';
import { FILES, type PartList, TABLES } from './part-list.ts';
import { ArchiveReader, FIRST, type OnProgress } from './read-archive.ts';
import { rowsOfDatabase } from './row-source.ts';
import { tellDiskFault } from './tell-disk-fault.ts';
import { ArchiveWriter } from './write-archive.ts';

/** What travelled, and whether both ends agree. */
export interface CarryReport {
  /** Rows of each table. */
  tables: Record<string, number>;
  ledgerRoot: string;
  equal: boolean;
  ledger: Ledger;
  /** What does not agree, in Chinese. */
  differences: string[];
}

interface BackupReport extends CarryReport {
  file: string;
  bytes: number;
  files: { count: number; bytes: number };
}

const PART_TEXT = 4 * 1024 * 1024;
const zip = promisify(gzip);

const README = `明裁的备份，格式 mingcai-backup/1。这是一个普通的 tar 文件，用 tar 可以列出和取出。
tables/表名/序号.jsonl.gz  表中的行，按主键排序；每行一个 JSON 数组，各列的值为 PostgreSQL 的文本写法或 null。
files/…                    数据文件夹中的文件：材料原件、录音录像等。
list.json                  目录：版本、结构变更、各表的列、行数和摘要、编号计数、全过程记录的末条摘要、各部分的位置和 SHA-256。
seal                       封签：它之前全部字节的 SHA-256，目录的位置、长度和 SHA-256。
其中有个人信息和口令的摘要，请与数据文件夹同样保管。用 mingcai restore 恢复。
`;

/**
 * Writes the whole store into one file: rows as one moment saw them, and the files beside the database. The file has its
 * name only once it is whole, on the disk and read back. Refuses with `conflict` where the file is there already.
 */
export async function backUpStore(
  config: Pick<Config, 'dataFolder' | 'databaseUrl'>,
  options: {
    file: string;
    replace?: boolean;
    program: string;
    readLedger: ReadLedger;
    onProgress?: OnProgress;
  },
): Promise<BackupReport> {
  const file = resolve(options.file);
  checkPlace(config, file, options.replace === true);
  const draft = `${file}.${randomUUID()}.partial`;
  const database = await openDatabase(config);
  try {
    return await tellDiskFault(file, async () => {
      const writer = await ArchiveWriter.create(draft);
      try {
        await writer.add(FIRST, Buffer.from(README));
        const rows = await database.db
          .transaction()
          .setIsolationLevel('repeatable read')
          .setAccessMode('read only')
          .execute((trx) => writeRows(writer, trx, options.readLedger, options.onProgress));
        const files = await writeFiles(writer, config.dataFolder, options.onProgress);
        const bytes = await writer.finish({
          format: 1,
          program: options.program,
          at: new Date().toISOString(),
          from: database.kind,
          ...rows.list,
        });
        await readBack(draft, options.onProgress);
        await rename(draft, file);
        await syncPath(dirname(file));
        const differences = [...rows.differences, ...files.differences];
        const tables = Object.fromEntries(
          Object.entries(rows.list.tables).map(([name, table]) => [name, table.rows]),
        );
        const { ledger } = rows.list;
        return {
          file,
          bytes,
          tables,
          ledgerRoot: ledger.root,
          equal: differences.length === 0,
          ledger,
          differences,
          files: { count: files.count, bytes: files.bytes },
        };
      } finally {
        await writer.close();
        await rm(draft, { force: true });
      }
    });
  } finally {
    await database.close();
  }
}

function checkPlace(
  config: Pick<Config, 'dataFolder' | 'databaseUrl'>,
  file: string,
  replace: boolean,
): void {
  const { dataFolder } = config;
  const inside = relative(resolve(dataFolder), file);
  if (inside !== '' && !inside.startsWith('..')) {
    throw new AppError('invalid-input', `备份不能放在数据文件夹 ${dataFolder} 里面，请换一个位置。`);
  }
  if (existsSync(file) && !replace) {
    throw new AppError('conflict', `${file} 已经存在；请换一个文件名，或者加 --replace 覆盖它。`);
  }
  if (!config.databaseUrl && !existsSync(join(dataFolder, 'db')) && !isRestoring(dataFolder)) {
    throw new AppError(
      'not-found',
      `数据文件夹 ${dataFolder} 里还没有数据库，没有可备份的；请核对 MINGCAI_DATA。`,
    );
  }
}

async function writeRows(
  writer: ArchiveWriter,
  trx: Parameters<typeof rowsOfDatabase>[0],
  readLedger: ReadLedger,
  onProgress?: OnProgress,
): Promise<{
  list: Pick<PartList, 'migrations' | 'tables' | 'sequences' | 'ledger'>;
  differences: string[];
}> {
  const source = await rowsOfDatabase(trx, readLedger);
  const total = Object.values(source.tables).reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  let pending = { table: '', rows: 0, texts: [] as string[], length: 0 };
  let part = 0;
  const flush = async () => {
    const { table, rows, texts } = pending;
    if (rows === 0) return;
    part += 1;
    const name = `${TABLES}${table}/${String(part).padStart(6, '0')}.jsonl.gz`;
    await writer.add(name, await zip(texts.join(''), { level: 3 }), { table, rows });
  };
  for await (const { table, rows, text } of source.rows) {
    if (table !== pending.table || pending.length + text.length > PART_TEXT) {
      await flush();
      if (table !== pending.table) part = 0;
      pending = { table, rows: 0, texts: [], length: 0 };
    }
    pending.rows += rows;
    pending.texts.push(text);
    pending.length += text.length;
    done += rows;
    onProgress?.(`备份 ${table}`, done, total);
  }
  await flush();
  onProgress?.('核对全过程记录');
  const { sums, sequences, ledger } = await source.end();
  const differences = Object.entries(source.tables).flatMap(([name, { rows }]) =>
    sums[name]!.rows === rows ? [] : [`表 ${name} 有 ${rows} 行，写出 ${sums[name]!.rows} 行`],
  );
  if (!ledger.ok) differences.push(`全过程记录第 ${ledger.at} 条与前后对不上，此前已被改动或损坏`);
  const tables = Object.fromEntries(
    Object.entries(source.tables).map(([name, { columns }]) => [name, { columns, ...sums[name]! }]),
  );
  return { list: { migrations: source.migrations, tables, sequences, ledger }, differences };
}

/** Files are added and hardly ever taken away: those that the rows name are there, and perhaps some more. */
async function writeFiles(
  writer: ArchiveWriter,
  dataFolder: string,
  onProgress?: OnProgress,
): Promise<{ count: number; bytes: number; differences: string[] }> {
  const files = existsSync(dataFolder) ? await keptFiles(dataFolder) : [];
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  const differences: string[] = [];
  let bytes = 0;
  let count = 0;
  for (const { path } of files) {
    const handle = await open(join(dataFolder, path)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
    if (!handle) continue;
    try {
      if (!(await writer.addFile(`${FILES}${path}`, handle))) {
        throw new AppError('conflict', `文件 ${path} 在备份的时候变短了；请重新备份。`);
      }
    } finally {
      await handle.close();
    }
    const { sha256, bytes: written } = writer.parts.at(-1)!;
    const named = path.slice(path.lastIndexOf('/') + 1);
    if (/^[0-9a-f]{64}$/.test(named) && named !== sha256)
      differences.push(`文件 ${path} 的内容与它名字中的摘要不符，此前已被改动或损坏`);
    bytes += written;
    count += 1;
    onProgress?.('备份文件', bytes, total);
  }
  return { count, bytes, differences };
}

async function readBack(draft: string, onProgress?: OnProgress): Promise<void> {
  const reader = await ArchiveReader.open(draft);
  try {
    await reader.verify(onProgress);
  } finally {
    await reader.close();
  }
}
