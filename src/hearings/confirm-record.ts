import { createHash } from 'node:crypto';
import { getCase } from '../cases/get-case.ts';
import type { Actor } from '../cases/stored-case.ts';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { AppError, type FieldFault } from '../errors.ts';
import { canonicalJson } from '../law/canonical-json.ts';
import { type Day, isDay, today } from '../law/dates.ts';
import { appendRecord } from '../records/append-record.ts';
import { type Confirmation, getHearingRecord, type HearingRecord } from './hearing-record.ts';
import { getTranscript, segmentsOf } from './kept-transcript.ts';
import { RECORD_FORMS } from './record-forms.ts';
import { recordLacks } from './record-lacks.ts';
import { getRecording } from './recording.ts';
import { openRecord } from './save-record.ts';
import { SPEAKER_ROLES } from './speaker-roles.ts';

/**
 * Makes a draft the record that those present checked and signed page by page, or refused to sign, as the presiding
 * officer noted; from then on it stays as it is. Refuses with `wrong-stage` while the record lacks something,
 * `invalid-input` where the confirmation does, and like `openRecord`.
 */
export async function confirmRecord(
  db: Db,
  input: { id: string; expectedVersion: number; confirmation: Confirmation; by: Actor; on?: Day },
): Promise<HearingRecord> {
  return transact(db, async (trx) => {
    const record = await openRecord(trx, input);
    const recording = await getRecording(trx, record.recordingId);
    const transcript = await getTranscript(trx, record.transcriptId);
    const form = RECORD_FORMS[recording.kind];
    const segments = await segmentsOf(trx, transcript.id);
    const lacks = recordLacks(record, form, { revision: transcript.revision, segments });
    if (lacks.length > 0) {
      throw new AppError(
        'wrong-stage',
        `草稿还有 ${lacks.length} 处没有完成，不能确认为${form.title}：${lacks[0]!.text}。`,
      );
    }
    const { confirmation, by } = input;
    const faults = faultsOf(record, confirmation, recording.ended?.slice(0, 10), input.on ?? today());
    if (faults.length > 0) {
      throw new AppError('invalid-input', '核对、签名的情况没有填全，请补全后再确认。', { faults });
    }
    const digest = createHash('sha256')
      .update(canonicalJson({ body: record.body, confirmation, audio: recording.sha256 }))
      .digest('hex');
    await trx
      .updateTable('hearing_records')
      .set({
        confirmation: JSON.stringify(confirmation),
        confirmed_at: new Date(),
        confirmed_by: by.id,
        digest,
      })
      .where('id', '=', record.id)
      .execute();
    const stored = await getCase(trx, recording.caseId);
    await appendRecord(trx, {
      actor: by.id,
      actorRole: by.role,
      action: `确认${form.title}`,
      object: `case:${stored.id}`,
      digest,
      detail: {
        name: by.name,
        record: record.id,
        version: record.version,
        pages: confirmation.pages,
        refused: confirmation.people.filter(({ outcome }) => outcome === 'refused').length,
        audio: recording.sha256,
      },
    });
    return getHearingRecord(trx, record.id);
  });
}

/** Everybody who was present either signed or refused, and a refusal is noted by the presiding officer (行政处罚法 64(7)). */
function faultsOf(
  { body }: HearingRecord,
  confirmation: Confirmation,
  ended: Day | undefined,
  on: Day,
): FieldFault[] {
  const faults: FieldFault[] = [];
  const { pages, people, signedOn, refusalNotedBy } = confirmation;
  if (!Number.isSafeInteger(pages) || pages < 1) faults.push({ path: 'pages', expected: '签名的页数' });
  if (!isDay(signedOn) || signedOn > on || (ended !== undefined && signedOn < ended)) {
    faults.push({ path: 'signedOn', expected: '签名日期，不早于录制之日，不晚于今天' });
  }
  const present = body.attendance.filter((one) => one.present);
  for (const [index, { role, name }] of present.entries()) {
    const told = people.find((one) => one.role === role && one.name === name);
    if (!told)
      faults.push({ path: `person-${index}`, expected: `${SPEAKER_ROLES[role]}${name}签名或者拒绝的情况` });
    else if (told.outcome === 'refused' && !told.reason?.trim()) {
      faults.push({ path: `reason-${index}`, expected: `${SPEAKER_ROLES[role]}${name}拒绝签名的情况` });
    }
  }
  const refused = people.filter(({ outcome }) => outcome === 'refused');
  if (refused.some(({ role }) => role === 'presiding' || role === 'clerk' || role === 'investigator')) {
    faults.push({ path: 'people', expected: '主持人、记录员、调查人员的签名' });
  }
  const leads = present.filter(({ role }) => role === 'presiding').map(({ name }) => name);
  if (refused.length > 0 && leads.length > 0 && !leads.includes(refusalNotedBy ?? '')) {
    faults.push({ path: 'refusalNotedBy', expected: '注明拒绝签名的听证主持人姓名' });
  }
  return faults;
}
