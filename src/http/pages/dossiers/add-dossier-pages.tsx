import type { Hono } from 'hono';
import { getCase } from '../../../cases/get-case.ts';
import { requireHandler } from '../../../cases/save-case.ts';
import { AppError } from '../../../errors.ts';
import { type AppContext, type AppEnv, type AppOptions, signedIn } from '../../app-options.ts';
import { requireReader } from '../../may-read-case.ts';
import { problemOf } from '../../problem.ts';
import { readUploadsForm } from '../../read-uploads-form.ts';
import { startReading } from '../../start-reading.ts';
import { document } from '../page.tsx';
import { addReadingPages } from './add-reading-pages.ts';
import { NewDossierPage } from './new-dossier-page.tsx';
import { sendOriginal } from './send-original.ts';

/** Papers handed in, their originals, and what is decided of the facts that were read in them. */
export function addDossierPages(app: Hono<AppEnv>, options: AppOptions): void {
  const { db } = options.database;

  app.get('/dossiers/new', (c) => c.html(document(<NewDossierPage person={signedIn(c)} />)));
  app.post('/dossiers', (c) => take(c));

  app.get('/cases/:id/dossier', async (c) => {
    const person = signedIn(c);
    const stored = await getCase(db, c.req.param('id'));
    requireReader(person, stored);
    requireHandler(stored, person);
    return c.html(document(<NewDossierPage person={person} stored={stored} />));
  });
  app.post('/cases/:id/dossier', (c) => take(c, c.req.param('id')));

  app.get('/cases/:id/originals/:sha256', (c) => sendOriginal(c, options));
  addReadingPages(app, options);

  async function take(c: AppContext, caseId?: string): Promise<Response> {
    const by = signedIn(c);
    const stored = caseId === undefined ? undefined : await getCase(db, caseId);
    // Before the body is read: it may be large.
    if (stored) requireHandler(stored, by);
    try {
      const uploads = by.role === 'handler' ? await readUploadsForm(c) : [];
      const job = await startReading(options, { uploads, by, ...(caseId === undefined ? {} : { caseId }) });
      return c.redirect(`/jobs/${job}`, 303);
    } catch (error) {
      if (!(error instanceof AppError) || c.req.header('accept') === 'application/json') throw error;
      return c.html(
        document(<NewDossierPage person={by} stored={stored} error={error} />),
        problemOf(error).status,
      );
    }
  }
}
