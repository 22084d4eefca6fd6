import type { Hono } from 'hono';
import { getProgress, type JobProgress } from '../../db/job-progress.ts';
import type { Person } from '../../staff/person.ts';
import { type AppEnv, type AppOptions, signedIn } from '../app-options.ts';
import { requireStarter } from '../require-starter.ts';
import { deskLink } from './desk/desk-link.ts';
import { document, Page } from './page.tsx';

const STATES: Record<JobProgress['state'], string> = {
  waiting: '排队中',
  running: '进行中',
  done: '已完成',
  failed: '没有完成',
  cancelled: '已取消',
};

const READING: typeof STATES = {
  waiting: '等待阅卷',
  running: '正在阅卷',
  done: '阅卷完成',
  failed: '阅卷没有完成',
  cancelled: '阅卷已取消',
};

/** The progress of one piece of background work; survives a reload, can be called off. */
export function addJobPages(app: Hono<AppEnv>, options: AppOptions): void {
  const { db } = options.database;
  app.get('/jobs/:id', async (c) => {
    const person = signedIn(c);
    const job = requireStarter(await getProgress(db, c.req.param('id')), person);
    const made = resultOf(job);
    if (job.state === 'done' && made.documentId && !made.note)
      return c.redirect(`/documents/${made.documentId}`);
    if (job.state === 'done' && made.recordingId) return c.redirect(`/recordings/${made.recordingId}`);
    if (job.state === 'done' && made.importRun) return c.redirect(`/library/imports/${made.importRun}`);
    if (job.state === 'done' && made.caseId && made.view) {
      return c.redirect(deskLink(made.caseId, { view: made.view }));
    }
    if (job.state === 'done' && made.screeningId) {
      return c.redirect(`/cases/${encodeURIComponent(job.subject.slice('case:'.length))}`);
    }
    return c.html(document(<JobPage person={person} job={job} />));
  });
  app.post('/jobs/:id/cancel', async (c) => {
    const job = requireStarter(await getProgress(db, c.req.param('id')), signedIn(c));
    await options.queue?.cancel(job.id);
    return c.redirect(`/jobs/${job.id}`, 303);
  });
}

interface JobResult {
  documentId?: string;
  screeningId?: string;
  note?: string | null;
  /** A case that was made or changed, and the part of its desk that shows what came of it. */
  caseId?: string;
  view?: string;
  /** A recording that was transcribed. */
  recordingId?: string;
  /** A run of an import, and its report. */
  importRun?: string;
}

function resultOf(job: JobProgress): JobResult {
  return typeof job.result === 'object' && job.result !== null ? job.result : {};
}

function JobPage({ person, job }: { person: Person; job: JobProgress }) {
  const ended = job.state !== 'waiting' && job.state !== 'running';
  const made = resultOf(job);
  const isReading = job.kind === 'read-dossier';
  const title = (isReading ? READING : STATES)[job.state];
  return (
    <Page title={title} person={person}>
      <div class="sheet narrow stack" {...(ended ? {} : { 'data-job': job.id })}>
        <h1>{title}</h1>
        {!ended && (
          <progress
            class="progress"
            max={job.total ?? undefined}
            value={job.total ? job.done : undefined}
            aria-label="进度"
          />
        )}
        {job.error ? (
          <div class="fault-summary pre" role="alert">
            {job.error}
          </div>
        ) : (
          <p data-message class="pre" role="status">
            {job.message}
          </p>
        )}
        {isReading && (job.state === 'failed' || job.state === 'cancelled') && (
          <p>{job.subject.startsWith('case:') ? '案件没有改动。' : '没有建立案件。'}</p>
        )}
        {!ended && (
          <p class="small soft" data-count>
            {job.total ? `已完成 ${job.done} / ${job.total}` : ''}
          </p>
        )}
        {made.note && <p class="note note-amber">{made.note}</p>}
        {!ended && <p class="soft small">没有自动更新时，请刷新本页。关闭本页不影响任务。</p>}
        <p class="row">
          {made.documentId && (
            <a class="button primary" href={`/documents/${made.documentId}`}>
              打开文书
            </a>
          )}
          {isReading && ended && (
            <a
              class="button primary"
              href={
                job.subject.startsWith('case:')
                  ? `/cases/${encodeURIComponent(job.subject.slice(5))}/dossier`
                  : '/dossiers/new'
              }
            >
              重新交入材料
            </a>
          )}
          {job.subject.startsWith('case:') && (
            <a class="button" href={`/cases/${encodeURIComponent(job.subject.slice(5))}`}>
              返回案件
            </a>
          )}
        </p>
        {!ended && (
          <form method="post" action={`/jobs/${job.id}/cancel`}>
            <button type="submit">取消任务</button>
          </form>
        )}
      </div>
    </Page>
  );
}
