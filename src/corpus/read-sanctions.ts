import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { AppError } from '../errors.ts';
import { isDay } from '../law/dates.ts';
import { PENALTY_TYPE_NAMES } from '../law/penalties.ts';
import type { Sanction } from '../law/sanction.ts';
import { conditionSchema, fineRangeSchema } from './fine-range-schema.ts';
import { parseYaml } from './parse-yaml.ts';

const day = z.string().refine(isDay, '应为 YYYY-MM-DD');
const type = z.enum(PENALTY_TYPE_NAMES);

const when = z.union([z.literal('serious'), conditionSchema]);
const placeSchema = z.strictObject({
  article: z.string().optional(),
  paragraph: z.int().positive().optional(),
  item: z.int().positive().optional(),
});

const sanctionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  provision: z.strictObject({
    law: z.string(),
    article: z.string(),
    paragraph: z.int().positive().optional(),
    item: z.int().positive().optional(),
  }),
  inForce: z.union([z.tuple([day]), z.tuple([day, day])]),
  types: z.array(type).min(1),
  mandatory: z.array(type),
  conditional: z
    .array(
      z.strictObject({
        type,
        when,
        must: z.literal(true).optional(),
      }),
    )
    .optional(),
  oneOf: z
    .array(
      z.strictObject({
        types: z.array(type).min(1),
        others: z.array(z.string()).optional(),
        when: when.optional(),
        words: z.string().optional(),
      }),
    )
    .optional(),
  places: z.partialRecord(z.enum([...PENALTY_TYPE_NAMES, 'responsible']), placeSchema).optional(),
  also: z.array(z.strictObject({ text: z.string(), when: when.optional() })).optional(),
  fines: z.array(
    z.strictObject({
      when: conditionSchema.optional(),
      subject: z.enum(['offender', 'responsible-person']).optional(),
      party: z.enum(['person', 'unit']).optional(),
      may: z.literal(true).optional(),
      range: fineRangeSchema,
    }),
  ),
  individualBusinessAs: z.enum(['person', 'unit']).optional(),
  correctionOrder: z.boolean().optional(),
  followedBy: z.string().optional().describe('修订或者改号以后接着适用的罚则 id'),
});

const factorSchema = z.strictObject({
  name: z.string(),
  question: z.string(),
  type: z.enum(['number', 'choice', 'yes-no']),
  choices: z.array(z.string()).optional(),
});

const fileSchema = z.strictObject({
  factors: z.array(factorSchema),
  sanctions: z.array(sanctionSchema).min(1),
});

/** A fact that selects between the spans of a provision, and the question that settles it. */
export type SanctionFactor = z.infer<typeof factorSchema>;

/** Every 罚则 under corpus/sanctions and the questions its switches ask, by factor name. */
export function readSanctions(folder: URL = new URL('../../corpus/sanctions/', import.meta.url)): {
  sanctions: Sanction[];
  factors: Map<string, SanctionFactor>;
} {
  const sanctions: Sanction[] = [];
  const factors = new Map<string, SanctionFactor>();
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.yaml')) continue;
    const result = fileSchema.safeParse(parseYaml(readFileSync(new URL(name, folder), 'utf8')));
    if (!result.success) {
      throw new AppError('invalid-input', `罚则文件 ${name} 有误，请修正：${z.prettifyError(result.error)}`);
    }
    for (const factor of result.data.factors) factors.set(factor.name, factor);
    for (const sanction of result.data.sanctions) {
      if (sanctions.some((other) => other.id === sanction.id)) {
        throw new AppError('invalid-input', `罚则 ${sanction.id} 出现两次，请改名：${name}`);
      }
      sanctions.push(sanction);
    }
  }
  return { sanctions, factors };
}
