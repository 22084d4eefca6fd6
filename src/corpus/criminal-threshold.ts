import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { AppError } from '../errors.ts';
import { isDay } from '../law/dates.ts';
import { parseYaml } from './parse-yaml.ts';

const text = z.string().min(1);
const day = z.string().refine(isDay, '应为 YYYY-MM-DD');
const factor = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '应为小写字母、数字和 -');
const article = z.string().regex(/^\d{1,4}(-\d{1,2})?$/, '应为条号数字，如 "64"，之一写作 "133-1"');

/** A flag: a fact without a number. `harm`: a harmful consequence, known to be absent where the file says no harm occurred. */
const flag = z.strictObject({
  factor,
  op: z.literal('is'),
  label: text.describe('所问的事实'),
  harm: z.boolean().optional(),
});

/** 数额、数量. `value` is in `unit`; with `of` it is a multiple of a line in money or a share of it. */
const figure = z.strictObject({
  factor: factor.optional(),
  /** Several figures added, each times its weight (已销售金额乘以三与货值金额合计). */
  sum: z
    .array(z.strictObject({ factor, times: z.number().positive() }))
    .min(2)
    .optional(),
  op: z.literal('>='),
  value: z.number().positive(),
  unit: text,
  label: text,
  of: z.strictObject({ value: z.number().positive(), unit: text }).optional(),
  local: z
    .strictObject({ key: factor, max: z.number().positive() })
    .optional()
    .describe('地方定额：value 至 max'),
  harm: z.boolean().optional(),
  inText: z.array(text).min(1).optional().describe('文中写在数字前的词，如“立木蓄积26.40立方米”'),
});

/** One line (标准): every condition of `all` holds. Any line of an offence is enough. */
const line = z.strictObject({
  text: text.describe('用自己的话'),
  all: z.array(z.union([flag, figure])).min(1),
  subject: z.enum(['person', 'unit']).optional().describe('只适用于个人或者单位'),
  /** `practice`: a figure in use that no text before us confirms: it asks for a person and never decides. */
  certainty: z.literal('practice').optional(),
  /** `aggravated`: above the entry line. Shows urgency, never opens the offence. */
  tier: z.literal('aggravated').optional(),
  /** 情节严重 and the like beside lines in figures: counts when stated, is not asked. */
  vague: z.boolean().optional(),
  /** Lines of one number are added by proportion (按比例折算合计). */
  adds: z.int().positive().optional().describe('同号的标准按比例合计'),
  states: z.array(text).optional().describe('正式文本中应有的字样'),
  law: text.optional().describe('出处不同于本罪的出处时'),
  article: article.optional(),
  from: day.optional(),
  to: day.optional(),
});

/** 立案追诉标准 for one offence. Figures carry over from the text named as source; the words are ours. */
export const criminalThresholdSchema = z.strictObject({
  id: factor,
  offence: text,
  articles: z
    .array(z.strictObject({ article, paragraph: z.number().optional() }))
    .min(1)
    .describe('刑法条文'),
  source: z.strictObject({ law: text, article }).describe('标准所在的条文'),
  fields: z.array(text).min(1),
  counterpart: text.describe('相对应的违法行为'),
  itemCodes: z.array(text).default([]),
  /** Words of a violation or cause that point to the offence; an inner list needs all of its words. */
  words: z.array(z.union([text, z.array(text).min(2)])).default([]),
  /** Asked of every case of its fields. */
  general: z.boolean().optional(),
  /** 知识产权: reasonable suspicion is enough. */
  intellectualProperty: z.boolean().optional(),
  /** The act that the lines presuppose: known from the words of the violation, or asked once a line is near. */
  conduct: z
    .strictObject({
      factor,
      label: text,
      words: z.array(text).min(1),
      inText: z.array(text).min(1).optional().describe('文中写明该行为的词'),
      states: z.array(text).optional(),
      law: text.optional(),
      article: article.optional(),
    })
    .optional(),
  lines: z.array(line).min(1),
  /** A lower share of every line in figures where more facts hold. */
  shares: z
    .array(
      z.strictObject({
        share: z.number().positive().lt(1),
        text,
        all: z.array(z.union([flag, figure])).min(1),
        states: z.array(text).optional(),
        law: text.optional(),
        article: article.optional(),
      }),
    )
    .default([]),
  from: day,
  to: day.optional(),
  fromCertainty: z.literal('practice').optional().describe('施行日不见于文本'),
  units: text.optional().describe('单位的标准'),
  aggregation: text.optional().describe('未经处理的数额如何累计'),
  window: text.optional().describe('前科期间的起止'),
  note: text.optional(),
});

export type CriminalThreshold = z.infer<typeof criminalThresholdSchema>;
export type ThresholdLine = CriminalThreshold['lines'][number];
export type ThresholdPart = ThresholdLine['all'][number];
export type ThresholdFigure = Extract<ThresholdPart, { op: '>=' }>;

/** Every threshold under corpus/criminal-thresholds. */
export function readCriminalThresholds(
  folder: URL = new URL('../../corpus/criminal-thresholds/', import.meta.url),
): CriminalThreshold[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const parsed: unknown = parseYaml(readFileSync(new URL(name, folder), 'utf8'));
      const result = z.array(criminalThresholdSchema).safeParse(parsed);
      if (result.success) return result.data;
      throw new AppError(
        'invalid-input',
        `追诉标准文件 ${name} 有误，请修正：${z.prettifyError(result.error)}`,
      );
    });
}
