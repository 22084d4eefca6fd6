import { createCase } from '../cases/create-case.ts';
import { getCase } from '../cases/get-case.ts';
import { penaltyFile } from '../cases/penalty-file.ts';
import { requireHandler, saveCase } from '../cases/save-case.ts';
import type { Actor, StoredCase } from '../cases/stored-case.ts';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { AppError } from '../errors.ts';
import type { SkippedFile } from '../files/file-text.ts';
import { readFiles } from '../files/read-files.ts';
import type { Chat } from '../models/open-chat.ts';
import { appendRecord } from '../records/append-record.ts';
import { decidedByPeople } from './decided-by-people.ts';
import { FactsThread } from './facts-thread.ts';
import { givenOriginal } from './given-original.ts';
import { assembleReading, type ReadDossier, type StatedFacts, stateFacts } from './read-papers.ts';
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
  input: ReadIntoCase,
): Promise<{ stored: StoredCase; read: ReadDossier; skipped: number }> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await readOnce(db, input);
    } catch (error) {
      if (!(error instanceof OtherFilesCame) || attempt === ATTEMPTS) throw error;
    }
  }
}

/** Another reading added files meanwhile: the case must be made of theirs too, so all are read anew. */
class OtherFilesCame extends AppError {
  constructor() {
    super('conflict', '阅卷期间一再有别的材料加入本案，这次没有读完；请稍后重新交入。');
  }
}

async function readOnce(
  db: Db,
  { dataFolder, caseId, by, jurisdiction, ...input }: ReadIntoCase,
): Promise<{ stored: StoredCase; read: ReadDossier; skipped: number }> {
  const before = caseId === undefined ? undefined : await getCase(db, caseId);
  if (before) requireHandler(before, by);
  const held = before ? await dossierFiles(db, before.id) : [];
  const added = newFiles(input.files, held);
  const files = [...held, ...added];
  const thread = new FactsThread();
  const { stated, skipped } = await (async () => {
    try {
      const given = await Promise.all(files.map((file) => givenOriginal(dataFolder, file)));
      const read = await readFiles(given, {
        onProgress: ({ done, total, file }) => input.onProgress?.(done, total, file),
      });
      input.signal?.throwIfAborted();
      requireText(read);
      const last = before && (await latestReading(db, before.id));
      const stated = await stateFacts(thread, read.files, {
        ...(last ? { known: last.papers } : {}),
        ...(input.chat ? { chat: input.chat } : {}),
        ...(input.signal ? { signal: input.signal } : {}),
        onAsked: (done, total) => input.onProgress?.(done, total, '请模型阅读'),
      });
      return { stated, skipped: [...read.skipped, ...stated.skipped] };
    } finally {
      await thread.close();
    }
  })();
  const setting: Keeping = { held, added, stated, skipped, by, jurisdiction };
  for (let attempt = 1; ; attempt += 1) {
    try {
      const kept = await keep(db, before?.id, setting);
      return { ...kept, skipped: skipped.length };
    } catch (error) {
      // Somebody confirmed a fact meanwhile: what was read is put together anew around it.
      const isSaved = error instanceof AppError && error.kind === 'conflict';
      if (!isSaved || error instanceof OtherFilesCame || attempt === ATTEMPTS) throw error;
    }
  }
}

/** So often a reading gives way to people who go on working on the case. */
const ATTEMPTS = 5;

interface Keeping {
  /** The files that the case had when the reading began. */
  held: DossierFile[];
  added: DossierFile[];
  stated: StatedFacts;
  skipped: SkippedFile[];
  by: Actor;
  jurisdiction: string;
}

/** Puts the case together as it stands now, and keeps it with its files and the reading. */
async function keep(
  db: Db,
  caseId: string | undefined,
  { held, added, stated, skipped, by, jurisdiction }: Keeping,
): Promise<{ stored: StoredCase; read: ReadDossier }> {
  const before = caseId === undefined ? undefined : await getCase(db, caseId);
  const last = before && (await latestReading(db, before.id));
  const decided = before && last ? decidedByPeople(penaltyFile(before), last) : [];
  const read = assembleReading(stated, decided);
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
          note: `阅卷：由 ${added.length} 个文件建立`,
        });
    if (before && (await dossierFiles(trx, saved.id)).length !== held.length) throw new OtherFilesCame();
    if (added.length > 0) {
      await trx
        .insertInto('dossier_files')
        .values(added.map((file) => ({ ...file, case_id: saved.id, added_by: by.id })))
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
  return { stored, read };
}

/**
 * What was handed in and is not held yet. A file that has the name of another one is kept beside it under a name of its
 * own: no original ever takes the place of another.
 */
function newFiles(given: readonly DossierFile[], held: readonly DossierFile[]): DossierFile[] {
  const all = [...held];
  for (const file of given) {
    if (all.some(({ name, sha256 }) => sha256 === file.sha256 && plainName(name) === plainName(file.name)))
      continue;
    const taken = new Set(all.map(({ name }) => name));
    let name = file.name;
    for (let at = 2; taken.has(name); at += 1) name = file.name.replace(/(\.[^./]*)?$/, `（${at}）$1`);
    all.push({ ...file, name });
  }
  return all.slice(held.length);
}

/** The name before it was told apart from another of the same name. */
const plainName = (name: string) => name.replace(/（\d+）(?=\.[^./]*$|$)/, '');

/** So many files that could not be read are told by name. */
const NAMED = 10;

function requireText({
  files,
  skipped,
}: {
  files: readonly unknown[];
  skipped: readonly SkippedFile[];
}): void {
  if (files.length > 0) return;
  const reasons = skipped.slice(0, NAMED).map(({ file, reason }) => `${file}：${reason}`);
  const more = skipped.length > NAMED ? [`还有 ${skipped.length - NAMED} 个文件也没有读出。`] : [];
  throw new AppError('invalid-input', ['没有一份材料读得出来。', ...reasons, ...more].join('\n'));
}

/** Two dossiers may carry one number: the second case takes the next free id. */
async function freeId(trx: Db, wanted: string): Promise<string> {
  const rows = await trx.selectFrom('cases').select('id').where('id', 'like', `${wanted}%`).execute();
  const taken = new Set(rows.map(({ id }) => id));
  let id = wanted;
  for (let at = 2; taken.has(id); at += 1) id = `${wanted}-${at}`;
  return id;
}
