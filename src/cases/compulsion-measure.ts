import * as z from 'zod';
import { citation, day, id, moment, money, text } from './fields.ts';

const APPROVERS = ['head', 'deputy-authorised', 'delegate', 'unit-head', 'other'] as const;

/** What every decision on compulsion names; answers about its text, absent when nobody looked. */
export const decisionElements = {
  date: day.optional(),
  number: text.optional(),
  partyNamed: z.boolean().optional(),
  addressNamed: z.boolean().optional(),
  reasonsStated: z.boolean().optional().describe('载明理由'),
  basisStated: z.boolean().optional(),
  remediesStated: z.boolean().optional().describe('载明救济途径和期限'),
  agencyNamed: z.boolean().optional().describe('载明机关名称'),
  sealed: z.boolean().optional(),
  dated: z.boolean().optional().describe('载明日期'),
  paper: id.optional(),
};

/** 批准: the head's, before a measure or, in urgency, after it. A form that names no time has the day alone. */
export const measureApproval = {
  urgent: z.boolean().optional().describe('情况紧急'),
  approvedOn: day.optional(),
  approvedAt: moment.optional().describe('批准时间'),
  approver: text.optional(),
  approverRole: z.enum(APPROVERS).optional(),
};

/** 当场告知 (行政强制法 18). */
export const toldOnTheSpot = z.strictObject({
  reasonsTold: z.boolean().optional().describe('告知理由'),
  basisTold: z.boolean().optional().describe('告知依据'),
  rightsTold: z.boolean().optional().describe('告知权利'),
  remediesTold: z.boolean().optional().describe('告知救济途径'),
});

export const onSiteRecord = z.strictObject({
  made: z.boolean().optional().describe('已制作'),
  officersSigned: z.array(id).optional(),
  partySigned: z.boolean().optional(),
  refusalNoted: z.boolean().optional(),
  witness: text.optional(),
  witnessSigned: z.boolean().optional().describe('见证人签名'),
  paper: id.optional(),
});

/** 查封、扣押决定书. */
export const seizureDecision = z.strictObject({
  ...decisionElements,
  periodStated: z.boolean().optional().describe('载明期限'),
  objectsStated: z.boolean().optional().describe('载明场所、设施、财物的名称和数量'),
  handedOver: z.boolean().optional(),
  servedOn: day.optional(),
});

export const seizureList = z.strictObject({
  copies: z.int().nonnegative().optional().describe('份数'),
  handedOver: z.boolean().optional(),
  paper: id.optional(),
});

export const seizedObject = z.strictObject({
  name: text,
  quantity: text.optional().describe('数量'),
  connected: z.boolean().optional().describe('与违法行为有关'),
  necessity: z.boolean().optional().describe('生活必需品'),
  sealedByOther: z.boolean().optional().describe('已被其他国家机关查封、冻结'),
});

/** 延长查封、扣押、冻结的期限. */
export const measureExtension = z.strictObject({
  decidedOn: day.optional().describe('决定日'),
  days: z.int().positive().optional(),
  approverRole: z.enum(APPROVERS).optional(),
  toldInWriting: z.boolean().optional().describe('已书面告知'),
  reasonsTold: z.boolean().optional().describe('告知理由'),
  paper: id.optional(),
});

/** 检测、检验、检疫、技术鉴定的期间, both days included. */
export const testingPeriod = z.strictObject({
  from: day,
  to: day,
  toldInWriting: z.boolean().optional().describe('已书面告知'),
  paper: id.optional(),
});

/** Another period that a law (for seizure also an administrative regulation) sets. */
export const otherPeriod = z.strictObject({ norm: citation, days: z.int().positive() });

/** 解除或者处理. */
export const ending = z.strictObject({
  decidedOn: day.optional().describe('决定日'),
  kind: z.enum(['released', 'confiscated', 'destroyed', 'handed-over', 'other']).optional(),
  releaseGround: z
    .enum(['no-violation', 'unconnected', 'decided', 'expired', 'other'])
    .optional()
    .describe('解除的情形'),
  groundOn: day.optional().describe('解除情形出现日'),
  returned: z.boolean().optional().describe('已退还财物'),
  returnedOn: day.optional().describe('退还日'),
  paper: id.optional(),
});

/** 冻结存款、汇款. */
export const freezing = z.strictObject({
  amount: money.optional(),
  involved: money.optional().describe('涉案金额'),
  frozenByOther: z.boolean().optional().describe('已被其他国家机关冻结'),
  decisionServedOn: day.optional().describe('决定书送达日'),
});

/** Who bore the cost of testing and keeping. */
export const measureFees = z.strictObject({
  testingCharged: z.boolean().optional().describe('向当事人收取检测鉴定费用'),
  keepingCharged: z.boolean().optional().describe('向当事人收取保管费用'),
});
