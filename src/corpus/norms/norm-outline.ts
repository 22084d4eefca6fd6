import * as z from 'zod';
import { isDay } from '../../law/dates.ts';
import { NORM_LEVEL_NAMES } from '../../law/penalties.ts';

const day = z.string().refine(isDay, '应为 YYYY-MM-DD');

const version = z.strictObject({
  adopted: day.describe('通过或者修正之日'),
  effective: day.describe('施行之日；known 为否时只是通过之日'),
  until: day.nullable(),
  known: z.boolean(),
  number: z.string().optional(),
  articles: z.int().positive().describe('最大条号'),
  shape: z
    .string()
    .describe('自第一条起每条一项：款数，/p.n 为第 p 款有 n 项，! 为各项是一项义务的内容；- 为没有该条'),
  inserted: z.string().optional(),
});

/** 一部规范的轮廓: its versions with their days and the shape of their articles; no words of it. */
export const normOutlineSchema = z.strictObject({
  title: z.string().min(2),
  level: z.enum(NORM_LEVEL_NAMES),
  replacedBy: z.string().optional(),
  versions: z.array(version).min(1),
});
export type NormOutline = z.infer<typeof normOutlineSchema>;

/** `2/1.8`: two paragraphs, eight items in the first. */
export function shapeToken(paragraphs: readonly number[]): string {
  const items = paragraphs.flatMap((count, at) => (count > 0 ? [`/${at + 1}.${count}`] : []));
  return `${paragraphs.length}${items.join('')}`;
}
