import * as z from 'zod';
import { compulsion } from './compulsion.ts';
import { citation, day, id, money, text } from './fields.ts';
import { hearing } from './hearing.ts';
import { inspection } from './inspection.ts';
import { act, circumstances, evidence, proposal, violation } from './investigation.ts';
import { levy } from './levy.ts';
import { licence } from './licence.ts';
import { PAPER_KIND_NAMES } from './paper-kinds.ts';
import { agency, entrustment, officer, party } from './people.ts';
import { performance, publication } from './performance.ts';
import { recording } from './recordings.ts';
import { criminalJudgment, referral } from './referral.ts';
import {
  approval,
  correctionOrder,
  decision,
  defence,
  discussion,
  filing,
  preservation,
  priorNotice,
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
  states: z
    .strictObject({
      party: text.optional().describe('载明的当事人'),
      idNumber: text.optional().describe('载明的身份号码或信用代码'),
      address: text.optional(),
      cause: text.optional(),
      caseNumber: text.optional().describe('载明的案号'),
      fine: money.optional(),
      actOn: day.optional().describe('载明的行为发生日'),
      differenceExplained: text.optional().describe('与其他材料不一致的说明'),
    })
    .optional()
    .describe('材料载明的内容'),
  marks: z
    .array(z.enum(['blank', 'unsealed-alteration', 'signature-missing', 'illegible']))
    .optional()
    .describe('空白、涂改等'),
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
  start: z.int().nonnegative().optional().describe('引文在材料文字中的起点'),
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

const major = z.strictObject({
  publicInterest: z.boolean().optional(),
  socialRisk: z.boolean().optional(),
  majorRights: z.boolean().optional(),
  complex: z.boolean().optional(),
  serious: z.boolean().optional(),
  catalogued: z.boolean().optional().describe('列入重大执法决定法制审核目录'),
});

/** What case files of every kind of act have in common. `major` is what people judged of a major decision. */
const common = {
  schema: z.literal('mingcai/case-file@1').optional(),
  id,
  number: text.optional().describe('案号'),
  title: text,
  cause: text.describe('案由'),
  example: z.boolean().optional().describe('虚构的示例案件'),
  jurisdiction: text.optional().describe('地区方案'),
  field: text.describe('执法领域，如 market、environment、work-safety'),
  agency,
  entrustment: entrustment.optional(),
  officers: z.array(officer).optional(),
  handlers: z.array(id).optional().describe('承办人（officers 的 id）'),
  party,
  evidence: z.array(evidence).optional(),
  acts: z.array(act).optional(),
  major: major.optional().describe('重大执法决定的判断'),
  recusalRequests: z
    .array(
      z.strictObject({
        of: text,
        decidedOn: day.optional(),
        decidedBy: z.enum(['head', 'other']).optional(),
      }),
    )
    .optional(),
  review: review.optional(),
  discussion: discussion.optional(),
  approval: approval.optional(),
  services: z.array(service).optional(),
  jurisdictionDocuments: z
    .array(
      z.strictObject({
        kind: z
          .enum(['designation', 'agreement', 'assistance', 'norm'])
          .describe('指定管辖、协商、协助、规范'),
        document: text.describe('文书或规范'),
        by: text.optional(),
        date: day.optional(),
        region: text.optional(),
      }),
    )
    .optional()
    .describe('管辖和异地执法的依据'),
  publication: publication.optional().describe('公示'),
  recordings: z.array(recording).optional().describe('音像记录'),
  compulsions: z.array(compulsion).optional().describe('行政强制'),
  papers: z.array(paper).optional(),
  sources: z.array(source).optional(),
};

/** The case file (案件) of an ordinary- or summary-procedure penalty. A value left out is not known. */
export const caseFileSchema = z.strictObject({
  ...common,
  action: z.literal('penalty'),
  procedure: z.enum(['ordinary', 'summary']),
  violation,
  provisions: z
    .strictObject({
      breached: z.array(citation).optional(),
      punishing: z.array(citation).optional(),
      alsoPunishing: z.array(citation).optional().describe('同一行为还违反的规范的罚则'),
    })
    .optional(),
  benchmarkItem: text.optional().describe('裁量基准事项 id'),
  circumstances: circumstances.optional(),
  proposal: proposal.optional(),
  filing: filing.optional(),
  timeLimit: timeLimit.optional(),
  preservation: z.array(preservation).optional(),
  correctionOrder: correctionOrder.optional(),
  closingReport: z.strictObject({ date: day.optional(), paper: id.optional() }).optional(),
  priorNotices: z.array(priorNotice).optional(),
  defence: defence.optional(),
  hearing: hearing.optional(),
  decision: decision.optional(),
  performance: performance.optional(),
  referral: referral.optional(),
  earlierDecisions: z.array(earlierDecision).optional(),
  otherFilings: z
    .array(z.strictObject({ agency: text, filedOn: day.optional().describe('立案日') }))
    .optional()
    .describe('其他机关对同一行为的立案'),
  education: z
    .strictObject({ doneOn: day.optional().describe('教育日'), paper: id.optional() })
    .optional()
    .describe('不予处罚时的教育'),
  emergency: z
    .strictObject({
      claimed: z.boolean().describe('以突发事件为由快速、从重处罚'),
      order: text.optional().describe('应急响应或者措施'),
      orderPublishedOn: day.optional().describe('应急措施公布日'),
      breached: text.optional().describe('违反的应对措施'),
    })
    .optional()
    .describe('突发事件'),
  criminalJudgment: criminalJudgment.optional().describe('刑事判决'),
});

/** The case file of 行政强制, 行政许可, 行政检查 or 行政征收: the common parts and the part of its own act. */
export const actFileSchema = z.strictObject({
  ...common,
  action: z.enum(['compulsion', 'licence', 'inspection', 'levy']),
  licence: licence.optional().describe('行政许可'),
  inspection: inspection.optional().describe('行政检查'),
  levy: levy.optional().describe('行政征收'),
});

export const anyCaseFileSchema = z.discriminatedUnion('action', [caseFileSchema, actFileSchema]);

/** 行政执法行为的种类. */
export type Action = AnyCaseFile['action'];
export const ACTIONS: Record<Action, string> = {
  penalty: '行政处罚',
  compulsion: '行政强制',
  licence: '行政许可',
  inspection: '行政检查',
  levy: '行政征收',
};

/** The file of a penalty case. */
export type CaseFile = z.infer<typeof caseFileSchema>;
export type ActFile = z.infer<typeof actFileSchema>;
export type AnyCaseFile = z.infer<typeof anyCaseFileSchema>;
export type Source = z.infer<typeof source>;
export type Officer = z.infer<typeof officer>;
export type Act = z.infer<typeof act>;
export type Service = z.infer<typeof service>;
export type PriorNotice = z.infer<typeof priorNotice>;
export type CaseCitation = z.infer<typeof citation>;
