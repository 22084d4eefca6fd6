import * as z from 'zod';
import { PENALTY_TYPE_NAMES } from '../law/penalties.ts';
import { amount, count, countOrNone, day, sourced, text } from './profile-parts.ts';

/** What decides how a case is handled: thresholds, 重大执法决定, limits of power and time. */

const party = z.enum(['person', 'unit', 'any']).default('any');

const hearingThreshold = z.strictObject({
  field: text.describe('领域，或 * 表示其余各领域'),
  person: amount,
  unit: amount,
  confiscation: z.boolean().describe('没收金额是否同样计算'),
  individualBusinessAs: z.enum(['person', 'unit']).default('person'),
  ...sourced,
});

const majorTrigger = z.strictObject({
  id: text,
  name: text,
  field: text.default('*'),
  party,
  fine: amount.optional(),
  confiscation: amount.optional(),
  types: z.array(z.enum(PENALTY_TYPE_NAMES)).optional(),
  flag: z
    .enum([
      'publicInterest',
      'socialRisk',
      'majorRights',
      'majorRightsAndHearing',
      'hearing',
      'complex',
      'mitigated',
      'deviation',
    ])
    .optional(),
  ...sourced,
});

/** `entered: false`: the plan wants a catalogue, but its entries are not in this profile, so nobody can rule them out. */
const majorCatalogue = z.strictObject({
  factors: z
    .array(z.enum(['kind', 'level', 'field', 'amount', 'social-effect', 'agency-reality']))
    .describe('编制目录考虑的因素：类别、层级、领域、金额、社会影响、本机关实际'),
  entered: z.boolean().describe('目录各项是否已经列入 majorDecisions'),
  publicBy: day.optional().describe('应当向社会公开的期限（历史）'),
  ...sourced,
});

export const decisionKeys = {
  hearingThresholds: z.array(hearingThreshold).default([]).describe('听证标准'),
  majorDecisions: z.array(majorTrigger).default([]).describe('应当法制审核的情形和目录'),
  majorCatalogue: majorCatalogue.optional().describe('重大执法决定法制审核目录清单'),
  extendReview: z
    .strictObject({
      scope: z.literal('all-but-summary').describe('简易程序以外的全部决定'),
      manner: z.enum(['explore', 'encourage', 'require']).describe('探索、鼓励、要求'),
      ...sourced,
    })
    .optional()
    .describe('扩展法制审核范围'),
  filing: z
    .strictObject({ workingDays: count, ...sourced })
    .optional()
    .describe('立案期限'),
  handling: z
    .strictObject({
      extensionDays: countOrNone,
      excluded: z.array(z.enum(['expertise', 'test', 'hearing', 'public-notice', 'suspension', 'other'])),
      norm: text,
      ...sourced,
    })
    .optional()
    .describe('法律、法规、规章对九十日的延长与不计入'),
  summary: z
    .strictObject({ individualBusinessAs: z.enum(['person', 'unit']), ...sourced })
    .optional()
    .describe('简易程序'),
  approvalLimits: z
    .array(
      z.strictObject({
        approver: z.enum(['head', 'deputy-authorised', 'delegate', 'unit-head', 'other']),
        field: text.default('*'),
        upTo: amount,
        ...sourced,
      }),
    )
    .default([])
    .describe('内部审批权限'),
  ruleFineCaps: z
    .array(
      z.strictObject({
        level: z.enum(['department-rule', 'government-rule']),
        party,
        upTo: amount,
        when: text.optional(),
        ...sourced,
      }),
    )
    .default([])
    .describe('规章设定罚款的限额'),
  firstViolation: z
    .strictObject({ years: count, ...sourced })
    .optional()
    .describe('初次违法的追溯年限'),
  noFaultExceptions: z.array(text).default([]).describe('对无主观过错另有规定的法律、行政法规'),
  likeCases: z
    .strictObject({ minimum: count, spread: z.number().positive() })
    .default({ minimum: 10, spread: 1.5 })
    .describe('类案偏差：最少案件数、四分位距倍数（本系统的参数）'),
  oneOfficerAllowed: z.array(text).default([]).describe('允许一名执法人员的事项或领域'),
  nearCriminalThreshold: z
    .number()
    .positive()
    .max(1)
    .default(0.8)
    .describe('接近追诉标准的比例（本系统的参数）'),
  considerCriminalThreshold: z
    .number()
    .positive()
    .max(1)
    .default(0.9)
    .describe('应当审查是否移送的比例（本系统的参数）'),
  localCriminalLines: z
    .array(
      z.strictObject({
        key: text.describe('追诉标准中地方定额的名称'),
        value: z.number().positive(),
        ...sourced,
      }),
    )
    .default([])
    .describe('高级法院在幅度内确定的追诉数额'),
};
