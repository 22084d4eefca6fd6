import type { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { getCase } from '../../../cases/get-case.ts';
import { requireHandler } from '../../../cases/save-case.ts';
import { AppError } from '../../../errors.ts';
import { type AppContext, type AppEnv, type AppOptions, signedIn } from '../../app-options.ts';
import { requireReader } from '../../may-read-case.ts';
import { problemOf } from '../../problem.ts';
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
    try {
      return c.redirect(`/jobs/${await startReading(c, options, caseId)}`, 303);
    } catch (error) {
      const told = error instanceof AppError || (error instanceof HTTPException && error.status === 413);
      if (!told || c.req.header('accept') === 'application/json') throw error;
      const person = signedIn(c);
      const stored = caseId === undefined ? undefined : await getCase(db, caseId);
      // Whoever may not hand in papers is told so on a page without the form.
      if (stored && !stored.handlers.includes(person.id)) throw error;
      const { status, title, kind, faults } = problemOf(error);
      const refusal = new AppError(kind === 'bug' ? 'invalid-input' : kind, title, { faults });
      return c.html(document(<NewDossierPage person={person} stored={stored} error={refusal} />), status);
    }
  }
}
