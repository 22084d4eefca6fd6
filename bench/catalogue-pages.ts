import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundledViolations } from '../src/corpus/violations/read-violations.ts';
import { openService } from './open-service.ts';
import type { Row } from './run.ts';

const STORIES = new URL('../evals/questions/facts.jsonl', import.meta.url);
/** Times that each kind of page is asked for, one after the other. */
const TIMES = 150;
/** Every so many items, so that all fields come up. */
const STEP = 7;

/**
 * The catalogue's pages of a running service with its demonstration data, over HTTP, signed in as the handler: the first time
 * and the others, and the largest of them. The goal is 300 ms.
 */
export async function benchCataloguePages(): Promise<Row[]> {
  const data = mkdtempSync(join(tmpdir(), 'mingcai-bench-'));
  const service = await openService(data);
  try {
    const cookie = await signIn(service.url, service.said);
    const stories = readFileSync(STORIES, 'utf8')
      .trim()
      .split('\n')
      .map((line) => String((JSON.parse(line) as { text: string }).text));
    const { items } = bundledViolations();
    const fields = [...new Set(items.map(({ field }) => field))];
    const kinds: [name: string, path: (n: number) => string][] = [
      ['the tree of fields', () => '/catalogue'],
      ['a field laid open', (n) => `/catalogue?${new URLSearchParams({ field: at(fields, n) })}`],
      ['a story searched', (n) => `/catalogue?${new URLSearchParams({ q: at(stories, n) })}`],
      ['an item', (n) => `/catalogue/${at(items, n * STEP).id}`],
    ];
    const rows: Row[] = [];
    for (const [name, path] of kinds) {
      const times: number[] = [];
      let most = 0;
      for (let n = 0; n < TIMES; n++) {
        const start = performance.now();
        const reply = await fetch(service.url + path(n), { headers: { cookie }, redirect: 'manual' });
        const { length } = await reply.arrayBuffer().then((bytes) => new Uint8Array(bytes));
        times.push(Math.round((performance.now() - start) * 10) / 10);
        if (reply.status !== 200) throw new Error(`${path(n)} is answered with ${reply.status}`);
        most = Math.max(most, length);
      }
      const [first = 0, ...rest] = times;
      rest.sort((a, b) => a - b);
      const share = (part: number) => rest[Math.floor(rest.length * part)] ?? 0;
      rows.push(
        { name: `catalogue, ${name}, the first`, value: first, unit: 'ms' },
        { name: `catalogue, ${name}, p50`, value: share(0.5), unit: 'ms' },
        { name: `catalogue, ${name}, p95`, value: share(0.95), unit: 'ms' },
        { name: `catalogue, ${name}, the largest`, value: Math.round(most / 1024), unit: 'KB' },
      );
    }
    return rows;
  } finally {
    await service.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

/** The cookie of the demonstration's handler, whose password the service prints when it first starts. */
async function signIn(url: string, said: () => string): Promise<string> {
  for (let tries = 0; tries < 200; tries++) {
    const username = /^\s+(\S+)\s.*（承办人）/m.exec(said())?.[1];
    const password = /口令：(\S+)/.exec(said())?.[1];
    if (username && password) {
      const reply = await fetch(`${url}/sign-in`, {
        method: 'POST',
        body: new URLSearchParams({ username, password }),
        headers: { origin: url },
        redirect: 'manual',
      });
      if (reply.status === 303)
        return reply.headers
          .getSetCookie()
          .map((one) => one.split(';')[0])
          .join('; ');
      throw new Error(`signing in is answered with ${reply.status}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the service told of no handler: ${said()}`);
}

function at<Type>(list: readonly Type[], n: number): Type {
  const found = list[n % list.length];
  if (found === undefined) throw new Error('an empty list');
  return found;
}
