import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';
import { AppError } from './errors.ts';

const url = z.url({ error: '应为完整的网址，如 http://127.0.0.1:8000/v1' });

/** The folder of the embedding model that comes with the product. */
export const BUNDLED_MODEL = resolve(import.meta.dirname, '../models/legal-static');
/** What MINGCAI_EMBEDDING_MODEL says to search by words alone. */
const NO_MODEL = 'none';

const settings = z.object({
  MINGCAI_DATA: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, '应为 postgres://用户:口令@主机:端口/库名')
    .optional(),
  PORT: z.coerce
    .number({ error: '应为 0 至 65535 的端口号' })
    .int('应为 0 至 65535 的端口号')
    .min(0, '应为 0 至 65535 的端口号')
    .max(65535, '应为 0 至 65535 的端口号')
    .default(8080),
  MINGCAI_ORIGIN: url.optional(),
  MINGCAI_CHAT_MODEL: z.string().min(1).optional(),
  OPENAI_BASE_URL: url.optional(),
  OPENAI_API_KEY: z.string().optional(),
  MINGCAI_EMBEDDING_MODEL: z.string().min(1).default(BUNDLED_MODEL),
  MINGCAI_WHISPER_MODEL: z.string().min(1).optional(),
  MINGCAI_WHISPER_BIN: z.string().min(1).optional(),
  MINGCAI_SPEECH_URL: url.optional(),
  MINGCAI_JURISDICTION: z.string().min(1).default('demo'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: '应为 trace、debug、info、warn、error、fatal 或 silent',
    })
    .default('info'),
});

/** The settings of the contract, checked. */
export interface Config {
  dataFolder: string;
  databaseUrl?: string;
  port: number;
  origin?: string;
  chat?: { model: string; baseUrl?: string; apiKey?: string };
  /** A folder; absent when turned off. */
  embeddingModel?: string;
  /** A model file of whisper.cpp, and a program to run it with instead of the one that is built. */
  whisper?: { model: string; binary?: string };
  /** A transcription server. It is given the key only where it is also the server of the chat model. */
  speech?: { url: string; model?: string; apiKey?: string };
  jurisdiction: string;
  logLevel: string;
}

/**
 * Reads the settings from the environment. Empty values count as absent.
 * Refuses with `invalid-input`, naming each faulty setting and what was expected.
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = settings.safeParse(given);
  if (!result.success) {
    const faults = result.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      expected: issue.message,
    }));
    const list = faults.map((fault) => `${fault.path} ${fault.expected}`).join('；');
    throw new AppError('invalid-input', `设置有误，请改正环境变量或 .env 后重试：${list}`, { faults });
  }
  const s = result.data;
  return {
    dataFolder: resolve(s.MINGCAI_DATA),
    ...(s.DATABASE_URL ? { databaseUrl: s.DATABASE_URL } : {}),
    port: s.PORT,
    ...(s.MINGCAI_ORIGIN ? { origin: s.MINGCAI_ORIGIN } : {}),
    ...(s.MINGCAI_CHAT_MODEL
      ? {
          chat: {
            model: s.MINGCAI_CHAT_MODEL,
            ...(s.OPENAI_BASE_URL ? { baseUrl: s.OPENAI_BASE_URL } : {}),
            ...(s.OPENAI_API_KEY ? { apiKey: s.OPENAI_API_KEY } : {}),
          },
        }
      : {}),
    ...(s.MINGCAI_EMBEDDING_MODEL === NO_MODEL ? {} : { embeddingModel: s.MINGCAI_EMBEDDING_MODEL }),
    ...(s.MINGCAI_WHISPER_MODEL
      ? {
          whisper: {
            model: s.MINGCAI_WHISPER_MODEL,
            ...(s.MINGCAI_WHISPER_BIN ? { binary: s.MINGCAI_WHISPER_BIN } : {}),
          },
        }
      : {}),
    ...(s.MINGCAI_SPEECH_URL ? { speech: speechServer(s, s.MINGCAI_SPEECH_URL) } : {}),
    jurisdiction: s.MINGCAI_JURISDICTION,
    logLevel: s.LOG_LEVEL,
  };
}

function speechServer(s: z.infer<typeof settings>, url: string): NonNullable<Config['speech']> {
  const sameServer =
    s.OPENAI_BASE_URL !== undefined && new URL(s.OPENAI_BASE_URL).origin === new URL(url).origin;
  return {
    url,
    ...(s.MINGCAI_WHISPER_MODEL ? { model: s.MINGCAI_WHISPER_MODEL } : {}),
    ...(sameServer && s.OPENAI_API_KEY ? { apiKey: s.OPENAI_API_KEY } : {}),
  };
}

/** Loads `.env` beside package.json's working folder; variables already set win. */
export function loadEnvFile(file = '.env'): void {
  if (existsSync(file)) process.loadEnvFile(file);
}
