import * as z from 'zod';
import { BASE_NAMES } from '../law/fine-range.ts';

const AMOUNT = '应为不小于 0 的数，如 20000 或者 "1234.5"；“1万”“二十”之类请写作数字';

/** Yuan or a multiple, never below zero: a decimal string keeps what a number cannot. */
export const amount = z.union(
  [z.number().min(0, AMOUNT), z.string().regex(/^\s*(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s*$/, AMOUNT)],
  AMOUNT,
);

export const fineRangeSchema = z.strictObject({
  base: z.enum(BASE_NAMES).optional(),
  baseFactor: z.string().optional().describe('基数是本事项的一个数值型裁量因素，如“挪用费用”“单位罚款数额”'),
  each: z.string().optional().describe('按 baseFactor 的单位计罚：min、max 是每一单位（如“平方米”）的元数'),
  baseLeast: amount.optional().describe('基数不足此数的，按此数计算（元）'),
  most: amount.optional().describe('按基数计算超过此数的，按此数计算（元）'),
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
