import * as z from 'zod';
import { count, countOrNone, sourced, text } from './profile-parts.ts';

/** 法制审核 as the place arranges it. What its plan does not say is left out. */

const material = z.union([
  text.describe('材料种类（案卷材料 kind）或者名称'),
  z.strictObject({
    name: text,
    kinds: z.array(text).min(1).describe('可以满足该项的案卷材料种类'),
    when: z
      .enum(['hearing-held', 'defence-submitted', 'discussion-held', 'expert-opinion'])
      .optional()
      .describe('何时需要；不写为一律需要'),
  }),
]);

const review = z.strictObject({
  workingDays: count.optional().describe('审核期限（工作日），自材料齐全起'),
  extensionWorkingDays: countOrNone.optional().describe('经批准可以延长的工作日'),
  supplementWorkingDays: count.optional().describe('材料不全时补正的工作日'),
  answerWorkingDays: count.optional().describe('承办机构研究处理审核意见的工作日'),
  order: z.enum(['before-notice', 'after-hearing']).optional().describe('审核与告知的先后'),
  materials: z.array(material).optional().describe('送审材料'),
  conclusions: z
    .array(
      z.enum([
        'agree',
        'agree-with-advice',
        'problems',
        'correct',
        'disagree',
        'transfer',
        'refer-to-police',
        'return',
      ]),
    )
    .min(1)
    .optional()
    .describe('审核意见的种类'),
  written: z.boolean().optional().describe('书面意见'),
  reasons: z.boolean().optional().describe('说明理由'),
  ...sourced,
});

const reviewers = z.strictObject({
  percent: z.number().positive().max(100).optional().describe('占执法人员总数的最低百分比'),
  minimum: count.optional().describe('最少人数'),
  partTime: z.boolean().optional().describe('可以兼职'),
  qualification: z.array(text).optional().describe('对审核人员的要求'),
  shortage: z
    .array(z.enum(['bought-services', 'legal-advisers', 'public-lawyers', 'shared-pool']))
    .optional()
    .describe('人员不足或疑难案件的协助'),
  ...sourced,
});

/** `mapsTo` is one of the eight criteria; without it the findings are the reviewer's own. */
const criterion = z.strictObject({
  label: text,
  mapsTo: z
    .union([1, 2, 3, 4, 5, 6, 7, 8].map((n) => z.literal(n)))
    .optional()
    .describe('八项审查中的第几项'),
  rules: z
    .array(z.string().regex(/^(C[1-8]|QZ|XK|JC|ZS)-\d{2}(\.\d{4})?$/, '应为审查规则编号，如 C6-08'))
    .optional()
    .describe('特别对应的审查规则'),
  ...sourced,
});

export const reviewKeys = {
  review: review.optional().describe('法制审核'),
  reviewers: reviewers.optional().describe('审核人员'),
  criteria: z.array(criterion).default([]).describe('审核内容或者要素清单'),
  criteriaOpen: z.boolean().optional().describe('审核内容是否未尽列举（等）'),
  resubmission: z
    .strictObject({ required: z.literal(true), ...sourced })
    .optional()
    .describe('处理后再次报送审核'),
  disagreement: z
    .strictObject({
      manner: z.enum(['coordination', 'coordination-and-decision', 'coordination-and-solution']),
      ...sourced,
    })
    .optional()
    .describe('审核意见与拟处理意见不一致时的机制'),
  firstResponsible: z
    .strictObject({ who: z.literal('head'), ...sourced })
    .optional()
    .describe('第一责任人'),
};
