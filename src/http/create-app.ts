import { randomUUID } from 'node:crypto';
import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { HTTPException } from 'hono/http-exception';
import { AppError } from '../errors.ts';
import { addCaseEndpoints } from './api/case-endpoints.ts';
import { addDocumentEndpoints } from './api/document-endpoints.ts';
import { addDossierEndpoints } from './api/dossier-endpoints.ts';
import { addOtherEndpoints } from './api/other-endpoints.ts';
import { addRecordingEndpoints } from './api/recording-endpoints.ts';
import { addTranscriptEndpoints } from './api/transcript-endpoints.ts';
import type { AppContext, AppEnv, AppOptions } from './app-options.ts';
import { serveAssets } from './assets.ts';
import { refuseForeignChanges, securityHeaders } from './guard-requests.ts';
import { addHealth } from './health.ts';
import { addNewCasePages } from './pages/add-new-case-pages.tsx';
import { addBenchmarkPages } from './pages/benchmarks/add-benchmark-pages.tsx';
import { addCasesPages } from './pages/cases-page.tsx';
import { addCataloguePages } from './pages/catalogue/add-catalogue-pages.tsx';
import { addDeskPages } from './pages/desk/add-desk-pages.tsx';
import { addWhatPages } from './pages/desk/add-what-pages.ts';
import { addDoctorPages } from './pages/doctor-page.tsx';
import { addDocumentPages } from './pages/document/add-document-pages.tsx';
import { addDossierPages } from './pages/dossiers/add-dossier-pages.tsx';
import { errorPage } from './pages/error-page.tsx';
import { addEvennessPages } from './pages/evenness/add-evenness-pages.tsx';
import { addHearingPages } from './pages/hearings/add-hearing-pages.tsx';
import { addHearingRecordPages } from './pages/hearings/add-hearing-record-pages.tsx';
import { addJobPages } from './pages/job-page.tsx';
import { addChangePages } from './pages/library/add-change-pages.tsx';
import { addImportPages } from './pages/library/add-import-pages.tsx';
import { addLibraryPages } from './pages/library/add-library-pages.tsx';
import { addPeoplePages } from './pages/people-page.tsx';
import { addRecordPages } from './pages/records-page.tsx';
import { addRulePages } from './pages/rules/add-rule-pages.tsx';
import { addSignInPages } from './pages/sign-in-page.tsx';
import { problemOf } from './problem.ts';
import { uploadLimit } from './upload-limits.ts';

/** The whole web: pages, JSON API, health. Every page but sign-in asks for a session. */
export function createApp(options: AppOptions): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw faultyInput(result.error.issues);
    },
  });

  app.onError((error, c) => answerError(error, c, options));
  app.notFound((c) => answerError(new AppError('not-found', '没有这个地址，请检查网址。'), c, options));

  app.use(async (c, next) => {
    c.set('requestId', randomUUID());
    const start = performance.now();
    await next();
    options.logger?.info(
      {
        requestId: c.get('requestId'),
        method: c.req.method,
        path: c.req.path,
        status: c.res.status,
        ms: Math.round(performance.now() - start),
        ...(c.get('person') ? { person: c.get('person')?.id } : {}),
      },
      'request',
    );
  });
  app.use(async (c, next) => {
    // No text of ours holds NUL, and the database takes none.
    if (/%00/.test(c.req.url)) throw new AppError('invalid-input', '网址中有不能使用的字符，请检查后重试。');
    await next();
  });
  app.use(compress());
  app.use(securityHeaders(options.config));
  addHealth(app, options);
  serveAssets(app);
  app.use(refuseForeignChanges(options.config));
  app.use((c, next) => {
    const { bytes, refusal, streamed } = uploadLimit(c.req.path);
    const onError = () => {
      throw new HTTPException(413, { message: refusal });
    };
    // A body without a length is held whole to measure it, but for one that is measured as it comes.
    if (streamed) return Number(c.req.header('content-length') ?? 0) > bytes ? onError() : next();
    return bodyLimit({ maxSize: bytes, onError })(c, next);
  });
  app.use(async (c, next) => {
    const person = await options.auth.personOf(c.req.raw.headers);
    if (person) c.set('person', person);
    await next();
  });

  addSignInPages(app, options);
  app.use(async (c, next) => {
    if (!c.get('person') && !openToAll(c.req.path)) throw new AppError('not-signed-in', '请先登录。');
    await next();
  });
  app.get('/', (c) => c.redirect('/cases'));
  addCaseEndpoints(app, options);
  addDossierEndpoints(app, options);
  addRecordingEndpoints(app, options);
  addTranscriptEndpoints(app, options);
  addDocumentEndpoints(app, options);
  addOtherEndpoints(app, options);
  app.doc31('/api/openapi.json', { openapi: '3.1.0', info: { title: '明裁', version: '0.1.0' } });
  addNewCasePages(app, options);
  addCasesPages(app, options);
  addDeskPages(app, options);
  addWhatPages(app, options);
  addDossierPages(app, options);
  addHearingPages(app, options);
  addHearingRecordPages(app, options);
  addDocumentPages(app, options);
  addLibraryPages(app, options);
  addChangePages(app, options);
  addImportPages(app, options);
  addCataloguePages(app, options);
  addBenchmarkPages(app, options);
  addEvennessPages(app, options);
  addRulePages(app, options);
  addRecordPages(app, options);
  addDoctorPages(app, options);
  addPeoplePages(app, options);
  addJobPages(app, options);
  return app;
}

function faultyInput(issues: { path: PropertyKey[]; message: string }[]): AppError {
  const faults = issues.map((issue) => ({
    path: issue.path.join('.') || '（整个请求）',
    expected: issue.message,
  }));
  const list = faults.map((fault) => `${fault.path}：${fault.expected}`).join('；');
  return new AppError('invalid-input', `请求有 ${faults.length} 处不合要求：${list}`, { faults });
}

/** The API's own description and its sign-in need no session. */
function openToAll(path: string): boolean {
  return path === '/api/openapi.json' || path === '/api/session';
}

function answerError(error: unknown, c: AppContext, options: AppOptions): Response | Promise<Response> {
  const problem = problemOf(error, c.get('requestId'));
  if (problem.kind === 'bug') options.logger?.error({ err: error, requestId: problem.requestId }, 'bug');
  if (c.req.path.startsWith('/api/') || c.req.header('accept') === 'application/json') {
    return c.json(problem, problem.status, { 'Content-Type': 'application/problem+json; charset=utf-8' });
  }
  if (problem.kind === 'not-signed-in') {
    const url = new URL(c.req.url);
    const next = c.req.method === 'GET' ? `?next=${encodeURIComponent(url.pathname + url.search)}` : '';
    return c.redirect(`/sign-in${next}`, 303);
  }
  const asked = { person: c.get('person'), path: c.req.path, back: ownReferer(c) };
  return c.html(errorPage(problem, asked), problem.status);
}

function ownReferer(c: AppContext): string | undefined {
  const referer = c.req.header('referer');
  if (!referer || !URL.canParse(referer)) return undefined;
  const url = new URL(referer);
  return url.host === c.req.header('host') ? url.pathname + url.search : undefined;
}
