import type { OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { changeTranscript } from '../../hearings/change-transcript.ts';
import { editSchema } from '../../hearings/edit.ts';
import { importTranscript } from '../../hearings/import-transcript.ts';
import { getTranscript, listTranscripts, segmentsOf } from '../../hearings/kept-transcript.ts';
import { changedSince, listChanges } from '../../hearings/list-changes.ts';
import { noteEditor } from '../../hearings/note-editor.ts';
import { listPeople } from '../../staff/find-person.ts';
import { type AppContext, type AppEnv, type AppOptions, signedIn } from '../app-options.ts';
import { readableRecording } from '../readable-recording.ts';
import { startTranscription } from '../start-transcription.ts';
import { endpoint } from './endpoint.ts';

/** 转写稿: made, read and corrected. */
export function addTranscriptEndpoints(app: OpenAPIHono<AppEnv>, options: AppOptions): void {
  const { db } = options.database;
  /** The transcript, for those who may look into its case. */
  const readable = async (c: AppContext, id: string) => {
    const transcript = await getTranscript(db, id);
    const { stored } = await readableRecording(db, transcript.recordingId, signedIn(c));
    return { transcript, stored };
  };

  endpoint(app, {
    method: 'post',
    path: '/api/recordings/{id}/transcription',
    summary: '用语音识别转写录音录像',
    answers: '后台任务；结果中有 transcriptId',
    handle: async ({ c, params }) => ({ job: await startTranscription(options, params.id!, signedIn(c)) }),
  });

  endpoint(app, {
    method: 'get',
    path: '/api/recordings/{id}/transcripts',
    summary: '录音录像的转写稿，新的在前',
    answers: '转写稿',
    handle: async ({ c, params }) => {
      const { recording } = await readableRecording(db, params.id!, signedIn(c));
      return { transcripts: await listTranscripts(db, recording.id) };
    },
  });

  endpoint(app, {
    method: 'post',
    path: '/api/recordings/{id}/transcripts',
    summary: '导入或者录入转写稿（.srt、.vtt、.txt 的文字）',
    body: z.strictObject({ text: z.string(), file: z.string().optional().describe('文件名') }),
    answers: '转写稿',
    handle: ({ c, params, body }) =>
      importTranscript(db, { ...body, recordingId: params.id!, by: signedIn(c) }),
  });

  endpoint(app, {
    method: 'get',
    path: '/api/transcripts/{id}',
    summary: '转写稿全文',
    answers: '转写稿和各句；时间为秒',
    handle: async ({ c, params }) => {
      const { transcript } = await readable(c, params.id!);
      return { ...transcript, segments: await segmentsOf(db, transcript.id) };
    },
  });

  endpoint(app, {
    method: 'post',
    path: '/api/transcripts/{id}/edits',
    summary: '修改转写稿，一次一步；改前、改后、起止都有记录',
    body: z.strictObject({
      edit: editSchema,
      seen: z
        .record(z.string(), z.int().nonnegative())
        .optional()
        .describe('所改各句在修改时看到的 version；他人已经改过的，拒绝'),
    }),
    answers: '修改次数、改动后的各句、不再有的句子',
    handle: ({ c, params, body }) =>
      changeTranscript(db, { transcriptId: params.id!, ...body, by: signedIn(c) }),
  });

  endpoint(app, {
    method: 'get',
    path: '/api/transcripts/{id}/changes',
    summary: '某次修改以后的变化，和同时打开着它的承办人',
    query: z.object({ since: z.coerce.number().int().nonnegative() }),
    answers: '变化',
    handle: async ({ c, params, query }) => {
      const person = signedIn(c);
      const { transcript, stored } = await readable(c, params.id!);
      const changed = await changedSince(db, transcript.id, query.since);
      if (!stored.handlers.includes(person.id)) return { ...changed, editors: [] };
      const others = await noteEditor(db, transcript.id, person.id);
      const names = others.length === 0 ? [] : (await listPeople(db)).filter(({ id }) => others.includes(id));
      return { ...changed, editors: names.map(({ name }) => name) };
    },
  });

  endpoint(app, {
    method: 'get',
    path: '/api/transcripts/{id}/log',
    summary: '修改记录，新的在前',
    query: z.object({
      below: z.coerce.number().int().positive().optional(),
      limit: z.coerce.number().int().positive().max(200).default(50),
    }),
    answers: '每次修改的改前、改后、起止（秒）',
    handle: async ({ c, params, query }) => {
      const { transcript } = await readable(c, params.id!);
      return { changes: await listChanges(db, transcript.id, query) };
    },
  });
}
