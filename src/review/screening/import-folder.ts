import { rm } from 'node:fs/promises';
import { type ImportOptions, importPaths } from '../../corpus/import-paths.ts';
import { loadReferenceBook } from '../../corpus/load-reference-book.ts';
import { withImportedTexts } from '../../corpus/with-imported-texts.ts';
import type { Db } from '../../db/database.ts';
import { transact } from '../../db/transact.ts';
import { appendRecord } from '../../records/append-record.ts';
import type { Person } from '../../staff/person.ts';
import { restingOnLaw } from '../rules/resting-on-law.ts';

/**
 * Imports the files that an administrator handed in and takes the folder away; what rests on changed articles is found with
 * it. Called off, or killed, the folder stays for the job to go on with under the same run.
 */
export async function importFolder(
  db: Db,
  input: { folder: string; by: Person; run: string } & Pick<
    ImportOptions,
    'kind' | 'replace' | 'keepNames' | 'map' | 'signal' | 'onProgress'
  >,
): Promise<{ importRun: string }> {
  const { folder, by, run, kind, replace, keepNames, map, signal, onProgress } = input;
  const report = await importPaths(db, [folder], {
    run,
    by: by.id,
    ...(kind ? { kind } : {}),
    ...(replace ? { replace } : {}),
    ...(keepNames ? { keepNames } : {}),
    ...(map ? { map } : {}),
    ...(signal ? { signal } : {}),
    ...(onProgress ? { onProgress } : {}),
    dependents: async () => restingOnLaw(db, await withImportedTexts(db, loadReferenceBook())),
  });
  await transact(db, (trx) =>
    appendRecord(trx, {
      actor: by.id,
      actorRole: by.role,
      action: '导入法规库',
      object: `import:${run}`,
      detail: {
        articles: report.articles,
        added: report.added,
        skipped: report.skipped.length,
        changed: report.changes.length,
        ...(keepNames ? { personalDataKept: true } : {}),
      },
    }),
  );
  await rm(folder, { recursive: true, force: true });
  return { importRun: run };
}
