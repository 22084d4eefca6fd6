import * as z from 'zod';
import { citation, day, id, money, text } from './fields.ts';
import { act, circumstances, evidence, proposal, violation } from './investigation.ts';
import { PAPER_KIND_NAMES } from './paper-kinds.ts';
import { agency, entrustment, officer, party } from './people.ts';
import {
  approval,
  correctionOrder,
  decision,
  defence,
  discussion,
  filing,
  hearing,
  performance,
  preservation,
  priorNotice,
  referral,
  review,
  service,
  timeLimit,
} from './stages.ts';

/** 案卷中的一份材料. `text` is what the paper says; quotes must occur in it word for word. */
export const paper = z.strictObject({
  id,
  kind: z.enum(PAPER_KIND_NAMES),
  title: text,
  number: text.optional(),
  date: day.optional(),
  organName: text.optional(),
  sealName: text.optional(),
  text: z.string().optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

/** Where a value of the file came from: the dotted path of the value, the paper, and its words. */
export const source = z.strictObject({
  path: text,
  paper: id,
  quote: text,
  by: z.enum(['rule', 'model', 'person']).optional(),
  confirmedBy: text.optional(),
});

/** Earlier decisions against the same party, for 一事不二罚 and for repetition. */
export const earlierDecision = z.strictObject({
  number: text,
  agency: text.optional(),
  date: day,
  cause: text,
  fine: money.optional(),
  sameAct: z.boolean().optional(),
});

/** The case file (案件) of an ordinary- or summary-procedure penalty. A value left out is not known. */
export const caseFileSchema = z.strictObject({
  schema: z.literal('mingcai/case-file@1').optional(),
  id,
  number: text.optional().describe('案号'),
  title: text,
  cause: text.describe('案由'),
  example: z.boolean().optional().describe('虚构的示例案件'),
  jurisdiction: text.optional().describe('地区方案'),
  field: text.describe('执法领域，如 market、environment、work-safety'),
  action: z.literal('penalty'),
  procedure: z.enum(['ordinary', 'summary']),
  agency,
  entrustment: entrustment.optional(),
  officers: z.array(officer).optional(),
  handlers: z.array(id).optional().describe('承办人（officers 的 id）'),
  party,
  violation,
  provisions: z
    .strictObject({ breached: z.array(citation).optional(), punishing: z.array(citation).optional() })
    .optional(),
  benchmarkItem: text.optional().describe('裁量基准事项 id'),
  evidence: z.array(evidence).optional(),
  acts: z.array(act).optional(),
  circumstances: circumstances.optional(),
  proposal: proposal.optional(),
  major: z
    .strictObject({
      publicInterest: z.boolean().optional(),
      socialRisk: z.boolean().optional(),
      majorRights: z.boolean().optional(),
      complex: z.boolean().optional(),
      serious: z.boolean().optional(),
    })
    .optional()
    .describe('重大执法决定的判断'),
  filing: filing.optional(),
  timeLimit: timeLimit.optional(),
  preservation: z.array(preservation).optional(),
  correctionOrder: correctionOrder.optional(),
  closingReport: z.strictObject({ date: day.optional(), paper: id.optional() }).optional(),
  priorNotices: z.array(priorNotice).optional(),
  defence: defence.optional(),
  hearing: hearing.optional(),
  review: review.optional(),
  discussion: discussion.optional(),
  approval: approval.optional(),
  decision: decision.optional(),
  services: z.array(service).optional(),
  performance: performance.optional(),
  referral: referral.optional(),
  recusalRequests: z
    .array(
      z.strictObject({
        of: text,
        decidedOn: day.optional(),
        decidedBy: z.enum(['head', 'other']).optional(),
      }),
    )
    .optional(),
  earlierDecisions: z.array(earlierDecision).optional(),
  papers: z.array(paper).optional(),
  sources: z.array(source).optional(),
});

export type CaseFile = z.infer<typeof caseFileSchema>;
export type Source = z.infer<typeof source>;
export type Officer = z.infer<typeof officer>;
export type Act = z.infer<typeof act>;
export type Service = z.infer<typeof service>;
export type PriorNotice = z.infer<typeof priorNotice>;
export type CaseCitation = z.infer<typeof citation>;
