import type { Logger } from 'pino';
import { getCase } from './cases/get-case.ts';
import type { Config } from './config.ts';
import type { Profile } from './corpus/profile.ts';
import type { ReferenceBook } from './corpus/reference-book.ts';
import { embedEntries } from './corpus/search/embed-entries.ts';
import { warmDense } from './corpus/search/warm-dense.ts';
import { warmTerms } from './corpus/search/warm-terms.ts';
import type { SourceKind } from './corpus/source-draft.ts';
import type { SheetMap } from './corpus/sources/sheets/sheet-map.ts';
import type { Database } from './db/database.ts';
import { report } from './db/job-progress.ts';
import type { Queue } from './db/queue.ts';
import { reportSteps } from './db/report-steps.ts';
import { draftForCase } from './documents/draft-for-case.ts';
import { readIntoCase } from './dossiers/read-into-case.ts';
import type { DossierFile } from './dossiers/stored-reading.ts';
import { AppError } from './errors.ts';
import { transcribeHearing } from './hearings/transcribe-hearing.ts';
import { today } from './law/dates.ts';
import type { Embedder } from './models/embed.ts';
import type { Chat } from './models/open-chat.ts';
import { openSpeech, withoutSpeech } from './models/speech/open-speech.ts';
import { importFolder } from './review/screening/import-folder.ts';
import { runScreening } from './review/screening/run-screening.ts';
import { findPerson } from './staff/find-person.ts';
import type { Person } from './staff/person.ts';

/** What background work is given. */
export interface JobSetting {
  database: Database;
  book: ReferenceBook;
  profiles: Map<string, Profile>;
  config: Config;
  chat?: Chat;
  embedder?: Embedder;
  logger: Logger;
}

/** The data of each kind of job. `by` is the id of the person who asked for it: no job acts for nobody. */
export interface Jobs {
  'draft-document': { caseId: string; by: string };
  'screen-case': { caseId: string; by: string };
  /** Reads papers that were handed in: into a new case, or into one that has them added. */
  'read-dossier': { files: DossierFile[]; caseId?: string; by: string };
  /** Reads files that were handed in, lying in `folder`, into the library. */
  'import-library': {
    folder: string;
    kind?: SourceKind;
    replace?: boolean;
    keepNames?: boolean;
    map?: SheetMap;
    by: string;
  };
  /** Has the speech engine write down a recording of a case. */
  'transcribe-recording': { recordingId: string; by: string };
  /** Makes the vectors that entries of the library still lack; the old ones serve meanwhile. */
  'embed-library': Record<string, never>;
}

/** Everything that runs in the background, as one list. A job proposes; none can give an opinion or sign. */
export async function startJobs(queue: Queue, setting: JobSetting): Promise<void> {
  const { db } = setting.database;

  await queue.work<Jobs['draft-document']>('draft-document', async ({ id, data, signal }) => {
    const by = await personBehind(setting, data.by);
    await report(db, id, { message: setting.chat ? '请模型起草裁量理由……' : '起草……' });
    const { document, note } = await draftForCase(db, {
      caseId: data.caseId,
      by,
      book: setting.book,
      profile: await profileOf(setting, data.caseId),
      signal,
      ...(setting.chat ? { chat: setting.chat } : {}),
    });
    return { documentId: document.id, note: note ?? null };
  });

  await queue.work<Jobs['screen-case']>('screen-case', async ({ id, data, signal }) => {
    const steps = reportSteps(db, id);
    const screening = await runScreening(db, {
      caseId: data.caseId,
      by: await personBehind(setting, data.by),
      profile: await profileOf(setting, data.caseId),
      book: setting.book,
      today: today(),
      signal,
      ...(setting.chat ? { chat: setting.chat } : {}),
      onAsked: (done, total) => {
        steps.tell({ message: '请模型核对证据与答复……', done, total });
      },
    });
    await steps.told();
    return { screeningId: screening.id };
  });

  await queue.work<Jobs['read-dossier']>('read-dossier', async ({ id, data, signal }) => {
    const steps = reportSteps(db, id);
    const { stored, skipped } = await readIntoCase(db, {
      dataFolder: setting.config.dataFolder,
      files: data.files,
      ...(data.caseId === undefined ? {} : { caseId: data.caseId }),
      by: await personBehind(setting, data.by),
      jurisdiction: setting.config.jurisdiction,
      signal,
      ...(setting.chat ? { chat: setting.chat } : {}),
      onProgress: (done, total, name) => {
        steps.tell({ message: `已读 ${name}`, done, total });
      },
    });
    await steps.told();
    return { caseId: stored.id, view: 'reading', skipped };
  });

  await queue.work<Jobs['import-library']>('import-library', async ({ id, data, signal }) => {
    const by = await personBehind(setting, data.by);
    const steps = reportSteps(db, id);
    const made = await importFolder(db, {
      ...data,
      by,
      run: id,
      signal,
      onProgress: ({ done, total, articles, message }) => {
        steps.tell({ message: `${message}：已存入 ${articles} 条`, done, total });
      },
    });
    await steps.told();
    if (setting.embedder) await queue.send(db, 'embed-library', {});
    return made;
  });

  await queue.work<Jobs['transcribe-recording']>('transcribe-recording', async ({ id, data, signal }) => {
    const engine = await openSpeech(setting.config);
    if (!engine) throw withoutSpeech();
    const steps = reportSteps(db, id);
    const transcript = await transcribeHearing(db, {
      recordingId: data.recordingId,
      by: await personBehind(setting, data.by),
      dataFolder: setting.config.dataFolder,
      engine,
      signal,
      onProgress: (step) => steps.tell(step),
    });
    await steps.told();
    return { recordingId: data.recordingId, transcriptId: transcript.id };
  });

  await queue.work<Jobs['embed-library']>('embed-library', async ({ signal }) => {
    const { embedder } = setting;
    const made = embedder ? await embedEntries(db, embedder, { signal }) : 0;
    if (embedder) await warmDense(db, embedder);
    await warmTerms(db);
    setting.logger.info({ made }, 'vectors made');
    return { made };
  });
}

async function personBehind(setting: JobSetting, id: string): Promise<Person> {
  const person = await findPerson(setting.database.db, id);
  if (!person || person.disabled) throw new AppError('not-allowed', '提出这项任务的人已停用，任务不再执行。');
  return person;
}

async function profileOf(setting: JobSetting, caseId: string): Promise<Profile> {
  const { file } = await getCase(setting.database.db, caseId);
  const id = file.jurisdiction ?? setting.config.jurisdiction;
  const profile = setting.profiles.get(id);
  if (!profile) throw new AppError('not-found', `没有地区方案“${id}”，请改正案件的 jurisdiction。`);
  return profile;
}
