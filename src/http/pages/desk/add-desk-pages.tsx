import type { Hono } from 'hono';
import { addHandler } from '../../../cases/add-handler.ts';
import { setFact } from '../../../cases/set-fact.ts';
import type { StoredCase } from '../../../cases/stored-case.ts';
import type { Db } from '../../../db/database.ts';
import { saveDecided } from '../../../dossiers/save-decided.ts';
import { AppError } from '../../../errors.ts';
import { listRecords } from '../../../records/list-records.ts';
import type { RecordEntry } from '../../../records/record-entry.ts';
import { giveVerdict } from '../../../review/opinion/give-verdict.ts';
import { replyToQuestion } from '../../../review/opinion/reply-to-question.ts';
import { withdrawVerdict } from '../../../review/opinion/withdraw-verdict.ts';
import { findPerson, listPeople } from '../../../staff/find-person.ts';
import { type AppContext, type AppEnv, type AppOptions, signedIn } from '../../app-options.ts';
import { parseJsonText } from '../../parse-json-text.ts';
import { problemOf } from '../../problem.ts';
import { readForm } from '../../read-form.ts';
import { startDraft } from '../../start-draft.ts';
import { startScreening } from '../../start-screening.ts';
import { document } from '../page.tsx';
import { type DeskData, deskData } from './desk-data.ts';
import { deskLink } from './desk-link.ts';
import { DeskPage, type DeskQuery } from './desk-page.tsx';
import { FindingsPrint } from './findings-print.tsx';
import { readingData } from './reading-data.ts';
import { openGroupOf, readingGroups } from './reading-groups.ts';
import { readingQuery } from './reading-query.ts';
import { whatData } from './what-data.ts';

/** One case's desk and what is done on it. */
export function addDeskPages(app: Hono<AppEnv>, options: AppOptions): void {
  const { db } = options.database;
  const page = (
    c: AppContext,
    query: DeskQuery,
    refused?: { error: AppError; kept: Record<string, string> },
  ) => showDesk(c, options, query, refused);

  app.get('/cases/:id', (c) =>
    page(c, {
      view: c.req.query('view') ?? 'facts',
      paper: c.req.query('paper'),
      rule: c.req.query('rule'),
      fact: c.req.query('fact'),
      path: c.req.query('path'),
      q: c.req.query('q'),
      reading: readingQuery((name) => c.req.query(name)),
    }),
  );

  app.get('/cases/:id/findings', async (c) => {
    const desk = await deskData(options, signedIn(c), c.req.param('id'));
    return c.html(document(<FindingsPrint desk={desk} />));
  });

  app.get('/cases/:id/file.json', async (c) => {
    const { stored } = await deskData(options, signedIn(c), c.req.param('id'));
    return c.body(JSON.stringify(stored.file, null, 2), 200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${stored.id}.json"`,
    });
  });

  app.post('/cases/:id/facts', async (c) => {
    const person = signedIn(c);
    const id = c.req.param('id');
    const form = await readForm(c);
    try {
      const { stored, factorQuestions } = await deskData(options, person, id);
      const file = setFact(
        stored.file,
        {
          path: form.path ?? '',
          text: form.value ?? '',
          ...(form.paper ? { source: { paper: form.paper, quote: form.quote ?? '' } } : {}),
          confirmedBy: person.name,
        },
        [...factorQuestions.keys()],
      );
      const expectedRevision = Number(form.revision);
      await saveDecided(db, { id, file, expectedRevision, by: person, note: `更正事实 ${form.path}` });
      return c.redirect(deskLink(id, { view: 'facts', rule: form.rule }, `fact-${form.path}`), 303);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return page(c, { view: 'fact', path: form.path, rule: form.rule }, { error, kept: form });
    }
  });

  app.post('/cases/:id/file', async (c) => {
    const person = signedIn(c);
    const id = c.req.param('id');
    const form = await readForm(c);
    const text = form.upload || form.text || '';
    try {
      await saveDecided(db, {
        id,
        file: parseJsonText(text) as StoredCase['file'],
        expectedRevision: Number(form.revision),
        by: person,
        note: '上传新版',
      });
      return c.redirect(deskLink(id), 303);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return page(c, { view: 'upload' }, { error, kept: { text } });
    }
  });

  app.post('/cases/:id/screenings', async (c) => {
    const id = c.req.param('id');
    const started = await startScreening(options, id, signedIn(c));
    return c.redirect('job' in started ? `/jobs/${started.job}` : deskLink(id), 303);
  });

  app.post('/cases/:id/findings/:rule/verdict', async (c) => {
    const person = signedIn(c);
    const { stored, screening } = await deskData(options, person, c.req.param('id'));
    const rule = c.req.param('rule');
    const form = await readForm(c);
    if (!screening)
      throw new AppError('wrong-stage', '案件当前内容的预审结果还没有保存，请承办人先保存并提交审核。');
    const at = { screeningId: screening.id, rule, by: person };
    if (form.verdict === 'undo') await withdrawVerdict(db, at);
    else await giveVerdict(db, { ...at, verdict: verdictOf(form.verdict), reason: form.reason ?? '' });
    return c.redirect(deskLink(stored.id, { view: form.view, rule }, `finding-${rule}`), 303);
  });

  app.post('/cases/:id/handlers', async (c) => {
    const person = signedIn(c);
    const id = c.req.param('id');
    const handler = await findPerson(db, (await readForm(c)).handler ?? '');
    if (!handler) throw new AppError('not-found', '没有这个人员，请从列表中选择。');
    await addHandler(db, { id, handler, by: person });
    return c.redirect(deskLink(id, { view: 'people' }), 303);
  });

  app.post('/cases/:id/findings/:rule/reply', async (c) => {
    const person = signedIn(c);
    const id = c.req.param('id');
    const rule = c.req.param('rule');
    const { screening } = await deskData(options, person, id);
    if (!screening) throw new AppError('wrong-stage', '审核人员没有就这项发现询问，无须答复。');
    const { reply = '' } = await readForm(c);
    await replyToQuestion(db, { screeningId: screening.id, rule, reply, by: person });
    return c.redirect(deskLink(id, { rule }, `finding-${rule}`), 303);
  });

  app.post('/cases/:id/documents', async (c) => {
    const started = await startDraft(options, c.req.param('id'), signedIn(c));
    return c.redirect('job' in started ? `/jobs/${started.job}` : `/documents/${started.document.id}`, 303);
  });
}

const READING_VIEWS = new Set(['reading', 'paper']);

function verdictOf(value: string | undefined): 'confirmed' | 'overruled' | 'asked' {
  if (value === 'confirmed' || value === 'overruled' || value === 'asked') return value;
  throw new AppError('invalid-input', '请选择确认、不采纳或问承办人。');
}

/** The record of the case and of its documents, newest first. */
async function recordsOfCase(db: Db, { stored, documents }: DeskData): Promise<RecordEntry[]> {
  const objects = [`case:${stored.id}`, ...documents.map((one) => `document:${one.id}`)];
  const lists = await Promise.all(objects.map((object) => listRecords(db, { object, limit: 200 })));
  return lists.flat().sort((a, b) => b.seq - a.seq);
}

/** The desk with one of its views; with a refusal on top, where a form was refused. */
export async function showDesk(
  c: AppContext,
  options: AppOptions,
  query: DeskQuery,
  refused?: { error: AppError; kept: Record<string, string> },
): Promise<Response> {
  const { db } = options.database;
  const desk = await deskData(options, signedIn(c), c.req.param('id') ?? '');
  const records = query.view === 'records' ? await recordsOfCase(db, desk) : [];
  const { file } = desk.stored;
  const reading =
    desk.reading && file.action === 'penalty' && READING_VIEWS.has(query.view)
      ? await readingData(db, file)
      : undefined;
  if (reading && query.reading) {
    const groups = readingGroups(file, reading.rows, query.reading.group);
    query.reading.open = openGroupOf(groups, query.reading.open)?.key;
  }
  const what =
    query.view === 'what' && file.action === 'penalty'
      ? await whatData(options, desk.stored.id, file, query.q ?? '')
      : undefined;
  const handlers =
    query.view === 'people'
      ? (await listPeople(db)).filter((one) => one.role === 'handler' && !one.disabled)
      : [];
  return c.html(
    document(
      <DeskPage {...{ desk, query, records, handlers, reading, what, book: options.book, refused }} />,
    ),
    refused ? problemOf(refused.error).status : 200,
  );
}
