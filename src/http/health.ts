import type { Hono } from 'hono';
import { sql } from 'kysely';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { AppEnv, AppOptions } from './app-options.ts';

/** `/healthz`, `/readyz` and `/metrics`, and the counting of requests. */
export function addHealth(app: Hono<AppEnv>, options: AppOptions): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'mingcai_http_requests_total',
    help: 'Requests by method and status.',
    labelNames: ['method', 'status'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'mingcai_http_request_seconds',
    help: 'Time to answer, in seconds.',
    buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });

  app.use(async (c, next) => {
    const end = seconds.startTimer();
    await next();
    end();
    requests.inc({ method: c.req.method, status: c.res.status });
  });

  app.get('/healthz', (c) => c.json({ ok: true }));
  app.get('/readyz', async (c) => {
    const database = await sql`select 1`.execute(options.database.db).then(
      () => true,
      () => false,
    );
    const checks = {
      database,
      queue: options.queue ? 'ok' : 'absent',
      chat: options.chat ? 'configured' : 'absent',
      embedding: options.embedder ? 'configured' : 'absent',
    };
    return c.json({ ok: database, checks }, database ? 200 : 503);
  });
  app.get('/metrics', async (c) =>
    c.text(await registry.metrics(), 200, { 'Content-Type': registry.contentType }),
  );
}
