import type { OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { editDocument } from '../../documents/edit-document.ts';
import { AppError } from '../../errors.ts';
import { today } from '../../law/dates.ts';
import { giveOpinion } from '../../review/opinion/give-opinion.ts';
import { CONCLUSIONS, type Conclusion } from '../../review/opinion/review-round.ts';
import { submitForReview } from '../../review/opinion/submit-for-review.ts';
import { signDocument } from '../../signing/sign-document.ts';
import { checkPassword } from '../../staff/check-password.ts';
import { type AppEnv, type AppOptions, signedIn } from '../app-options.ts';
import { documentData } from '../pages/document/document-data.ts';
import { endpoint } from './endpoint.ts';

/** Documents: text, review, signature. Files are at /documents/{id}/docx and /documents/{id}/package. */
export function addDocumentEndpoints(app: OpenAPIHono<AppEnv>, options: AppOptions): void {
  const { db } = options.database;

  endpoint(app, {
    method: 'get',
    path: '/api/documents/{id}',
    summary: '一份文书的最新版',
    answers: '文书、正文、摘要、各轮审核',
    handle: async ({ c, params }) => {
      const { document, version, rounds } = await documentData(options, signedIn(c), params.id!);
      const { docx: _docx, ...latest } = version;
      return { document, version: latest, rounds };
    },
  });

  endpoint(app, {
    method: 'put',
    path: '/api/documents/{id}',
    summary: '保存文书的新版',
    body: z.object({
      text: z.string(),
      version: z.int().describe('您看到的那一版'),
      note: z.string().optional(),
    }),
    answers: '文书',
    handle: ({ c, params, body }) =>
      editDocument(db, {
        id: params.id!,
        text: body.text,
        expectedVersion: body.version,
        by: signedIn(c),
        book: options.book,
        ...(body.note ? { note: body.note } : {}),
      }),
  });

  endpoint(app, {
    method: 'post',
    path: '/api/documents/{id}/submit',
    summary: '提交法制审核',
    body: z.object({ version: z.int() }),
    answers: '这一轮审核',
    handle: ({ c, params, body }) =>
      submitForReview(db, {
        documentId: params.id!,
        expectedVersion: body.version,
        by: signedIn(c),
        book: options.book,
      }),
  });

  endpoint(app, {
    method: 'post',
    path: '/api/documents/{id}/opinion',
    summary: '出具法制审核意见',
    body: z.object({
      conclusion: z.enum(Object.keys(CONCLUSIONS) as [Conclusion, ...Conclusion[]]),
      reasons: z.string(),
    }),
    answers: '这一轮审核',
    handle: async ({ c, params, body }) => {
      const { open, desk } = await documentData(options, signedIn(c), params.id!);
      if (!open) throw new AppError('wrong-stage', '这份文书没有待审核的一轮，请查看最新状态。');
      return giveOpinion(db, { roundId: open.id, ...body, by: signedIn(c), profile: desk.profile });
    },
  });

  endpoint(app, {
    method: 'post',
    path: '/api/documents/{id}/sign',
    summary: '机关负责人签署',
    body: z.object({
      digest: z.string().describe('签署人看到的那一版的摘要'),
      password: z.string(),
      reviewNotRequired: z.boolean().default(false),
    }),
    answers: '签名，不含签署文件',
    handle: async ({ c, params, body }) => {
      const { desk } = await documentData(options, signedIn(c), params.id!);
      const { packageBytes: _bytes, ...signature } = await signDocument(db, {
        documentId: params.id!,
        expectedDigest: body.digest,
        signer: signedIn(c),
        password: body.password,
        checkPassword: (userId, password) => checkPassword(db, userId, password),
        profile: desk.profile,
        book: options.book,
        today: today(),
        reviewNotRequired: body.reviewNotRequired,
      });
      return signature;
    },
  });
}
