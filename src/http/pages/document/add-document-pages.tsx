import type { Hono } from 'hono';
import { editDocument } from '../../../documents/edit-document.ts';
import { compareVersions } from '../../../documents/get-document.ts';
import { AppError } from '../../../errors.ts';
import { today } from '../../../law/dates.ts';
import { giveOpinion } from '../../../review/opinion/give-opinion.ts';
import type { Conclusion } from '../../../review/opinion/review-round.ts';
import { submitForReview } from '../../../review/opinion/submit-for-review.ts';
import { exportFinal } from '../../../signing/export-final.ts';
import { signDocument } from '../../../signing/sign-document.ts';
import { checkPassword } from '../../../staff/check-password.ts';
import { type AppContext, type AppEnv, type AppOptions, signedIn } from '../../app-options.ts';
import { problemOf } from '../../problem.ts';
import { readForm } from '../../read-form.ts';
import { sendFile } from '../../send-file.ts';
import { document } from '../page.tsx';
import { documentData } from './document-data.ts';
import { DocumentPage, type DocumentView } from './document-page.tsx';
import type { Refused } from './document-side.tsx';

type Form = Record<string, string>;

/** One document: read, edit, submit, review, sign, download. */
export function addDocumentPages(app: Hono<AppEnv>, options: AppOptions): void {
  const { db } = options.database;

  async function show(c: AppContext, view: DocumentView, refused?: Refused): Promise<Response> {
    const id = c.req.param('id') ?? '';
    const wanted = Number(c.req.query('version')) || undefined;
    const data = await documentData(options, signedIn(c), id, wanted);
    const { version } = data.version;
    const changes =
      view === 'changes' && version > 1 ? await compareVersions(db, id, version - 1, version) : [];
    return c.html(
      document(<DocumentPage data={data} view={view} changes={changes} refused={refused} />),
      refused ? problemOf(refused.error).status : 200,
    );
  }

  /** Does one step with a form; a refusal shows the page again with what was typed. */
  function step(
    path: string,
    view: DocumentView,
    work: (c: AppContext, id: string, form: Form) => Promise<unknown>,
  ) {
    app.post(`/documents/:id/${path}`, async (c) => {
      const form = await readForm(c);
      const id = c.req.param('id');
      try {
        await work(c, id, form);
        return c.redirect(`/documents/${id}`, 303);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        const { password: _password, ...kept } = form;
        return show(c, view, { error, kept });
      }
    });
  }

  app.get('/documents/:id', (c) => show(c, viewOf(c.req.query('view'))));
  app.get('/documents/:id/edit', (c) => show(c, 'edit'));

  step('edit', 'edit', (c, id, form) =>
    editDocument(db, {
      id,
      text: form.text ?? '',
      expectedVersion: Number(form.version),
      by: signedIn(c),
      book: options.book,
      ...(form.note ? { note: form.note } : {}),
    }),
  );

  step('submit', 'text', (c, id, form) =>
    submitForReview(db, {
      documentId: id,
      expectedVersion: Number(form.version),
      by: signedIn(c),
      book: options.book,
    }),
  );

  step('opinion', 'text', async (c, id, form) => {
    const { open, desk } = await documentData(options, signedIn(c), id);
    if (!open) throw new AppError('wrong-stage', '这份文书没有待审核的一轮，请刷新页面查看最新状态。');
    return giveOpinion(db, {
      roundId: open.id,
      conclusion: (form.conclusion ?? '') as Conclusion,
      reasons: form.reasons ?? '',
      by: signedIn(c),
      profile: desk.profile,
    });
  });

  step('sign', 'text', async (c, id, form) => {
    const { desk } = await documentData(options, signedIn(c), id);
    return signDocument(db, {
      documentId: id,
      expectedDigest: form.digest ?? '',
      signer: signedIn(c),
      password: form.password ?? '',
      checkPassword: (userId, password) => checkPassword(db, userId, password),
      profile: desk.profile,
      book: options.book,
      today: today(),
      ...(form.reviewNotRequired === 'yes' ? { reviewNotRequired: true } : {}),
    });
  });

  app.get('/documents/:id/docx', async (c) => {
    const wanted = Number(c.req.query('version')) || undefined;
    const {
      document: stored,
      version,
      desk,
    } = await documentData(options, signedIn(c), c.req.param('id'), wanted);
    const signed = stored.state === 'signed' && version.version === stored.version;
    return sendFile(c, {
      bytes: version.docx,
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      name: `${signed ? '' : '草稿 '}${stored.title} ${desk.stored.title}.docx`,
    });
  });

  app.get('/documents/:id/package', async (c) => {
    await documentData(options, signedIn(c), c.req.param('id'));
    const final = await exportFinal(db, c.req.param('id'));
    return sendFile(c, {
      bytes: final.packageBytes,
      type: 'application/json; charset=utf-8',
      name: final.packageFileName,
    });
  });
}

function viewOf(value: string | undefined): DocumentView {
  return value === 'sources' || value === 'changes' ? value : 'text';
}
