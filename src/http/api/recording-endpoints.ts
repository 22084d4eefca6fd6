import type { OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { getCase } from '../../cases/get-case.ts';
import { AppError } from '../../errors.ts';
import { beginUpload } from '../../hearings/begin-upload.ts';
import { keepRecording } from '../../hearings/keep-recording.ts';
import { listRecordings } from '../../hearings/recording.ts';
import { takeChunk } from '../../hearings/take-chunk.ts';
import { dropUpload, getUpload, listUploads, requireOwn } from '../../hearings/upload.ts';
import { type AppContext, type AppEnv, type AppOptions, signedIn } from '../app-options.ts';
import { requireReader } from '../may-read-case.ts';
import { readableRecording } from '../readable-recording.ts';
import { endpoint } from './endpoint.ts';

/** As much as a browser should send at once: what is lost when the line breaks. */
const CHUNK_BYTES = 8 * 1024 * 1024;
const UPLOAD = '/api/recording-uploads/{id}';

/** 录音录像 of a case, handed in piece by piece. */
export function addRecordingEndpoints(app: OpenAPIHono<AppEnv>, options: AppOptions): void {
  const { db } = options.database;
  const { dataFolder } = options.config;

  endpoint(app, {
    method: 'get',
    path: '/api/cases/{id}/recordings',
    summary: '本案的录音录像，和没有传完的上传',
    answers: '录音录像',
    handle: async ({ c, params }) => {
      const stored = await getCase(db, params.id!);
      requireReader(signedIn(c), stored);
      return { recordings: await listRecordings(db, stored.id), uploads: await listUploads(db, stored.id) };
    },
  });

  endpoint(app, {
    method: 'post',
    path: '/api/cases/{id}/recordings',
    summary: '开始（或者继续）存入一段录音录像',
    body: z.strictObject({
      kind: z.enum(['hearing', 'inspection', 'interview', 'service']),
      name: z.string().describe('文件名'),
      bytes: z.int().nonnegative().describe('文件的字节数，至多 4 GB'),
      modified: z.int().default(0).describe('文件的修改时间（毫秒）；名称、大小和它都相同的，继续上次的上传'),
      began: z.string().optional().describe('录制开始：北京时间 YYYY-MM-DDTHH:MM'),
      ended: z.string().optional().describe('录制结束：北京时间 YYYY-MM-DDTHH:MM；入库时限由此起算'),
    }),
    answers: '上传的编号、已收到的字节数、一次宜传的字节数',
    handle: async ({ c, params, body }) => {
      const upload = await beginUpload(db, { ...body, caseId: params.id!, dataFolder, by: signedIn(c) });
      return { upload: upload.id, received: upload.received, chunk: CHUNK_BYTES };
    },
  });

  endpoint(app, {
    method: 'get',
    path: UPLOAD,
    summary: '上传到了哪里',
    answers: '已收到的字节数',
    handle: async ({ c, params }) => {
      const upload = await getUpload(db, params.id!);
      requireOwn(upload, signedIn(c));
      return { received: upload.received, bytes: upload.bytes };
    },
  });

  endpoint(app, {
    method: 'delete',
    path: UPLOAD,
    summary: '放弃一次上传',
    answers: '空',
    handle: async ({ c, params }) => {
      await dropUpload(db, { dataFolder, id: params.id!, by: signedIn(c) });
      return {};
    },
  });

  app.openAPIRegistry.registerPath({
    method: 'put',
    path: UPLOAD,
    summary: '上传一段；最后一段到齐后即存入，结果中有 recording',
    description: 'Content-Digest（RFC 9530，sha-256）给出的，与收到的内容核对。',
    request: {
      params: z.object({ id: z.string() }),
      query: z.object({ offset: z.string().describe('这一段在文件中的起点，应等于已收到的字节数') }),
      body: {
        required: true,
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
    },
    responses: { 200: { description: '已收到的字节数；存入的有 recording' } },
  });
  app.put('/api/recording-uploads/:id', async (c: AppContext) => {
    const by = signedIn(c);
    const offset = Number(c.req.query('offset') ?? Number.NaN);
    if (!Number.isSafeInteger(offset) || offset < 0) {
      throw new AppError('invalid-input', '没有说明这一段的起点，请在网址中以 offset 给出已上传的字节数。', {
        faults: [{ path: 'offset', expected: '不小于 0 的整数' }],
      });
    }
    const id = c.req.param('id') ?? '';
    const sha256 = digestOf(c.req.header('content-digest'));
    const body = c.req.raw.body ?? new ReadableStream({ start: (one) => one.close() });
    const upload = await takeChunk(db, { dataFolder, id, offset, body, sha256, by });
    if (upload.received < upload.bytes) return c.json({ received: upload.received });
    const recording = await keepRecording(db, { dataFolder, id, by });
    return c.json({ received: upload.received, recording: recording.id, sha256: recording.sha256 });
  });

  endpoint(app, {
    method: 'get',
    path: '/api/recordings/{id}',
    summary: '一段录音录像',
    answers: '录音录像',
    handle: async ({ c, params }) => (await readableRecording(db, params.id!, signedIn(c))).recording,
  });
}

/** The digest of a `Content-Digest` header in hex. */
function digestOf(header: string | undefined): string | undefined {
  const [, given] = /(?:^|,\s*)sha-256=:([A-Za-z0-9+/]{43}=):/.exec(header ?? '') ?? [];
  return given === undefined ? undefined : Buffer.from(given, 'base64').toString('hex');
}
