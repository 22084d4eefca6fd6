import { createCase } from '../cases/create-case.ts';
import { getCase } from '../cases/get-case.ts';
import { penaltyFile } from '../cases/penalty-file.ts';
import { requireHandler, saveCase } from '../cases/save-case.ts';
import type { Actor, StoredCase } from '../cases/stored-case.ts';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { AppError } from '../errors.ts';
import type { Chat } from '../models/open-chat.ts';
import { appendRecord } from '../records/append-record.ts';
import { decidedByPeople } from './decided-by-people.ts';
import { readFiles } from './files/read-files.ts';
import { givenOriginal } from './given-original.ts';
import { type ReadDossier, readPapers, readPapersWithModel } from './read-papers.ts';
import { type DossierFile, dossierFiles, keepReading, latestReading } from './stored-reading.ts';

export interface ReadIntoCase {
  dataFolder: string;
  /** Kept originals (see keepOriginal) to read; those of the case already are read with them. */
  files: readonly DossierFile[];
  /** Absent: a new case is made of what is read. */
  caseId?: string;
  by: Actor;
  /** The jurisdiction profile of a new case. */
  jurisdiction: string;
  /** Asked too, where one is configured. */
  chat?: Chat;
  signal?: AbortSignal;
  onProgress?: (done: number, total: number, name: string) => void;
}

/**
 * Reads papers into a case: a new one, or one whose papers they join. What people confirmed or changed stays. Refuses
 * with `invalid-input` where nothing can be read, `not-allowed` for anyone but the case's own handlers, and `conflict`
 * when somebody saved the case meanwhile.
 */
export async function readIntoCase(
  db: Db,
  { dataFolder, caseId, by, jurisdiction, ...input }: ReadIntoCase,
): Promise<{ stored: StoredCase; read: ReadDossier; skipped: number }> {
  const before = caseId === undefined ? undefined : await getCase(db, caseId);
  if (before) requireHandler(before, by);
  const held = before ? await dossierFiles(db, before.id) : [];
  const added = input.files.filter(
    (file) => !held.some(({ name, sha256 }) => name === file.name && sha256 === file.sha256),
  );
  const files = [...held, ...added];
  const { files: texts, skipped } = await readFiles(
    await Promise.all(files.map((file) => givenOriginal(dataFolder, file))),
    {
      onProgress: ({ done, total, file }) => input.onProgress?.(done, total, file),
    },
  );
  input.signal?.throwIfAborted();
  if (texts.length === 0) {
    throw new AppError(
      'invalid-input',
      `没有一份材料读得出来：${
        skipped
          .map(({ reason }) => reason)
          .slice(0, 3)
          .join('；') || '没有文件'
      }。`,
    );
  }
  const last = before && (await latestReading(db, before.id));
  const decided = before && last ? decidedByPeople(penaltyFile(before), last) : [];
  const earlier = last && { papers: last.papers, decided };
  const read = input.chat
    ? await readPapersWithModel(texts, input.chat, {
        ...(earlier ? { earlier } : {}),
        ...(input.signal ? { signal: input.signal } : {}),
        onAsked: (done, total) => input.onProgress?.(done, total, '请模型阅读'),
      })
    : readPapers(texts, earlier);
  const stored = await transact(db, async (trx) => {
    const saved = before
      ? await saveCase(trx, {
          id: before.id,
          file: {
            ...read.case,
            id: before.id,
            ...(before.file.jurisdiction ? { jurisdiction: before.file.jurisdiction } : {}),
          },
          expectedRevision: before.revision,
          by,
          note: `阅卷：加入 ${added.length} 个文件`,
        })
      : await createCase(trx, {
          file: { ...read.case, id: await freeId(trx, read.case.id), jurisdiction },
          by,
          note: `阅卷：由 ${files.length} 个文件建立`,
        });
    if (added.length > 0) {
      await trx
        .insertInto('dossier_files')
        .values(added.map((file) => ({ ...file, case_id: saved.id, added_by: by.id })))
        .onConflict((conflict) =>
          conflict.columns(['case_id', 'name']).doUpdateSet((excluded) => ({
            sha256: excluded.ref('excluded.sha256'),
            bytes: excluded.ref('excluded.bytes'),
          })),
        )
        .execute();
    }
    await keepReading(trx, {
      caseId: saved.id,
      caseRevision: saved.revision,
      by: by.id,
      read,
      decided,
      skipped,
    });
    await appendRecord(trx, {
      actor: by.id,
      actorRole: by.role,
      action: '阅卷',
      object: `case:${saved.id}`,
      detail: {
        name: by.name,
        revision: saved.revision,
        files: added.map(({ name, sha256 }) => ({ name, sha256 })),
        skipped: skipped.map(({ file }) => file),
        facts: read.facts.length,
        conflicts: read.conflicts.length,
      },
    });
    return saved;
  });
  return { stored, read, skipped: skipped.length };
}

/** Two dossiers may carry one number: the second case takes the next free id. */
async function freeId(trx: Db, wanted: string): Promise<string> {
  const rows = await trx.selectFrom('cases').select('id').where('id', 'like', `${wanted}%`).execute();
  const taken = new Set(rows.map(({ id }) => id));
  let id = wanted;
  for (let at = 2; taken.has(id); at += 1) id = `${wanted}-${at}`;
  return id;
}
