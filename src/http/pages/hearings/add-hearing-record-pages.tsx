import type { Hono } from 'hono';
import { penaltyFile } from '../../../cases/penalty-file.ts';
import { requireHandler } from '../../../cases/save-case.ts';
import { renderDocx } from '../../../documents/render-docx.ts';
import { saveDecided } from '../../../dossiers/save-decided.ts';
import { AppError } from '../../../errors.ts';
import { confirmRecord } from '../../../hearings/confirm-record.ts';
import { getHearingRecord, type HearingRecord } from '../../../hearings/hearing-record.ts';
import { getTranscript, segmentsOf } from '../../../hearings/kept-transcript.ts';
import { keptSeconds } from '../../../hearings/peaks.ts';
import { RECORD_FORMS } from '../../../hearings/record-forms.ts';
import { recordLacks } from '../../../hearings/record-lacks.ts';
import { recordText } from '../../../hearings/record-text.ts';
import { reportText } from '../../../hearings/report-text.ts';
import { redraftRecord, saveRecord, startRecord } from '../../../hearings/save-record.ts';
import { withHearingRecord } from '../../../hearings/with-hearing-record.ts';
import { listPeople } from '../../../staff/find-person.ts';
import { type AppContext, type AppEnv, type AppOptions, signedIn } from '../../app-options.ts';
import { problemOf } from '../../problem.ts';
import { readForm } from '../../read-form.ts';
import { readableRecording } from '../../readable-recording.ts';
import { sendFile } from '../../send-file.ts';
import { deskLink } from '../desk/desk-link.ts';
import { document } from '../page.tsx';
import { bodyOfForm, confirmationOfForm } from './record-form.ts';
import { RecordPage } from './record-page.tsx';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** At the foot of every page, to be signed there. */
const FOOT = '到场人员核对无误，签名：＿＿＿＿＿＿＿＿＿＿　主持人：＿＿＿＿＿　记录员：＿＿＿＿＿';

/** 笔录: drafted from a transcript, completed, confirmed, and its facts brought to the case. */
export function addHearingRecordPages(app: Hono<AppEnv>, options: AppOptions): void {
  const { db } = options.database;

  app.post('/transcripts/:id/record', async (c) => {
    const by = signedIn(c);
    const transcript = await getTranscript(db, c.req.param('id'));
    const { recording } = await readableRecording(db, transcript.recordingId, by);
    const seconds = await keptSeconds(options.config.dataFolder, recording);
    const record = await startRecord(db, { transcriptId: transcript.id, seconds, by });
    return c.redirect(`/hearing-records/${record.id}`, 303);
  });

  app.get('/hearing-records/:id', (c) => show(c));

  app.post('/hearing-records/:id', (c) =>
    change(c, async (record, fields) => {
      const { form } = await partsOf(c, record);
      const body = bodyOfForm(fields, record, form);
      await saveRecord(db, { id: record.id, expectedVersion: Number(fields.version), body, by: signedIn(c) });
    }),
  );

  app.post('/hearing-records/:id/redraft', (c) =>
    change(c, async (record, fields) => {
      const { recording } = await partsOf(c, record);
      const seconds = await keptSeconds(options.config.dataFolder, recording);
      const expectedVersion = Number(fields.version);
      await redraftRecord(db, { id: record.id, expectedVersion, seconds, by: signedIn(c) });
    }),
  );

  app.post('/hearing-records/:id/confirm', (c) =>
    change(c, async (record, fields) => {
      const confirmation = confirmationOfForm(fields, record);
      const expectedVersion = Number(fields.version);
      await confirmRecord(db, { id: record.id, expectedVersion, confirmation, by: signedIn(c) });
    }),
  );

  app.post('/hearing-records/:id/facts', async (c) => {
    const by = signedIn(c);
    const record = await getHearingRecord(db, c.req.param('id'));
    const { stored, recording, form } = await partsOf(c, record);
    requireHandler(stored, by);
    const file = withHearingRecord(penaltyFile(stored), { record, recording, form });
    const saved = await saveDecided(db, {
      id: stored.id,
      file,
      expectedRevision: stored.revision,
      by,
      note: `写入${form.title}的事实`,
    });
    return c.redirect(deskLink(saved.id, { view: 'facts' }, 'fact-hearing.record'), 303);
  });

  app.get('/hearing-records/:id/docx', async (c) => {
    const record = await getHearingRecord(db, c.req.param('id'));
    const { form } = await partsOf(c, record);
    const [title, ...rest] = recordText(record, form);
    const bytes = await renderDocx({
      title: title?.text ?? form.title,
      paragraphs: title ? [title, ...rest] : rest,
      foot: FOOT,
    });
    return sendFile(c, { bytes, type: DOCX, name: `${title?.text ?? form.title}.docx` });
  });

  app.get('/hearing-records/:id/report', async (c) => {
    const record = await getHearingRecord(db, c.req.param('id'));
    const { form, recording, stored } = await partsOf(c, record);
    if (recording.kind !== 'hearing') {
      throw new AppError('not-found', '只有听证才有听证报告。');
    }
    const paragraphs = reportText(record, form, stored.file);
    const bytes = await renderDocx({ title: '听证报告', paragraphs });
    return sendFile(c, { bytes, type: DOCX, name: '听证报告（草稿）.docx' });
  });

  /** What a record belongs to, for those who may look into the case. */
  async function partsOf(c: AppContext, record: HearingRecord) {
    const { recording, stored } = await readableRecording(db, record.recordingId, signedIn(c));
    return { recording, stored, form: RECORD_FORMS[recording.kind] };
  }

  async function change(
    c: AppContext,
    work: (record: HearingRecord, fields: Record<string, string>) => Promise<void>,
  ): Promise<Response> {
    const fields = await readForm(c);
    const record = await getHearingRecord(db, c.req.param('id') ?? '');
    try {
      await work(record, fields);
    } catch (error) {
      if (!(error instanceof AppError) || error.kind === 'not-allowed') throw error;
      return show(c, error, fields);
    }
    return c.redirect(`/hearing-records/${record.id}`, 303);
  }

  async function show(c: AppContext, error?: AppError, kept?: Record<string, string>): Promise<Response> {
    const person = signedIn(c);
    const stands = await getHearingRecord(db, c.req.param('id') ?? '');
    const { recording, stored, form } = await partsOf(c, stands);
    const { revision } = await getTranscript(db, stands.transcriptId);
    const segments = await segmentsOf(db, stands.transcriptId);
    // What was typed in a refused form is shown again.
    const typed = kept && Object.keys(kept).some((name) => name.startsWith('line-'));
    const record = typed ? { ...stands, body: bodyOfForm(kept, stands, form) } : stands;
    return c.html(
      document(
        <RecordPage
          {...{ person, stored, recording, record, form, error, kept }}
          lacks={recordLacks(record, form, { revision, segments })}
          people={new Map((await listPeople(db)).map((one) => [one.id, one.name]))}
        />,
      ),
      error ? problemOf(error).status : 200,
    );
  }
}
