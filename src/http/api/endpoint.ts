import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppContext, AppEnv } from '../app-options.ts';

export interface Endpoint<Body extends z.ZodType, Query extends z.ZodObject> {
  method: 'get' | 'post' | 'put' | 'delete';
  /** With parameters as `{id}`. */
  path: string;
  summary: string;
  body?: Body;
  query?: Query;
  /** What the answer is, in Chinese. */
  answers: string;
  handle: (input: {
    c: AppContext;
    params: Record<string, string>;
    body: z.infer<Body>;
    query: z.infer<Query>;
  }) => Promise<unknown>;
}

const problem = z
  .object({
    type: z.string(),
    title: z.string().describe('一句中文：哪里不对、怎么办'),
    status: z.int(),
    kind: z.string(),
    faults: z.array(z.object({ path: z.string(), expected: z.string() })),
  })
  .openapi('Problem');

/** One JSON endpoint, described in /api/openapi.json. What `handle` returns is the answer; a Response is sent as it is. */
export function endpoint<Body extends z.ZodType, Query extends z.ZodObject>(
  app: OpenAPIHono<AppEnv>,
  entry: Endpoint<Body, Query>,
): void {
  const names = [...entry.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
  const route = createRoute({
    method: entry.method,
    path: entry.path,
    summary: entry.summary,
    request: {
      ...(names.length > 0
        ? { params: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) }
        : {}),
      // A parameter that is not known is refused: dropped in silence, it would look as if it had been heeded.
      query: (entry.query ?? z.object({})).strict(),
      ...(entry.body
        ? { body: { required: true, content: { 'application/json': { schema: entry.body } } } }
        : {}),
    },
    responses: {
      200: { description: entry.answers, content: { 'application/json': { schema: z.unknown() } } },
      default: { description: '拒绝', content: { 'application/problem+json': { schema: problem } } },
    },
  });
  app.openapi(route, (async (c: AppContext) => {
    const answer = await entry.handle({
      c,
      params: c.req.param() as Record<string, string>,
      body: (entry.body ? c.req.valid('json' as never) : undefined) as z.infer<Body>,
      query: (entry.query ? c.req.valid('query' as never) : {}) as z.infer<Query>,
    });
    return answer instanceof Response ? answer : c.json(answer as object);
  }) as never);
}
