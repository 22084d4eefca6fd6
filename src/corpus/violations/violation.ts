import * as z from 'zod';
import { isDay } from '../../law/dates.ts';
import { PENALTY_TYPE_NAMES } from '../../law/penalties.ts';
import { fineRangeSchema } from '../fine-range-schema.ts';

const day = z.string().refine(isDay, '应为 YYYY-MM-DD');
const phrase = z.string().min(2);

export const provisionSchema = z.strictObject({
  law: z.string().min(2).describe('规范全称，不加书名号'),
  article: z.string().regex(/^\d{1,4}(-\d{1,2})?$/),
  paragraph: z.int().positive().optional(),
  item: z.int().positive().optional(),
});

const fine = z.strictObject({
  when: z.string().optional().describe('适用的情形，用自己的话'),
  subject: z.enum(['offender', 'responsible-person']).optional().describe('不写为当事人'),
  party: z.enum(['person', 'unit']).optional(),
  /** 倍数的基数不在 BASES 里的，用自己的话写在这里，如“林木价值”。 */
  of: z.string().optional(),
  range: fineRangeSchema.describe('元；有 base 或者 of 的为倍数'),
});

/** 违法行为事项: what people do, in their words, and the provisions that forbid and punish it. */
export const violationSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(4).describe('案由，执法人员通用的说法'),
  plain: z.string().min(12).describe('通俗地说是怎么一回事，一两句'),
  sayings: z.array(z.string().min(4)).min(3).describe('当事人、群众、执法人员的各种说法'),
  keywords: z.array(phrase).min(2),
  elements: z.array(z.string().min(2)).min(1).describe('构成要件，每项一个短语'),
  evidence: z.array(z.string().min(2)).min(1).describe('常见的证据'),
  breached: z.array(provisionSchema).min(1),
  punishing: z.array(provisionSchema).min(1),
  inForce: z.union([z.tuple([day]), z.tuple([day, day])]).describe('本事项的条款有效的首日、末日'),
  penalties: z.array(z.enum(PENALTY_TYPE_NAMES)).min(1),
  fine: z.array(fine).default([]),
  agency: z.string().min(2).describe('主管的机关，如“市场监督管理部门”'),
  level: z.string().optional().describe('通常的层级，如“县级以上”'),
  benchmarkItem: z.string().optional(),
  excludes: z.array(z.string().min(4)).default([]).describe('不构成或者不罚的情形'),
  neighbours: z
    .array(z.strictObject({ id: z.string(), tell: z.string().min(4).describe('怎样区分') }))
    .default([]),
  crime: z.string().optional().describe('相关的罪名'),
  followedBy: z.string().optional().describe('条款废止后适用的事项 id'),
  afterwards: z.string().min(8).optional().describe('条款废止后适用的没有收录的，说明缺什么'),
  unverified: z.string().min(6).optional().describe('条款没有正式文本可以核对的，说明缺什么'),
});

/** 执法中常问的程序问题 with the articles that answer it. */
export const questionSchema = z.strictObject({
  id: z.string().regex(/^q-[a-z0-9]+(-[a-z0-9]+)*$/),
  question: z.string().min(6),
  sayings: z.array(z.string().min(4)).min(2),
  keywords: z.array(phrase).min(1),
  articles: z.array(provisionSchema).min(1),
  inForce: z.union([z.tuple([day]), z.tuple([day, day])]),
});

export const violationFileSchema = z.strictObject({
  field: z.string().min(2),
  items: z.array(violationSchema).default([]),
  questions: z.array(questionSchema).default([]),
});

export type Violation = z.infer<typeof violationSchema> & {
  field: string;
  /** Where it comes from an agency's own list (行政执法事项清单): whose, in which row, under which number. */
  own?: { agency: string; row: number; code?: string };
  /** Whether the agencies' own lists contain it; absent where the library has none. False is 不在本机关清单. */
  inOwnList?: boolean;
};
export type ProceduralQuestion = z.infer<typeof questionSchema> & { field: string };

/** 违法行为目录. */
export interface Catalogue {
  items: Violation[];
  questions: ProceduralQuestion[];
}
