import type { Db } from '../db/database.ts';
import type { ReadingPool } from '../files/reading-pool.ts';
import type { ImportOptions, ImportReport } from './import-paths.ts';
import { loadReferenceBook } from './load-reference-book.ts';
import { mergeSegments } from './merge-segments.ts';
import { readSource } from './read-source.ts';
import type { Reading } from './source-draft.ts';
import { storeSource } from './store-source.ts';
import { savedMaps } from './violations/own-lists.ts';
import { readOwnList } from './violations/read-own-list.ts';
import { withImportedTexts } from './with-imported-texts.ts';

/** Titles named one by one in a reason. */
const NAMED = 3;

/** Imports one file into the library and adds what happened to the report. */
export async function importSource(
  db: Db,
  file: string,
  report: ImportReport,
  options: ImportOptions & { run?: string; tell?: () => void; pool?: ReadingPool } = {},
): Promise<void> {
  const differing: string[] = [];
  let found = false;
  for await (const reading of await readings(db, file, options)) {
    options.signal?.throwIfAborted();
    if ('fault' in reading) {
      if (reading.stored) report.notices = [...(report.notices ?? []), { file, reason: reading.fault }];
      else report.skipped.push({ file, reason: reading.fault });
      continue;
    }
    const { source, entries } = reading;
    const before = report.added;
    const result = await storeSource(db, source, entries, {
      ...(options.replace ? { replace: true } : {}),
      ...(options.run ? { run: options.run } : {}),
      ...(options.signal ? { signal: options.signal } : {}),
      onChunk: (stored) => {
        report.added = before + stored;
        options.tell?.();
      },
    });
    if (result.state === 'differs') {
      differing.push(source.title);
      continue;
    }
    found = true;
    if (source.key.startsWith('law:')) report.versions++;
    report.articles += result.articles;
    if (result.state === 'stored') await mergeSegments(db);
    else report.unchanged++;
  }
  if (found) report.sources++;
  if (differing.length) {
    const names = differing.slice(0, NAMED).map((title) => `《${title}》`);
    report.skipped.push({
      file,
      reason:
        `${names.join('')}${differing.length > NAMED ? `等 ${differing.length} 部` : ''}` +
        '在资料库中已有内容不同的同一版本，未改动；要换成本文件的内容，请加 --replace',
    });
  }
}

/** An agency's own list is read against the library: its articles must exist there. */
async function readings(
  db: Db,
  file: string,
  { kind, ...options }: ImportOptions & { pool?: ReadingPool },
): Promise<AsyncIterable<Reading>> {
  if (kind !== 'items') return readSource(file, { ...options, kind });
  const book = await withImportedTexts(db, loadReferenceBook());
  return readOwnList(file, { book, map: options.map, saved: await savedMaps(db) });
}
