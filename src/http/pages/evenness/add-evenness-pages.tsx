import type { Hono } from 'hono';
import { getCase } from '../../../cases/get-case.ts';
import { keepPlaces } from '../../../discretion/evenness/keep-places.ts';
import { recordReason } from '../../../discretion/evenness/record-reason.ts';
import { withdrawReason } from '../../../discretion/evenness/withdraw-reason.ts';
import { AppError } from '../../../errors.ts';
import type { Person } from '../../../staff/person.ts';
import { type AppContext, type AppEnv, type AppOptions, signedIn } from '../../app-options.ts';
import { requireReader } from '../../may-read-case.ts';
import { readForm } from '../../read-form.ts';
import { showDesk } from '../desk/add-desk-pages.tsx';
import { deskLink } from '../desk/desk-link.ts';
import { document } from '../page.tsx';
import { casesCsv } from './cases-csv.ts';
import { evennessData, PLACES_WITHIN_MS } from './evenness-data.ts';
import { EvennessPage } from './evenness-page.tsx';
import { readEvennessQuery } from './evenness-query.ts';

/** 裁量均衡 with the cases behind it, and the reason for leaving a benchmark. */
export function addEvennessPages(app: Hono<AppEnv>, options: AppOptions): void {
  const dataOf = (c: AppContext) =>
    evennessData(
      options,
      requireUser(signedIn(c)),
      readEvennessQuery((name) => c.req.query(name)),
    );

  async function change(
    c: AppContext,
    act: (caseId: string, form: Record<string, string>, by: Person) => Promise<unknown>,
  ) {
    const by = signedIn(c);
    const id = c.req.param('id') ?? '';
    const form = await readForm(c);
    try {
      requireReader(by, await getCase(options.database.db, id));
      await act(id, form, by);
      return c.redirect(deskLink(id, { view: 'discretion' }, 'deviation'), 303);
    } catch (error) {
      if (!(error instanceof AppError) || error.kind === 'not-found') throw error;
      return showDesk(c, options, { view: 'discretion' }, { error, kept: form });
    }
  }

  app.get('/evenness', async (c) => c.html(document(<EvennessPage data={await dataOf(c)} />)));

  app.get('/evenness/places', async (c) => {
    requireUser(signedIn(c));
    return c.json(await keepPlaces(options.database.db, options.book, { withinMs: PLACES_WITHIN_MS }));
  });

  app.post('/cases/:id/deviation', (c) =>
    change(c, (caseId, form, by) =>
      recordReason(options.database.db, options.book, {
        caseId,
        expectedRevision: Number(form.revision),
        facts: form.facts ?? '',
        reason: form.reason ?? '',
        evidence: Object.keys(form)
          .filter((name) => name.startsWith('evidence.'))
          .flatMap((name) => form[name] ?? []),
        by,
      }),
    ),
  );

  app.post('/cases/:id/deviation/withdraw', (c) =>
    change(c, (caseId, form, by) =>
      withdrawReason(options.database.db, { caseId, expectedRevision: Number(form.revision), by }),
    ),
  );

  app.get('/evenness/cases.csv', async (c) => {
    const data = await dataOf(c);
    if (data.left > 0) {
      throw new AppError('unavailable', `还有 ${data.left} 件案件的位置正在计算，请稍后再导出。`);
    }
    return c.body(casesCsv(data), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="mingcai-evenness.csv"',
    });
  });
}

/** Trainers do not work with the cases of an agency. */
function requireUser(person: Person): Person {
  if (person.role === 'trainer') {
    throw new AppError('not-allowed', '裁量均衡由机关负责人、审计人员、审核人员和承办人查看。');
  }
  return person;
}
