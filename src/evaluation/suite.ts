import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { AppError } from '../errors.ts';

const caseBase = { id: z.string(), note: z.string().optional() };

const searchCase = z.strictObject({
  ...caseBase,
  query: z.string(),
  asOf: z.string().optional(),
  kind: z.enum(['law', 'benchmark', 'case', 'all']).default('law'),
  /** Identifiers of entries that answer the query. */
  expect: z.array(z.string()).min(1),
  /** Identifiers that must not be among the first ten (out of force on the day, say). */
  never: z.array(z.string()).default([]),
});

const screenCase = z.strictObject({
  ...caseBase,
  example: z.string().describe('corpus/examples 中的案件'),
  /** Merged over the example: objects deeply, arrays replaced, null deletes. */
  given: z.record(z.string(), z.unknown()).default({}),
  today: z.string(),
  /** Rule → answer. `onlyNotMet` lists every rule that may answer not-met; any other is a false alarm. */
  expect: z.record(z.string(), z.enum(['met', 'not-met', 'unclear', 'not-applicable'])),
  onlyNotMet: z.array(z.string()).optional(),
});

const draftCase = z.strictObject({
  ...caseBase,
  example: z.string(),
  given: z.record(z.string(), z.unknown()).default({}),
  today: z.string(),
  contains: z.array(z.string()).default([]),
  lacks: z.array(z.string()).default([]),
  /** Names of gaps the draft must show; every other gap is a fault. */
  gaps: z.array(z.string()).optional(),
  elementsPresent: z.boolean().default(true),
});

const gates = z.record(
  z.string(),
  z.strictObject({ least: z.number().optional(), most: z.number().optional() }),
);
const head = { title: z.string(), about: z.string(), gates };

const suiteSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('search'), ...head, cases: z.array(searchCase).min(1) }),
  z.strictObject({ kind: z.literal('screen'), ...head, cases: z.array(screenCase).min(1) }),
  z.strictObject({ kind: z.literal('draft'), ...head, cases: z.array(draftCase).min(1) }),
]);

/** 评测套件, one readable page under evals/. `name` is its file's. */
export type Suite = z.infer<typeof suiteSchema> & { name: string };
export type SearchCase = z.infer<typeof searchCase>;
export type ScreenCase = z.infer<typeof screenCase>;
export type DraftCase = z.infer<typeof draftCase>;

/** Reads one suite; a wrong page is refused with the place. */
export function readSuite(yaml: string, file: string): Suite {
  const result = suiteSchema.safeParse(parse(yaml));
  if (!result.success) {
    const faults = result.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      expected: issue.message,
    }));
    const list = faults.map((fault) => `${fault.path}：${fault.expected}`).join('；');
    throw new AppError('invalid-input', `评测套件 ${file} 有误：${list}`, { faults });
  }
  const ids = result.data.cases.map((entry) => entry.id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice) throw new AppError('invalid-input', `评测套件 ${file} 有两个用例都叫“${twice}”，请改名。`);
  return { ...result.data, name: basename(file, '.yaml') };
}

/** The named suites, or all of them. */
export function loadSuites(names: string[], folder = new URL('../../evals/', import.meta.url)): Suite[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort();
  const known = files.map((file) => basename(file, '.yaml'));
  for (const name of names) {
    if (!known.includes(name)) {
      throw new AppError('not-found', `没有评测套件“${name}”，现有：${known.join('、')}。`);
    }
  }
  return files
    .filter((file) => names.length === 0 || names.includes(basename(file, '.yaml')))
    .map((file) => readSuite(readFileSync(new URL(file, folder), 'utf8'), file));
}
