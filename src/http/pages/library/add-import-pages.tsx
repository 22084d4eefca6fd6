import type { Hono } from 'hono';
import { getRun, listRuns, runSources } from '../../../corpus/imports/get-run.ts';
import { undoRun } from '../../../corpus/imports/undo-run.ts';
import { findChanges } from '../../../corpus/versions/find-changes.ts';
import { keptChanges } from '../../../corpus/versions/kept-changes.ts';
import { transact } from '../../../db/transact.ts';
import { AppError } from '../../../errors.ts';
import { appendRecord } from '../../../records/append-record.ts';
import { restingOnLaw } from '../../../review/rules/resting-on-law.ts';
import { listPeople } from '../../../staff/find-person.ts';
import { type AppContext, type AppEnv, type AppOptions, signedIn } from '../../app-options.ts';
import { problemOf } from '../../problem.ts';
import { requireAdministrator, startImport } from '../../start-import.ts';
import { document } from '../page.tsx';
import { ImportsPage } from './imports-page.tsx';
import { RunPage } from './run-page.tsx';

/** Importing into the library, for administrators: files in, report, and the way back. */
export function addImportPages(app: Hono<AppEnv>, options: AppOptions): void {
  const { db } = options.database;

  app.get('/library/imports', (c) => showRuns(c));

  app.post('/library/imports', async (c) => {
    try {
      return c.redirect(`/jobs/${await startImport(c, options)}`, 303);
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'invalid-input') throw error;
      return showRuns(c, error);
    }
  });

  app.get('/library/imports/:id', (c) => showRun(c));

  app.post('/library/imports/:id/undo', async (c) => {
    const by = requireAdministrator(signedIn(c));
    const id = c.req.param('id');
    try {
      await transact(db, async (trx) => {
        const detail = await undoRun(trx, id, by.id);
        const record = {
          actor: by.id,
          actorRole: by.role,
          action: '撤销导入',
          object: `import:${id}`,
          detail,
        };
        await appendRecord(trx, record);
      });
      // Versions that stood apart may be neighbours now.
      await findChanges(db, id, () => restingOnLaw(db, options.book));
      return c.redirect(`/library/imports/${id}`, 303);
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'conflict') throw error;
      return showRun(c, error);
    }
  });

  async function showRuns(c: AppContext, error?: AppError) {
    const page = (
      <ImportsPage
        person={requireAdministrator(signedIn(c))}
        runs={await listRuns(db)}
        names={await names()}
        error={error}
      />
    );
    return c.html(document(page), error ? problemOf(error).status : 200);
  }

  async function showRun(c: AppContext, error?: AppError) {
    const person = requireAdministrator(signedIn(c));
    const run = await getRun(db, c.req.param('id') ?? '');
    const page = (
      <RunPage
        person={person}
        run={run}
        sources={await runSources(db, run.id)}
        changes={await keptChanges(db, { run: run.id })}
        names={await names()}
        error={error}
      />
    );
    return c.html(document(page), error ? problemOf(error).status : 200);
  }

  async function names(): Promise<Map<string, string>> {
    return new Map((await listPeople(db)).map(({ id, name }) => [id, name]));
  }
}
