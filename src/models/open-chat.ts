import type * as z from 'zod';
import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';
import type { Prompt } from './load-prompt.ts';

/** What a model answered, with what is needed to record the use of it. */
export interface ChatAnswer<T> {
  answer: T;
  model: string;
  prompt: string;
  promptVersion: number;
}

/** 对话模型, behind any OpenAI-compatible server. It has no tools and sees only what one prompt gives it. */
export interface Chat {
  model: string;
  /**
   * Asks one question and reads one JSON object of the given shape. A malformed answer is asked for once more.
   * Throws AppError `unavailable` when the server is away, slow beyond the limit, or never answers in shape.
   */
  ask<T>(
    prompt: Prompt,
    inputs: Record<string, string>,
    shape: z.ZodType<T>,
    options?: { signal?: AbortSignal },
  ): Promise<ChatAnswer<T>>;
}

const TRIES = 2;

/** The configured chat model, or `undefined` when none is configured. Opening it makes no request. */
export function openChat(config: Config, limits: { timeoutMs?: number } = {}): Chat | undefined {
  if (!config.chat) return undefined;
  const { model, baseUrl, apiKey } = config.chat;
  // Loaded with the first question: a service whose model is never asked need not carry it.
  const open = async () => {
    const { ChatOpenAI } = await import('@langchain/openai');
    return new ChatOpenAI({
      model,
      apiKey: apiKey ?? 'none',
      temperature: 0,
      maxRetries: 1,
      timeout: limits.timeoutMs ?? 120_000,
      ...(baseUrl ? { configuration: { baseURL: baseUrl } } : {}),
    });
  };
  let opened: ReturnType<typeof open> | undefined;
  return {
    model,
    async ask(prompt, inputs, shape, options = {}) {
      const { system, user } = prompt.fill(inputs);
      opened ??= open();
      const client = await opened;
      let fault = '';
      for (let attempt = 0; attempt < TRIES; attempt += 1) {
        const reply = await client
          .invoke(
            [
              ['system', system],
              ['human', user],
            ],
            options.signal ? { signal: options.signal } : {},
          )
          .catch((cause: unknown) => {
            throw new AppError(
              'unavailable',
              `对话模型 ${model} 没有回答，请检查模型服务后重试，或不用模型继续。`,
              {
                cause,
              },
            );
          });
        const parsed = shape.safeParse(firstJsonObject(reply.text));
        if (parsed.success) {
          return { answer: parsed.data, model, prompt: prompt.name, promptVersion: prompt.version };
        }
        fault = parsed.error.issues[0]?.message ?? '';
      }
      throw new AppError(
        'unavailable',
        `对话模型 ${model} 两次都没有按要求的格式回答（${fault}），本段留给人写。`,
      );
    },
  };
}

/** No honest answer needs more tries at a brace, and a hostile one must not cost more. */
const BRACES_TRIED = 50;

/** The first JSON object in a reply; models like to wrap it in words or a code fence. */
export function firstJsonObject(text: string): unknown {
  let start = text.indexOf('{');
  for (let tried = 0; start >= 0 && tried < BRACES_TRIED; tried += 1) {
    const end = closingBrace(text, start);
    if (end > 0) {
      try {
        return JSON.parse(text.slice(start, end + 1));
      } catch {
        // Braces in prose, not an object.
      }
    }
    start = text.indexOf('{', start + 1);
  }
  return undefined;
}

function closingBrace(text: string, start: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character === '\\') at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{') depth += 1;
    else if (character === '}') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}
