import * as z from 'zod';
import { isDay } from '../law/dates.ts';
import { BASE_NAMES } from '../law/fine-range.ts';
import { GRADE_NAMES } from '../law/penalties.ts';

const day = z.string().refine(isDay, '应为 YYYY-MM-DD');
const amount = z.union([z.number(), z.string()]);

export const fineRangeSchema = z.strictObject({
  base: z.enum(BASE_NAMES).optional(),
  min: amount.optional(),
  max: amount.optional(),
  minInclusive: z.boolean().optional(),
  maxInclusive: z.boolean().optional(),
});

const test = z.strictObject({
  factor: z.string(),
  op: z.enum(['=', '!=', '<', '<=', '>', '>=', 'within']),
  value: z.union([
    z.number(),
    z.string(),
    z.boolean(),
    z.array(z.union([z.number(), z.string(), z.boolean()])),
  ]),
});
type TestInput = z.infer<typeof test>;
type ConditionInput =
  | TestInput
  | { all: ConditionInput[] }
  | { any: ConditionInput[] }
  | { not: ConditionInput };
export const conditionSchema: z.ZodType<ConditionInput> = z.lazy(() =>
  z.union([
    test,
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
  ]),
);

/** 裁量因素: a typed question about the facts. */
const factor = z.strictObject({
  name: z.string(),
  label: z.string().optional().describe('显示的名称'),
  question: z.string(),
  type: z.enum(['number', 'choice', 'yes-no']),
  unit: z.string().optional(),
  choices: z.array(z.string()).optional(),
});

const tier = z.strictObject({
  order: z.number().int().positive(),
  name: z.string(),
  grade: z.enum(GRADE_NAMES),
  when: conditionSchema,
  conditions: z.string().describe('适用情形，用自己的话'),
  fine: fineRangeSchema.optional(),
  extra: z.array(z.string()).default([]).describe('该阶次另应给予的处罚种类'),
});

const item = z.strictObject({
  id: z.string(),
  violation: z.string(),
  field: z.string(),
  itemCode: z.string().optional(),
  breached: z.array(
    z.strictObject({
      law: z.string(),
      article: z.string(),
      paragraph: z.number().optional(),
      item: z.number().optional(),
    }),
  ),
  sanction: z.string().describe('罚则 id，见 corpus/sanctions'),
  appliesTo: z.enum(['person', 'unit', 'any']).default('any'),
  factors: z.array(factor),
  tiers: z.array(tier).min(1),
  /** What an unknown factor means in this table. */
  unknownFactor: z.enum(['unclear', 'lowest']).default('unclear'),
  severalTiers: z.enum(['unclear', 'heaviest']).default('unclear'),
  figures: z.string().describe('数字的出处'),
});

export const benchmarkSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  number: z.string().optional(),
  issuer: z.string(),
  region: z.string(),
  field: z.string(),
  example: z.boolean().default(false),
  publishedOn: day.optional(),
  inForce: z.strictObject({ from: day, to: day.optional() }),
  source: z.string(),
  items: z.array(item),
});

/** 裁量基准 with its items and tiers. */
export type Benchmark = z.infer<typeof benchmarkSchema>;
export type BenchmarkItem = Benchmark['items'][number];
export type Tier = BenchmarkItem['tiers'][number];
