import type { Db } from '../db/database.ts';
import { AppError } from '../errors.ts';
import { decodeText } from '../files/decode-text.ts';
import { readLines } from './read-lines.ts';
import { type SearchOptions, search } from './search.ts';

/** One answered query of a batch: ids and scores, best first. */
export interface BatchAnswer {
  id: string | number;
  hits: [string, number][];
}

/**
 * Answers a file of JSON lines `{id, text, asOf?}` in its order.
 * @throws AppError invalid-input naming the first line that is not such a query.
 */
export async function* searchBatch(
  db: Db,
  file: string,
  options: SearchOptions = {},
): AsyncGenerator<BatchAnswer> {
  for await (const line of readLines(file)) {
    const { id, text, asOf } = readQuery(line.bytes, line.number);
    const { hits } = await search(db, text, { ...options, ...(asOf ? { asOf } : {}) });
    yield { id, hits: hits.map((hit) => [hit.id, hit.score]) };
  }
}

function readQuery(
  bytes: Uint8Array | undefined,
  number: number,
): { id: string | number; text: string; asOf?: string } {
  let value: unknown;
  try {
    value = JSON.parse((bytes && decodeText(bytes))?.replace(/^\ufeff/, '') ?? '');
  } catch {
    value = undefined;
  }
  const { id, text, asOf } = (value ?? {}) as Record<string, unknown>;
  if ((typeof id === 'string' || typeof id === 'number') && typeof text === 'string') {
    return { id, text, ...(typeof asOf === 'string' ? { asOf } : {}) };
  }
  throw new AppError(
    'invalid-input',
    `批量检索文件第 ${number} 行应为 {"id":…,"text":"…"} 一行一条，请改正后重试。`,
  );
}
