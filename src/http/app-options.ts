import type { Context } from 'hono';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Profile } from '../corpus/profile.ts';
import type { ReferenceBook } from '../corpus/reference-book.ts';
import type { Database } from '../db/database.ts';
import type { Queue } from '../db/queue.ts';
import { AppError } from '../errors.ts';
import type { Embedder } from '../models/embed.ts';
import type { Chat } from '../models/open-chat.ts';
import type { Auth } from '../staff/make-auth.ts';
import type { Person } from '../staff/person.ts';

export interface DoctorCheck {
  name: string;
  state: 'ok' | 'absent' | 'broken';
  detail: string;
  remedy: string;
}

/** Everything the web is given from outside; the doors build it once. */
export interface AppOptions {
  database: Database;
  queue?: Queue;
  config: Config;
  auth: Auth;
  book: ReferenceBook;
  profiles: Map<string, Profile>;
  chat?: Chat;
  /** Adds the dense half to searches, when a model is configured. */
  embedder?: Embedder;
  logger?: Logger;
  doctor?: () => Promise<{ checks: DoctorCheck[] }>;
  /** The latest report of the trainers' suites, when one was kept. */
  latestEvaluation?: () => Promise<EvaluationSummary | undefined>;
  /** Shown on the sign-in page of a demonstration. */
  demonstration?: { usernames: { name: string; username: string; role: string }[] };
}

export interface EvaluationSummary {
  at: string;
  suites: { suite: string; cases: number; metrics: Record<string, number>; passed: boolean }[];
}

export interface AppEnv {
  Variables: { person?: Person; requestId: string };
}

export type AppContext = Context<AppEnv>;

/** The person behind a request; refuses with `not-signed-in` when nobody is. */
export function signedIn(c: AppContext): Person {
  const person = c.get('person');
  if (!person) throw new AppError('not-signed-in', '请先登录。');
  return person;
}
