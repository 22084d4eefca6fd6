import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { AppError } from '../../errors.ts';
import type { Heard, SpeechEngine } from './speech-engine.ts';

/** A transcription server that speaks OpenAI's protocol. */
export interface ServerSettings {
  /** Its base address, such as http://127.0.0.1:9000/v1. */
  url: string;
  model?: string;
  apiKey?: string;
  timeoutMs?: number;
  /** Before the second try; the third waits three times as long. */
  pauseMs?: number;
}

const TRIES = 3;
const TIMEOUT_MS = 10 * 60_000;

const answer = z.object({
  text: z.string().default(''),
  duration: z.coerce.number().optional(),
  segments: z
    .array(
      z.object({
        start: z.number(),
        end: z.number(),
        text: z.string(),
        avg_logprob: z.number().nullish(),
        no_speech_prob: z.number().nullish(),
      }),
    )
    .nullish(),
});

/** Hears each part by one request. Whatever the server does, the recording leaves this machine only towards it. */
export function serverEngine(settings: ServerSettings): SpeechEngine {
  const model = settings.model ?? 'whisper-1';
  return {
    name: 'server',
    model,
    batch: 1,
    lanes: 2,
    async prepare() {},
    async hear(folder, names, order) {
      for (const [index, name] of names.entries()) {
        const sound = await readFile(join(folder, name));
        order.heard(index, await ask(settings, model, sound, order.prompt, order.signal));
        await rm(join(folder, name), { force: true });
      }
    },
  };
}

async function ask(
  settings: ServerSettings,
  model: string,
  sound: Buffer,
  prompt: string,
  signal?: AbortSignal,
): Promise<Heard[]> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await request(settings, model, sound, prompt, signal);
    if ('sentences' in outcome) return outcome.sentences;
    if (attempt === TRIES || !outcome.again) throw outcome.refusal;
    await wait((settings.pauseMs ?? 1000) * 3 ** (attempt - 1), undefined, signal ? { signal } : {}).catch(
      () => {
        signal?.throwIfAborted();
      },
    );
  }
}

type Outcome = { sentences: Heard[] } | { refusal: AppError; again: boolean };

async function request(
  settings: ServerSettings,
  model: string,
  sound: Buffer,
  prompt: string,
  signal?: AbortSignal,
): Promise<Outcome> {
  const form = new FormData();
  form.set('file', new Blob([Uint8Array.from(sound)], { type: 'audio/wav' }), 'part.wav');
  form.set('model', model);
  form.set('language', 'zh');
  form.set('response_format', 'verbose_json');
  form.set('temperature', '0');
  if (prompt) form.set('prompt', prompt);
  const limit = AbortSignal.timeout(settings.timeoutMs ?? TIMEOUT_MS);
  let body: unknown;
  try {
    const reply = await fetch(addressOf(settings.url), {
      method: 'POST',
      body: form,
      headers: settings.apiKey ? { authorization: `Bearer ${settings.apiKey}` } : {},
      // Elsewhere than to the configured address nothing is sent.
      redirect: 'error',
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    if (!reply.ok) {
      await reply.body?.cancel();
      const again = reply.status >= 500 || reply.status === 429 || reply.status === 408;
      return { refusal: refused(settings.url, `状态 ${reply.status}`), again };
    }
    body = await reply.json();
  } catch (cause) {
    signal?.throwIfAborted();
    return {
      refusal: refused(settings.url, limit.aborted ? '超时' : '连接中断或者没有应答', cause),
      again: true,
    };
  }
  const parsed = answer.safeParse(body);
  if (!parsed.success) return { refusal: refused(settings.url, '应答不是转写结果'), again: false };
  const { segments, text, duration } = parsed.data;
  const seconds = duration ?? (sound.length - 44) / 32_000;
  const sentences = segments ?? (text.trim() ? [{ start: 0, end: seconds, text }] : []);
  return { sentences: sentences.map(heardOf) };
}

type Sentence = NonNullable<z.infer<typeof answer>['segments']>[number];

/** Where the model itself thinks that nobody speaks and has guessed all the same, as Whisper's own decoder judges it. */
const NO_SPEECH = 0.6;
const GUESSED = -1;

function heardOf(sentence: Sentence): Heard {
  const { start, end, text, avg_logprob: mean, no_speech_prob: silence } = sentence;
  const sure = typeof mean === 'number' ? { sure: Math.min(1, Math.exp(mean)) } : {};
  const silent = (silence ?? 0) > NO_SPEECH && (mean ?? 0) < GUESSED ? { silent: true as const } : {};
  return { start, end, tokens: [{ text }], ...sure, ...silent };
}

function addressOf(url: string): string {
  const base = url.replace(/\/+$/, '');
  return base.endsWith('/audio/transcriptions') ? base : `${base}/audio/transcriptions`;
}

function refused(url: string, why: string, cause?: unknown): AppError {
  return new AppError(
    'unavailable',
    `转写服务 ${url} 没有完成转写（${why}），请检查服务后重试；已完成的部分保留。`,
    { cause },
  );
}
