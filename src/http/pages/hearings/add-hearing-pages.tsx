import type { Hono } from 'hono';
import { getCase } from '../../../cases/get-case.ts';
import { transcriptDocx } from '../../../documents/transcript-docx.ts';
import { AppError } from '../../../errors.ts';
import { asTranscript } from '../../../hearings/as-transcript.ts';
import { listHearingRecords } from '../../../hearings/hearing-record.ts';
import { importTranscript } from '../../../hearings/import-transcript.ts';
import { getTranscript, listTranscripts, segmentsOf } from '../../../hearings/kept-transcript.ts';
import { listChanges } from '../../../hearings/list-changes.ts';
import { PEAKS_PER_SECOND, peaksOf } from '../../../hearings/peaks.ts';
import { listRecordings } from '../../../hearings/recording.ts';
import { dropUpload, listUploads } from '../../../hearings/upload.ts';
import { type TranscriptFormat, writeTranscript } from '../../../models/speech/write-transcript.ts';
import { listPeople } from '../../../staff/find-person.ts';
import { type AppContext, type AppEnv, type AppOptions, signedIn } from '../../app-options.ts';
import { requireReader } from '../../may-read-case.ts';
import { problemOf } from '../../problem.ts';
import { readForm } from '../../read-form.ts';
import { readableRecording } from '../../readable-recording.ts';
import { sendFile } from '../../send-file.ts';
import { sendRecording } from '../../send-recording.ts';
import { runningTranscription, startTranscription } from '../../start-transcription.ts';
import { profileOf } from '../desk/desk-data.ts';
import { document } from '../page.tsx';
import { ChangesPage } from './changes-page.tsx';
import { RecordingPage } from './recording-page.tsx';
import { RecordingsPage } from './recordings-page.tsx';

const CHANGES_BESIDE = 20;
const CHANGES_ON_PAGE = 100;
const TEXT_TYPES: Record<TranscriptFormat, string> = {
  txt: 'text/plain; charset=utf-8',
  srt: 'application/x-subrip; charset=utf-8',
  vtt: 'text/vtt; charset=utf-8',
  json: 'application/json; charset=utf-8',
};
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Recordings of a case and what is made of them. */
export function addHearingPages(app: Hono<AppEnv>, options: AppOptions): void {
  const { db } = options.database;
  const { dataFolder } = options.config;
  const names = async () => new Map((await listPeople(db)).map((one) => [one.id, one.name]));

  app.get('/cases/:id/recordings', async (c) => {
    const person = signedIn(c);
    const stored = await getCase(db, c.req.param('id'));
    requireReader(person, stored);
    return c.html(
      document(
        <RecordingsPage
          {...{ person, stored }}
          profile={profileOf(options, stored.file.jurisdiction)}
          recordings={await listRecordings(db, stored.id)}
          uploads={await listUploads(db, stored.id)}
          people={await names()}
        />,
      ),
    );
  });

  app.post('/recording-uploads/:id/drop', async (c) => {
    const upload = await dropUpload(db, { dataFolder, id: c.req.param('id'), by: signedIn(c) });
    return c.redirect(`/cases/${encodeURIComponent(upload.caseId)}/recordings`, 303);
  });

  app.get('/recordings/:id', (c) => show(c));

  app.get('/recordings/:id/media', async (c) => {
    const { recording } = await readableRecording(db, c.req.param('id'), signedIn(c));
    return sendRecording(c, { recording, dataFolder, save: c.req.query('save') !== undefined });
  });

  app.get('/recordings/:id/peaks', async (c) => {
    const { recording } = await readableRecording(db, c.req.param('id'), signedIn(c));
    const peaks = await peaksOf(dataFolder, recording);
    return c.body(new Uint8Array(peaks), 200, {
      'Content-Type': 'application/octet-stream',
      'X-Peaks-Per-Second': String(PEAKS_PER_SECOND),
    });
  });

  app.post('/recordings/:id/transcription', async (c) => {
    const id = c.req.param('id');
    try {
      await startTranscription(options, id, signedIn(c));
    } catch (error) {
      return show(c, refusalOf(error));
    }
    return c.redirect(`/recordings/${id}`, 303);
  });

  app.post('/recordings/:id/transcripts', async (c) => {
    const recordingId = c.req.param('id');
    const by = signedIn(c);
    const body = await c.req.parseBody();
    const form = await readForm(c);
    const file = body.upload instanceof File && body.upload.size > 0 ? body.upload.name : undefined;
    const text = (file && form.upload) || form.text || '';
    try {
      const made = await importTranscript(db, { recordingId, text, file, by });
      return c.redirect(`/recordings/${recordingId}?transcript=${made.id}`, 303);
    } catch (error) {
      return show(c, refusalOf(error), form.text);
    }
  });

  app.get('/transcripts/:id/changes', async (c) => {
    const person = signedIn(c);
    const transcript = await getTranscript(db, c.req.param('id'));
    const { recording } = await readableRecording(db, transcript.recordingId, person);
    const below = Number(c.req.query('below')) || undefined;
    const changes = await listChanges(db, transcript.id, { limit: CHANGES_ON_PAGE, below });
    return c.html(
      document(<ChangesPage {...{ person, recording, transcript, changes }} people={await names()} />),
    );
  });

  app.get('/transcripts/:id/:format{txt|srt|vtt|json|docx}', async (c) => {
    const kept = await getTranscript(db, c.req.param('id'));
    const { recording } = await readableRecording(db, kept.recordingId, signedIn(c));
    const transcript = asTranscript(kept, await segmentsOf(db, kept.id), recording);
    const format = c.req.param('format') as TranscriptFormat | 'docx';
    const name = `${recording.name.replace(/\.[^.]+$/, '')}-转写稿.${format}`;
    if (format === 'docx') return sendFile(c, { bytes: await transcriptDocx(transcript), type: DOCX, name });
    const bytes = new TextEncoder().encode(writeTranscript(transcript, format));
    return sendFile(c, { bytes, type: TEXT_TYPES[format], name });
  });

  async function show(c: AppContext, error?: AppError, kept?: string): Promise<Response> {
    const person = signedIn(c);
    const { recording, stored } = await readableRecording(db, c.req.param('id') ?? '', person);
    const transcripts = await listTranscripts(db, recording.id);
    const asked = c.req.query('transcript');
    const transcript = asked === undefined ? transcripts[0] : transcripts.find(({ id }) => id === asked);
    if (asked !== undefined && !transcript) {
      throw new AppError('not-found', '这段录音录像没有这份转写稿，请从列表中选择。');
    }
    return c.html(
      document(
        <RecordingPage
          {...{ person, stored, recording, transcripts, transcript, error, kept }}
          profile={profileOf(options, stored.file.jurisdiction)}
          segments={transcript ? await segmentsOf(db, transcript.id) : []}
          changes={transcript ? await listChanges(db, transcript.id, { limit: CHANGES_BESIDE }) : []}
          people={await names()}
          records={await listHearingRecords(db, recording.id)}
          engine={options.config.whisper !== undefined || options.config.speech !== undefined}
          job={await runningTranscription(options, recording.id)}
        />,
      ),
      error ? problemOf(error).status : 200,
    );
  }
}

/** A refusal that is told on the page; anything else, and what the person may not do at all, goes on. */
function refusalOf(error: unknown): AppError {
  if (error instanceof AppError && error.kind !== 'not-allowed' && error.kind !== 'not-found') return error;
  throw error;
}
