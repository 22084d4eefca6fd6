import type { OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { ACTIONS, type Action } from '../../cases/case-file.ts';
import { createCase } from '../../cases/create-case.ts';
import { listCases } from '../../cases/list-cases.ts';
import { penaltyFile } from '../../cases/penalty-file.ts';
import type { StoredCase } from '../../cases/stored-case.ts';
import { toDiscretionJson } from '../../discretion/to-discretion-json.ts';
import { saveDecided } from '../../dossiers/save-decided.ts';
import { giveVerdict } from '../../review/opinion/give-verdict.ts';
import { withdrawVerdict } from '../../review/opinion/withdraw-verdict.ts';
import { type AppEnv, type AppOptions, signedIn } from '../app-options.ts';
import { mayReadCase } from '../may-read-case.ts';
import { deskData } from '../pages/desk/desk-data.ts';
import { startDraft } from '../start-draft.ts';
import { startScreening } from '../start-screening.ts';
import { endpoint } from './endpoint.ts';

const ACTION_NAMES = Object.keys(ACTIONS) as [Action, ...Action[]];
const file = z
  .looseObject({ id: z.string() })
  .describe('各种执法行为的案件文件，格式见 mingcai schema case-file');

/** Cases, their screening and discretion. */
export function addCaseEndpoints(app: OpenAPIHono<AppEnv>, options: AppOptions): void {
  const { db } = options.database;

  endpoint(app, {
    method: 'get',
    path: '/api/cases',
    summary: '有权查看的案件',
    query: z.object({
      q: z.string().optional(),
      field: z.string().optional(),
      action: z.enum(ACTION_NAMES).optional().describe('执法行为的种类'),
    }),
    answers: '案件列表',
    handle: async ({ c, query }) => {
      const person = signedIn(c);
      const found = await listCases(db, {
        ...(query.q ? { text: query.q } : {}),
        ...(query.field ? { field: query.field } : {}),
        ...(query.action ? { action: query.action } : {}),
        ...(person.role === 'handler' ? { handler: person.id } : {}),
      });
      const cases = found.filter((stored) => mayReadCase(person, stored));
      return { cases: cases.map(({ file, ...entry }) => ({ ...entry, action: file.action })) };
    },
  });

  endpoint(app, {
    method: 'post',
    path: '/api/cases',
    summary: '建立案件',
    body: file,
    answers: '建立的案件',
    handle: ({ c, body }) => createCase(db, { file: body as unknown as StoredCase['file'], by: signedIn(c) }),
  });

  endpoint(app, {
    method: 'get',
    path: '/api/cases/{id}',
    summary: '一个案件',
    answers: '案件',
    handle: async ({ c, params }) => (await deskData(options, signedIn(c), params.id!)).stored,
  });

  endpoint(app, {
    method: 'put',
    path: '/api/cases/{id}',
    summary: '保存案件的新版',
    body: z.object({ file, revision: z.int().describe('您看到的那一版'), note: z.string().default('保存') }),
    answers: '保存后的案件',
    handle: ({ c, params, body }) =>
      saveDecided(db, {
        id: params.id!,
        file: body.file as unknown as StoredCase['file'],
        expectedRevision: body.revision,
        by: signedIn(c),
        note: body.note,
      }),
  });

  endpoint(app, {
    method: 'get',
    path: '/api/cases/{id}/screen',
    summary: '按当前内容的八项审查',
    answers: '各项发现',
    handle: async ({ c, params }) => {
      const desk = await deskData(options, signedIn(c), params.id!);
      return {
        case: desk.stored.id,
        major: desk.major,
        findings: desk.findings,
        screening: desk.screening ?? null,
      };
    },
  });

  endpoint(app, {
    method: 'post',
    path: '/api/cases/{id}/screenings',
    summary: '审查并保存结果',
    answers: '保存的审查；请模型核对需要判断的问题时为 202 和任务',
    handle: async ({ c, params }) => {
      const started = await startScreening(options, params.id!, signedIn(c));
      return 'job' in started ? c.json({ job: started.job }, 202) : started.screening;
    },
  });

  endpoint(app, {
    method: 'post',
    path: '/api/screenings/{screening}/findings/{rule}/verdict',
    summary: '审核人员对一项发现的意见',
    body: z.object({
      verdict: z.enum(['confirmed', 'overruled', 'asked', 'undo']),
      reason: z.string().default(''),
    }),
    answers: '保存的审查',
    handle: ({ c, params, body }) => {
      const at = { screeningId: params.screening!, rule: params.rule!, by: signedIn(c) };
      if (body.verdict === 'undo') return withdrawVerdict(db, at);
      return giveVerdict(db, { ...at, verdict: body.verdict, reason: body.reason });
    },
  });

  endpoint(app, {
    method: 'get',
    path: '/api/cases/{id}/discretion',
    summary: '裁量阶次、幅度和类案',
    answers: '与 mingcai discretion --json 相同',
    handle: async ({ c, params }) => {
      const { stored, discretion } = await deskData(options, signedIn(c), params.id!);
      penaltyFile(stored);
      return discretion && toDiscretionJson(discretion.tier, discretion.likes);
    },
  });

  endpoint(app, {
    method: 'get',
    path: '/api/cases/{id}/documents',
    summary: '本案文书',
    answers: '文书列表',
    handle: async ({ c, params }) => ({
      documents: (await deskData(options, signedIn(c), params.id!)).documents,
    }),
  });

  endpoint(app, {
    method: 'post',
    path: '/api/cases/{id}/documents',
    summary: '起草处罚决定书',
    answers: '新文书；配置了对话模型时为 202 和任务号',
    handle: async ({ c, params }) => {
      const started = await startDraft(options, params.id!, signedIn(c));
      return 'job' in started ? c.json({ job: started.job }, 202) : started.document;
    },
  });
}
