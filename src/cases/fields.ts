import * as z from 'zod';
import { isDay } from '../law/dates.ts';
import { BASE_NAMES } from '../law/fine-range.ts';
import { fen } from '../law/money.ts';
import { NORM_LEVEL_NAMES, PENALTY_TYPE_NAMES } from '../law/penalties.ts';

/** The field types that the parts of the case file share. Every message says what was expected. */

export const text = z.string().min(1, '应为非空文字');
export const id = z.string().regex(/^[A-Za-z0-9._-]{1,80}$/, '应为 1 至 80 位字母、数字或 . _ -');
export const day = z.string().refine(isDay, '应为存在的日期，写作 YYYY-MM-DD').describe('日期 YYYY-MM-DD');
export const moment = z
  .string()
  .refine(
    (value) =>
      /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(value) && isDay(value.slice(0, 10)),
    '应为北京时间，写作 YYYY-MM-DDTHH:MM',
  )
  .describe('北京时间 YYYY-MM-DDTHH:MM');

export const money = z
  .number()
  .nonnegative('应为不小于 0 的金额（元）')
  .refine(isWholeFen, '应为精确到分的金额（元，至多两位小数）')
  .describe('金额，单位元，至多两位小数');

/** A number as the papers have it: one that fails its check is a finding of the review, not a fault of the file. */
export const idNumber = z
  .string()
  .regex(/^[0-9A-Za-z]{6,20}$/, '公民身份号码应为 6 至 20 位数字或字母')
  .describe('公民身份号码，照材料写；校验由审查规则进行');
export const creditCode = z
  .string()
  .regex(/^[0-9A-Za-z]{6,20}$/, '统一社会信用代码应为 6 至 20 位数字或字母')
  .describe('统一社会信用代码，照材料写；校验由审查规则进行');

export const citation = z
  .strictObject({
    law: text.describe('规范全称，不加书名号'),
    article: z.string().regex(/^\d{1,4}(-\d{1,2})?$/, '应为条号数字，如 "64"，之一写作 "133-1"'),
    paragraph: z.int().positive().max(99).optional(),
    item: z.int().positive().max(99).optional(),
    level: z.enum(NORM_LEVEL_NAMES).optional().describe('规范层级；库中有该规范时以库为准'),
  })
  .describe('引用的条款项');

export const penalty = z
  .strictObject({
    type: z.enum(PENALTY_TYPE_NAMES),
    amount: money.optional().describe('罚款或没收的金额（元）'),
    text: text.optional().describe('文书中的表述'),
  })
  .describe('处罚');

export const factor = z.union([z.number(), z.string(), z.boolean()]);
export const baseName = z.enum(BASE_NAMES);

function isWholeFen(value: number): boolean {
  try {
    fen(value);
    return true;
  } catch {
    return false;
  }
}
