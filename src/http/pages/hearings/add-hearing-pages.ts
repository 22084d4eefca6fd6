import type { Hono } from 'hono';
import { getCase } from '../../../cases/get-case.ts';
import { listRecordings } from '../../../hearings/recording.ts';
import { dropUpload, listUploads } from '../../../hearings/upload.ts';
import { listPeople } from '../../../staff/find-person.ts';
import { type AppEnv, type AppOptions, signedIn } from '../../app-options.ts';
import { requireReader } from '../../may-read-case.ts';
import { readableRecording } from '../../readable-recording.ts';
import { sendRecording } from '../../send-recording.ts';
import { profileOf } from '../desk/desk-data.ts';
import { document } from '../page.tsx';
import { RecordingsPage } from './recordings-page.tsx';

/** Recordings of a case and what is made of them. */
export function addHearingPages(app: Hono<AppEnv>, options: AppOptions): void {
  const { db } = options.database;
  const { dataFolder } = options.config;

  app.get('/cases/:id/recordings', async (c) => {
    const person = signedIn(c);
    const stored = await getCase(db, c.req.param('id'));
    requireReader(person, stored);
    return c.html(
      document(
        RecordingsPage({
          person,
          stored,
          profile: profileOf(options, stored.file.jurisdiction),
          recordings: await listRecordings(db, stored.id),
          uploads: await listUploads(db, stored.id),
          people: new Map((await listPeople(db)).map((one) => [one.id, one.name])),
        }),
      ),
    );
  });

  app.post('/recording-uploads/:id/drop', async (c) => {
    const upload = await dropUpload(db, { dataFolder, id: c.req.param('id'), by: signedIn(c) });
    return c.redirect(`/cases/${encodeURIComponent(upload.caseId)}/recordings`, 303);
  });

  app.get('/recordings/:id', async (c) => {
    const { recording } = await readableRecording(db, c.req.param('id'), signedIn(c));
    return c.redirect(`/cases/${encodeURIComponent(recording.caseId)}/recordings`, 303);
  });

  app.get('/recordings/:id/media', async (c) => {
    const { recording } = await readableRecording(db, c.req.param('id'), signedIn(c));
    return sendRecording(c, { recording, dataFolder, save: c.req.query('save') !== undefined });
  });
}
