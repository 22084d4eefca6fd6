import type { OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { getCase } from '../../cases/get-case.ts';
import { penaltyFile } from '../../cases/penalty-file.ts';
import { factStates } from '../../dossiers/fact-states.ts';
import { latestReading } from '../../dossiers/stored-reading.ts';
import { AppError } from '../../errors.ts';
import { type AppContext, type AppEnv, type AppOptions, signedIn } from '../app-options.ts';
import { requireReader } from '../may-read-case.ts';
import { startReading } from '../start-reading.ts';
import { endpoint } from './endpoint.ts';

const FORM = {
  'multipart/form-data': {
    schema: {
      type: 'object' as const,
      required: ['files'],
      properties: {
        files: { type: 'array' as const, items: { type: 'string' as const, format: 'binary' } },
        paths: {
          type: 'string' as const,
          description: '每个文件在案卷中的路径，一行一个，与 files 同序；不给的用文件名',
        },
      },
    },
  },
};

/** Dossiers handed in, and what was read of a case. */
export function addDossierEndpoints(app: OpenAPIHono<AppEnv>, options: AppOptions): void {
  const { db } = options.database;

  takes('/api/dossiers', '交入案卷，由材料建立案件');
  takes('/api/cases/{id}/dossier', '在案件中加入材料，重新阅卷');

  endpoint(app, {
    method: 'get',
    path: '/api/cases/{id}/reading',
    summary: '最近一次阅卷：事实、出处、矛盾、缺漏，以及各项事实的核对情况',
    answers: '阅卷结果',
    handle: async ({ c, params }) => {
      const stored = await getCase(db, params.id!);
      requireReader(signedIn(c), stored);
      const reading = await latestReading(db, stored.id);
      if (!reading) throw new AppError('not-found', '本案不是由材料读出的，没有阅卷结果。');
      const { file: _, keys: __, decided: ___, ...read } = reading;
      return { ...read, revision: stored.revision, states: factStates(penaltyFile(stored), reading) };
    },
  });

  function takes(path: string, summary: string): void {
    const ids = path.includes('{id}') ? { params: z.object({ id: z.string() }) } : {};
    app.openAPIRegistry.registerPath({
      method: 'post',
      path,
      summary,
      request: { ...ids, body: { required: true, content: FORM } },
      responses: {
        202: {
          description: '阅卷任务；结果中有 caseId',
          content: { 'application/json': { schema: z.object({ job: z.string() }) } },
        },
      },
    });
    app.post(path.replace('{id}', ':id'), async (c: AppContext) => {
      const job = await startReading(c, options, c.req.param('id'));
      return c.json({ job }, 202);
    });
  }
}
