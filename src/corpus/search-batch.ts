import * as z from 'zod';
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

/** One line: a query, and filters that go before those of the whole batch. */
const querySchema = z.strictObject({
  id: z.union([z.string(), z.number()], '应为文字或者数字'),
  text: z.string('应为文字'),
  asOf: z.string('应为写作 YYYY-MM-DD 的日期').optional(),
  decidedOn: z.string('应为写作 YYYY-MM-DD 的日期').optional(),
  kind: z.enum(['law', 'benchmark', 'case', 'all'], '应为 law、benchmark、case、all 之一').optional(),
  level: z.string('应为文字').optional(),
  region: z.string('应为文字').optional(),
  agency: z.string('应为文字').optional(),
  limit: z.number('应为数字').optional(),
});
type BatchQuery = z.infer<typeof querySchema>;

/**
 * Answers a file of JSON lines `{id, text}` in its order; a line may add `asOf`, `decidedOn`, `kind`, `level`, `region`,
 * `agency` and `limit` of its own.
 * @throws AppError invalid-input naming the first line that is not such a query, and what is wrong with it.
 */
export async function* searchBatch(
  db: Db,
  file: string,
  options: SearchOptions = {},
): AsyncGenerator<BatchAnswer> {
  for await (const line of readLines(file)) {
    const { id, text, ...own } = readQuery(line.bytes, line.number);
    const { hits } = await search(db, text, { ...options, ...given(own) }).catch((error: unknown) => {
      if (!(error instanceof AppError) || error.kind !== 'invalid-input') throw error;
      throw new AppError('invalid-input', `批量检索文件第 ${line.number} 行：${error.message}`);
    });
    yield { id, hits: hits.map((hit) => [hit.id, hit.score]) };
  }
}

/** Without what a line does not say. */
function given(own: Omit<BatchQuery, 'id' | 'text'>): SearchOptions {
  return Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
}

function readQuery(bytes: Uint8Array | undefined, number: number): BatchQuery {
  let value: unknown;
  try {
    value = JSON.parse((bytes && decodeText(bytes))?.replace(/^\ufeff/, '') ?? '');
  } catch {
    value = undefined;
  }
  const read = querySchema.safeParse(value);
  if (read.success) return read.data;
  const faults = read.error.issues.map(faultOf).join('；');
  throw new AppError(
    'invalid-input',
    `批量检索文件第 ${number} 行应为 {"id":…,"text":"…"} 一行一条${faults && `（${faults}）`}，请改正后重试。`,
  );
}

function faultOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(querySchema.shape).join('、');
    return `不认识 ${issue.keys.join('、')}，可以写的只有 ${known}`;
  }
  return issue.path.length > 0 ? `${issue.path.join('.')} ${issue.message}` : '不是一个 JSON 对象';
}
