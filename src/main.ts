import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { pino } from 'pino';
import { createCase } from './cases/create-case.ts';
import { exampleCaseFiles } from './cases/example-case-files.ts';
import { listCases } from './cases/list-cases.ts';
import type { Config } from './config.ts';
import { loadBundledCorpus } from './corpus/load-bundled-corpus.ts';
import { loadReferenceBook } from './corpus/load-reference-book.ts';
import { loadProfiles } from './corpus/profile.ts';
import type { ReferenceBook } from './corpus/reference-book.ts';
import { keepSignatures } from './corpus/search/resident-signatures.ts';
import { keepVectors } from './corpus/search/resident-vectors.ts';
import { withImportedTexts } from './corpus/with-imported-texts.ts';
import type { Db } from './db/database.ts';
import { openDatabase } from './db/open-database.ts';
import { openQueue } from './db/queue.ts';
import { runDoctor } from './doctor.ts';
import { AppError } from './errors.ts';
import { readLatestRun } from './evaluation/latest-run.ts';
import { createApp } from './http/create-app.ts';
import { startJobs } from './jobs.ts';
import { openEmbedder } from './models/embed.ts';
import { openChat } from './models/open-chat.ts';
import { checkProfiles } from './review/rules/check-profiles.ts';
import { createDemoPeople } from './staff/create-demo-people.ts';
import { makeAuth } from './staff/make-auth.ts';
import { ROLES } from './staff/person.ts';

/** A running service. */
export interface Service {
  url: string;
  /** The accounts of a demonstration, with their password. */
  demonstration?: { people: { name: string; username: string; roleName: string }[]; password: string };
  close(): Promise<void>;
}

/** How often a service looks whether another process changed the library. */
const LIBRARY_CHECK_MS = 15_000;

/**
 * Opens the store, loads the bundled corpus, makes the demonstration on an empty store, and serves pages, API and
 * background work. Refuses like openDatabase; `conflict` also when the port is taken.
 */
export async function startService(
  config: Config,
  options: { host?: string; onStep?: (message: string) => void } = {},
): Promise<Service> {
  const logger = pino({ level: config.logLevel });
  const step = options.onStep ?? (() => {});
  const profiles = loadProfiles();
  checkProfiles(profiles.values());
  if (!profiles.has(config.jurisdiction)) {
    throw new AppError(
      'invalid-input',
      `MINGCAI_JURISDICTION 为“${config.jurisdiction}”，没有这个地区方案；现有：${[...profiles.keys()].join('、')}。`,
    );
  }
  step('打开数据库……');
  const database = await openDatabase(config);
  const closers: (() => Promise<unknown>)[] = [() => database.close()];
  const closeAll = async () => {
    for (const close of closers.reverse()) await close();
  };
  try {
    step('载入随附法规要旨、裁量基准和示例案例……');
    await loadBundledCorpus(database.db);
    const library = await followLibrary(database.db, (error) => logger.error({ err: error }, 'library'));
    closers.push(async () => library.stop());
    const demo = await createDemoPeople(database.db, config.dataFolder);
    if (demo) await loadExamples(database.db, demo.people);

    const queue = await openQueue(database);
    closers.push(() => queue.stop());
    const chat = openChat(config);
    const embedder = await openEmbedder(config);
    const shared = {
      database,
      book: library.book,
      profiles,
      config,
      ...(chat ? { chat } : {}),
      ...(embedder ? { embedder } : {}),
    };
    await startJobs(queue, { ...shared, logger });
    if (embedder) {
      // What the database need not be asked nobody waits for. It measures the vectors of a library too large for memory.
      keepVectors(database.db);
      keepSignatures(database.db);
      await queue.send(database.db, 'embed-library', {});
    }

    const auth = await makeAuth(database.db, config);
    const app = createApp({
      ...shared,
      queue,
      auth,
      logger,
      doctor: () => runDoctor(config, database),
      latestEvaluation: () => readLatestRun(config.dataFolder),
      ...(demo
        ? {
            demonstration: {
              usernames: demo.people.map(({ name, username, role }) => ({ name, username, role })),
            },
          }
        : {}),
    });
    const server = await listen(app.fetch, config.port, options.host ?? '127.0.0.1');
    closers.push(() => server.close());
    return {
      url: config.origin ?? server.url,
      ...(demo
        ? {
            demonstration: {
              password: demo.password,
              people: demo.people.map(({ name, username, role }) => ({
                name,
                username,
                roleName: ROLES[role],
              })),
            },
          }
        : {}),
      close: closeAll,
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** The example cases, once, where the demonstration agency has none: handled by its handlers. */
async function loadExamples(db: Db, people: { id: string; name: string; role: string }[]): Promise<void> {
  const handlers = people.filter((person) => person.role === 'handler');
  const [first, ...others] = handlers;
  if (!first || (await listCases(db, { limit: 1 })).length > 0) return;
  const already = await db
    .selectFrom('record_entries')
    .select('seq')
    .where('action', '=', '清除示例案件')
    .limit(1)
    .executeTakeFirst();
  if (already) return;
  for (const file of exampleCaseFiles()) {
    await createCase(db, {
      file,
      by: { id: first.id, name: first.name, role: 'handler' },
      handlers: others.map((person) => person.id),
      note: '载入示例案件',
    });
  }
}

/** A reference book that follows the library: what another process imports is seen within seconds. */
async function followLibrary(
  db: Db,
  onError: (error: unknown) => void,
): Promise<{ book: ReferenceBook; stop(): void }> {
  const revisionOf = async () =>
    (await db.selectFrom('library_state').select('revision').executeTakeFirstOrThrow()).revision;
  let revision = await revisionOf();
  let current = await withImportedTexts(db, loadReferenceBook());
  const timer = setInterval(() => {
    void (async () => {
      const now = await revisionOf();
      if (now === revision) return;
      current = await withImportedTexts(db, loadReferenceBook());
      revision = now;
    })().catch(onError);
  }, LIBRARY_CHECK_MS);
  timer.unref();
  const book = new Proxy({} as ReferenceBook, { get: (_, name) => current[name as keyof ReferenceBook] });
  return { book, stop: () => clearInterval(timer) };
}

async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
  hostname: string,
): Promise<{ url: string; close(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname }, (address: AddressInfo) => {
      const host = hostname === '0.0.0.0' || hostname === '::' ? '127.0.0.1' : hostname;
      resolve({
        url: `http://${host}:${address.port}`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
    server.on('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new AppError('conflict', `端口 ${port} 已被占用，请用 --port 换一个，或停止占用它的程序。`)
          : error.code === 'EACCES'
            ? new AppError('unavailable', `没有权限使用端口 ${port}，请用 --port 换一个大于 1023 的端口。`)
            : error,
      );
    });
  });
}
