import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { AppError } from '../errors.ts';
import { isDay } from '../law/dates.ts';
import { BASE_NAMES } from '../law/fine-range.ts';
import { GRADE_NAMES, PENALTY_TYPE_NAMES } from '../law/penalties.ts';
import { parseYaml } from './parse-yaml.ts';

const day = z.string().refine(isDay, '应为 YYYY-MM-DD');
const provision = z.strictObject({
  law: z.string(),
  article: z.string(),
  paragraph: z.int().positive().optional(),
  item: z.int().positive().optional(),
});

export const pastCaseSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  example: z.boolean().default(false).describe('虚构的示例案件'),
  agency: z.string(),
  region: z.string().describe('由大到小写'),
  field: z.string(),
  itemCode: z.string().optional(),
  benchmarkItem: z.string().optional(),
  violation: z.string(),
  party: z.strictObject({
    kind: z.enum(['person', 'organisation', 'individual-business']),
    name: z.string(),
  }),
  actOn: day.optional(),
  decidedOn: day,
  facts: z.string(),
  breached: z.array(provision).default([]),
  punishing: z.array(provision).default([]),
  factors: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])).default({}),
  amounts: z.partialRecord(z.enum(BASE_NAMES), z.number().nonnegative()).default({}).describe('元'),
  grounds: z
    .array(
      z.enum([
        'removed-harm',
        'coerced',
        'confessed-unknown',
        'meritorious',
        'minor-age',
        'mental',
        'other-law',
        'heavier',
      ]),
    )
    .default([])
    .describe('已认定的情形'),
  tier: z.string().optional(),
  grade: z.enum(GRADE_NAMES).optional(),
  /** 行为日的法定罚款幅度, yuan. */
  statutory: z.strictObject({ min: z.number().optional(), max: z.number().optional() }).optional(),
  penalties: z.array(
    z.strictObject({
      type: z.enum(PENALTY_TYPE_NAMES),
      amount: z.number().nonnegative().optional().describe('元'),
    }),
  ),
  reasons: z.string(),
  deviation: z.string().optional().describe('偏离裁量基准的理由'),
});

/** 已决案件, as the library compares cases with it. Amounts in yuan. */
export type PastCase = z.infer<typeof pastCaseSchema>;

let bundled: PastCase[] | undefined;

/** The bundled demonstration cases (all invented), oldest decision first. */
export function pastCases(): PastCase[] {
  bundled ??= readPastCases(new URL('../../corpus/cases/', import.meta.url));
  return bundled;
}

/** Reads every YAML file of a folder; a fault is refused with its file, case and field. */
export function readPastCases(folder: URL): PastCase[] {
  const seen = new Set<string>();
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const read = z
        .strictObject({ cases: z.array(pastCaseSchema) })
        .safeParse(parseYaml(readFileSync(new URL(name, folder), 'utf8')));
      if (!read.success) {
        const issue = read.error.issues[0]!;
        throw new AppError(
          'invalid-input',
          `案例文件 ${name} 有误：${issue.path.join('.')}：${issue.message}`,
        );
      }
      return read.data.cases;
    })
    .map((one) => {
      if (seen.has(one.id))
        throw new AppError('invalid-input', `案例编号“${one.id}”重复，请改为不同的编号。`);
      seen.add(one.id);
      return one;
    })
    .sort((a, b) =>
      a.decidedOn === b.decidedOn ? (a.id < b.id ? -1 : 1) : a.decidedOn < b.decidedOn ? -1 : 1,
    );
}
