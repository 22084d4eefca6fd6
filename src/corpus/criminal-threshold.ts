import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import { AppError } from '../errors.ts';
import { conditionSchema } from './benchmark.ts';

/** 立案追诉标准 for one offence: any condition that holds reaches the threshold. Amounts in yuan. */
export const criminalThresholdSchema = z.strictObject({
  id: z.string(),
  offence: z.string(),
  articles: z.array(
    z.strictObject({ law: z.string(), article: z.string(), paragraph: z.number().optional() }),
  ),
  fields: z.array(z.string()),
  itemCodes: z.array(z.string()).default([]),
  from: z.string(),
  to: z.string().optional(),
  /** Factor → threshold figure, for the "nearly reached" zone; conditions over words need no figure. */
  reached: z.array(
    z.strictObject({
      text: z.string(),
      when: conditionSchema,
      figure: z.strictObject({ factor: z.string(), value: z.number() }).optional(),
      /** `practice`: a figure that is used but not confirmed in a text; reaching it asks for a person. */
      certainty: z.enum(['text', 'practice']).optional(),
    }),
  ),
  /** Questions behind the named factors, for the form. */
  factors: z
    .array(z.strictObject({ name: z.string(), question: z.string(), type: z.enum(['number', 'yes-no']) }))
    .default([]),
  source: z.string(),
});

export type CriminalThreshold = z.infer<typeof criminalThresholdSchema>;

/** Every threshold under corpus/criminal-thresholds. */
export function readCriminalThresholds(
  folder: URL = new URL('../../corpus/criminal-thresholds/', import.meta.url),
): CriminalThreshold[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const parsed: unknown = parse(readFileSync(new URL(name, folder), 'utf8'));
      const result = z.array(criminalThresholdSchema).safeParse(parsed);
      if (result.success) return result.data;
      throw new AppError(
        'invalid-input',
        `追诉标准文件 ${name} 有误，请修正：${z.prettifyError(result.error)}`,
      );
    });
}
