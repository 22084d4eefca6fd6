import * as z from 'zod';
import { count, day, sourced, text } from './profile-parts.ts';

/** What a place publishes about inspections and levies, and when its night begins. */

const listed = z.strictObject({
  code: text.optional(),
  name: text,
  from: day.optional(),
  to: day.optional(),
});

export const INSPECTION_TRIGGERS = [
  'double-random',
  'routine',
  'special',
  'complaint',
  'referral',
  'monitoring',
  'accident',
  'request',
] as const;

const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '应为时刻，写作 HH:MM');

export const actKeys = {
  inspectionItems: z
    .strictObject({ items: z.array(listed), ...sourced })
    .optional()
    .describe('行政检查事项清单'),
  inspectionLimits: z
    .array(
      z.strictObject({
        field: text.default('*').describe('领域，或 * 表示其余各领域'),
        timesPerYear: count,
        exempt: z.array(z.enum(INSPECTION_TRIGGERS)).describe('不受频次上限限制的来由'),
        ...sourced,
      }),
    )
    .optional()
    .describe('对同一企业的年度检查频次上限'),
  levyItems: z
    .strictObject({ items: z.array(listed), ...sourced })
    .optional()
    .describe('行政征收项目清单'),
  night: z
    .strictObject({ from: hour, until: hour, source: text })
    .refine(({ from, until }) => from > until, '夜间应跨零时，如 22:00 至 06:00')
    .optional()
    .describe('不得实施强制执行的夜间；不写的按二十二时至次日六时'),
};
