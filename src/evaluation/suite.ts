import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

const instructionsCase = z.strictObject({
  ...caseBase,
  where: z.string().describe('the paper in which it stands'),
  text: z.string().min(1),
  why: z.string(),
  /** Whether the text speaks to a machine. */
  addressed: z.boolean(),
  /** No rule was written or changed on it. */
  held: z.boolean().default(false),
});

const likeCasesCase = z.strictObject({
  ...caseBase,
  story: z.string().describe('案情'),
  /** Past cases by how alike they are: 3 the same violation in like circumstances, 2 the same, 1 of the same kind. */
  alike: z.record(z.string(), z.int().min(1).max(3)),
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
  z.strictObject({ kind: z.literal('instructions'), ...head, cases: z.array(instructionsCase).min(1) }),
  z.strictObject({ kind: z.literal('like-cases'), ...head, cases: z.array(likeCasesCase).min(1) }),
]);

/** 评测套件, one readable page under evals/. `name` is its file's. */
export type Suite = z.infer<typeof suiteSchema> & { name: string };
export type SearchCase = z.infer<typeof searchCase>;
export type ScreenCase = z.infer<typeof screenCase>;
export type DraftCase = z.infer<typeof draftCase>;
export type InstructionsCase = z.infer<typeof instructionsCase>;
export type LikeCasesCase = z.infer<typeof likeCasesCase>;

/** Reads one suite, with the lists of `more` after its own cases; a wrong page is refused with the place. */
export function readSuite(yaml: string, file: string, more: string[] = []): Suite {
  const page: unknown = parse(yaml);
  const result = suiteSchema.safeParse(more.length > 0 ? withCases(page, more) : page);
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

function withCases(page: unknown, more: string[]): unknown {
  const { cases, ...rest } = z.looseObject({ cases: z.array(z.unknown()).default([]) }).parse(page);
  return { ...rest, cases: [...cases, ...more.flatMap((list) => z.array(z.unknown()).parse(parse(list)))] };
}

/** The named suites, or all of them. A suite of many cases keeps them in lists in the folder of its name. */
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
    .map((file) => {
      const lists = new URL(`${basename(file, '.yaml')}/`, folder);
      const more = existsSync(lists) ? readdirSync(lists).sort() : [];
      return readSuite(
        readFileSync(new URL(file, folder), 'utf8'),
        file,
        more.map((list) => readFileSync(new URL(list, lists), 'utf8')),
      );
    });
}
