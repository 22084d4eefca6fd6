import { randomUUID } from 'node:crypto';
import { getCase } from '../cases/get-case.ts';
import { requireHandler } from '../cases/save-case.ts';
import type { Actor } from '../cases/stored-case.ts';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { AppError } from '../errors.ts';
import { canonicalJson } from '../law/canonical-json.ts';
import { appendRecord } from '../records/append-record.ts';
import { draftBody } from './draft-body.ts';
import { getHearingRecord, type HearingRecord, type RecordBody } from './hearing-record.ts';
import { getTranscript, segmentsOf } from './kept-transcript.ts';
import { RECORD_FORMS } from './record-forms.ts';
import { getRecording } from './recording.ts';

/** Drafts a record from a transcript and its case as they stand. Refuses with `not-allowed` for anyone but a handler. */
export async function startRecord(
  db: Db,
  input: { transcriptId: string; seconds?: number | undefined; by: Actor },
): Promise<HearingRecord> {
  return transact(db, async (trx) => {
    const made = await drafted(trx, input);
    const id = randomUUID();
    await trx
      .insertInto('hearing_records')
      .values({
        id,
        recording_id: made.recording.id,
        transcript_id: made.transcript.id,
        version: 1,
        confirmation: null,
        made_by: input.by.id,
      })
      .execute();
    await keepVersion(trx, {
      id,
      version: 1,
      transcriptRevision: made.transcript.revision,
      body: made.body,
      note: '起草',
      by: input.by,
    });
    const { title } = made.form;
    await appendRecord(trx, {
      actor: input.by.id,
      actorRole: input.by.role,
      action: `起草${title}`,
      object: `case:${made.recording.caseId}`,
      detail: {
        name: input.by.name,
        record: id,
        transcript: made.transcript.id,
        recording: made.recording.id,
      },
    });
    return getHearingRecord(trx, id);
  });
}

/** Drafts anew what has not been confirmed; what was decided of a sentence stays. Refuses like `saveRecord`. */
export async function redraftRecord(
  db: Db,
  input: { id: string; expectedVersion: number; seconds?: number | undefined; by: Actor },
): Promise<HearingRecord> {
  return transact(db, async (trx) => {
    const record = await openRecord(trx, input);
    const made = await drafted(trx, {
      transcriptId: record.transcriptId,
      seconds: input.seconds,
      by: input.by,
      former: record.body,
    });
    return addVersion(trx, record, {
      body: made.body,
      transcriptRevision: made.transcript.revision,
      note: '按转写稿更新',
      by: input.by,
    });
  });
}

/**
 * Keeps what a person made of the draft as its next version. Refuses with `not-allowed` for anyone but a handler of the
 * case, `conflict` when somebody saved in between, `wrong-stage` once it is confirmed.
 */
export async function saveRecord(
  db: Db,
  input: { id: string; expectedVersion: number; body: RecordBody; by: Actor },
): Promise<HearingRecord> {
  return transact(db, async (trx) => {
    const record = await openRecord(trx, input);
    if (canonicalJson(record.body) === canonicalJson(input.body)) return record;
    const { body, by } = input;
    return addVersion(trx, record, {
      body,
      transcriptRevision: record.transcriptRevision,
      note: '修改',
      by,
    });
  });
}

/** The record, held until the transaction ends, for a handler who saw its latest version, while it can be changed. */
export async function openRecord(
  trx: Db,
  input: { id: string; expectedVersion: number; by: Actor },
): Promise<HearingRecord> {
  await trx.selectFrom('hearing_records').select('id').where('id', '=', input.id).forUpdate().execute();
  const record = await getHearingRecord(trx, input.id);
  const recording = await getRecording(trx, record.recordingId);
  requireHandler(await getCase(trx, recording.caseId), input.by);
  if (record.confirmed) {
    throw new AppError('wrong-stage', '笔录已经核对签名，不能再改；确有错误的，另行记录更正的经过。');
  }
  if (record.version !== input.expectedVersion) {
    throw new AppError(
      'conflict',
      `草稿已被改为第 ${record.version} 版，您看到的是第 ${input.expectedVersion} 版；这一步没有保存，请在新版上修改。`,
    );
  }
  return record;
}

async function drafted(
  trx: Db,
  input: { transcriptId: string; seconds?: number | undefined; by: Actor; former?: RecordBody },
) {
  const transcript = await getTranscript(trx, input.transcriptId);
  const recording = await getRecording(trx, transcript.recordingId);
  const stored = await getCase(trx, recording.caseId);
  requireHandler(stored, input.by);
  const segments = await segmentsOf(trx, transcript.id);
  if (segments.length === 0) {
    throw new AppError('wrong-stage', '转写稿没有文字，不能起草笔录；请先转写或者录入。');
  }
  const form = RECORD_FORMS[recording.kind];
  const body = draftBody({
    file: stored.file,
    form,
    recording,
    segments,
    seconds: transcript.seconds ?? input.seconds,
    heard: transcript.source === 'engine',
    former: input.former,
  });
  return { transcript, recording, form, body };
}

async function addVersion(
  trx: Db,
  record: HearingRecord,
  made: { body: RecordBody; transcriptRevision: number; note: string; by: Actor },
): Promise<HearingRecord> {
  const version = record.version + 1;
  await keepVersion(trx, { id: record.id, version, ...made });
  await trx.updateTable('hearing_records').set({ version }).where('id', '=', record.id).execute();
  return getHearingRecord(trx, record.id);
}

async function keepVersion(
  trx: Db,
  made: {
    id: string;
    version: number;
    transcriptRevision: number;
    body: RecordBody;
    note: string;
    by: Actor;
  },
): Promise<void> {
  await trx
    .insertInto('hearing_record_versions')
    .values({
      record_id: made.id,
      version: made.version,
      transcript_revision: made.transcriptRevision,
      body: JSON.stringify(made.body),
      note: made.note,
      by_user: made.by.id,
    })
    .execute();
}
