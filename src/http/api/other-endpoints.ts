import type { OpenAPIHono } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import * as z from 'zod';
import { search } from '../../corpus/search.ts';
import { getProgress } from '../../db/job-progress.ts';
import { NORM_LEVEL_NAMES } from '../../law/penalties.ts';
import { type AppEnv, type AppOptions, signedIn } from '../app-options.ts';
import { requireStarter } from '../require-starter.ts';
import { endpoint } from './endpoint.ts';

/** Session, search, jobs, doctor. */
export function addOtherEndpoints(app: OpenAPIHono<AppEnv>, options: AppOptions): void {
  const { db } = options.database;

  endpoint(app, {
    method: 'post',
    path: '/api/session',
    summary: '登录',
    body: z.object({ username: z.string(), password: z.string() }),
    answers: '登录的人；会话在 Set-Cookie 中',
    handle: async ({ c, body }) => {
      const { person, cookies } = await options.auth.signIn(body.username, body.password, c.req.raw.headers);
      for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
      return { person };
    },
  });
  endpoint(app, {
    method: 'get',
    path: '/api/session',
    summary: '当前登录的人',
    answers: '登录的人',
    handle: async ({ c }) => ({ person: signedIn(c) }),
  });
  endpoint(app, {
    method: 'delete',
    path: '/api/session',
    summary: '退出登录',
    answers: '空',
    handle: async ({ c }) => {
      for (const cookie of await options.auth.signOut(c.req.raw.headers)) {
        c.header('Set-Cookie', cookie, { append: true });
      }
      return {};
    },
  });

  endpoint(app, {
    method: 'get',
    path: '/api/search',
    summary: '检索法规库',
    query: z.object({
      q: z.string(),
      kind: z.enum(['law', 'benchmark', 'case', 'all']).default('all'),
      level: z.enum(NORM_LEVEL_NAMES).optional().describe('效力级别'),
      asOf: z.string().optional().describe('YYYY-MM-DD，默认今天'),
      decidedOn: z.string().optional().describe('决定日 YYYY-MM-DD：与行为日（asOf）有效的一并检索并标明'),
      region: z.string().optional().describe('地区名称或其中一段'),
      agency: z.string().optional().describe('制定或者作出决定的机关，名称的一段即可'),
      limit: z.coerce.number().int().positive().max(100).default(10),
    }),
    answers: '与 mingcai search --json 相同',
    handle: ({ query: { q, kind, limit, level, asOf, decidedOn, region, agency } }) =>
      search(db, q, {
        kind,
        limit,
        ...(options.embedder ? { embedder: options.embedder } : {}),
        ...(level === undefined ? {} : { level }),
        ...(asOf === undefined ? {} : { asOf }),
        ...(decidedOn === undefined ? {} : { decidedOn }),
        ...(region === undefined ? {} : { region }),
        ...(agency === undefined ? {} : { agency }),
      }),
  });

  endpoint(app, {
    method: 'get',
    path: '/api/jobs/{id}',
    summary: '后台任务的进度',
    answers: '进度',
    handle: async ({ c, params }) => requireStarter(await getProgress(db, params.id!), signedIn(c)),
  });
  endpoint(app, {
    method: 'get',
    path: '/api/jobs/{id}/events',
    summary: '后台任务的进度（server-sent events，事件名 progress）',
    answers: '事件流',
    handle: async ({ c, params }) => {
      requireStarter(await getProgress(db, params.id!), signedIn(c));
      return streamSSE(c, async (stream) => {
        let last = '';
        while (!stream.aborted) {
          const job = await getProgress(db, params.id!);
          const data = JSON.stringify(job);
          if (data !== last) await stream.writeSSE({ event: 'progress', data });
          last = data;
          if (job.state !== 'waiting' && job.state !== 'running') break;
          await stream.sleep(500);
        }
      });
    },
  });

  endpoint(app, {
    method: 'get',
    path: '/api/doctor',
    summary: '自检',
    answers: '与 mingcai doctor --json 相同',
    handle: async ({ c }) => {
      signedIn(c);
      return (await options.doctor?.()) ?? { checks: [] };
    },
  });
}
