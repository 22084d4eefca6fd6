import * as z from 'zod';
import { decisionElements } from './compulsion-measure.ts';
import { day, id, money, text } from './fields.ts';

/** The administrative decision whose performance is forced. */
export const obligation = z.strictObject({
  number: text.optional(),
  servedOn: day.optional(),
  monetary: z.boolean().optional().describe('金钱给付义务'),
  amount: money.optional(),
});

/** 复议和诉讼: when the periods ran out, and whether they were used. */
export const remedyPeriods = z.strictObject({
  told: z.boolean().optional(),
  expiredOn: day.optional().describe('复议、诉讼期限届满日'),
  sought: z.boolean().optional().describe('已申请复议或者提起诉讼'),
  proceedingsEndedOn: day.optional().describe('复议、诉讼终结日'),
});

/** 催告. */
export const demand = z.strictObject({
  written: z.boolean().optional().describe('书面催告'),
  servedOn: day.optional(),
  periodStated: z.boolean().optional().describe('载明期限'),
  until: day.optional(),
  mannerStated: z.boolean().optional().describe('载明方式'),
  amountStated: z.boolean().optional().describe('载明金额'),
  paymentStated: z.boolean().optional().describe('载明给付方式'),
  rightsStated: z.boolean().optional().describe('载明陈述、申辩权'),
  answered: z.boolean().optional().describe('当事人提出意见'),
  answerChecked: z.boolean().optional().describe('意见已记录、复核'),
  paper: id.optional(),
});

/** 强制执行决定 and its execution. */
export const execution = z.strictObject({
  ...decisionElements,
  mannerStated: z.boolean().optional().describe('载明方式'),
  timeStated: z.boolean().optional(),
  hidingProven: z.boolean().optional().describe('有证据证明转移、隐匿财物'),
  pausedAtNight: z.boolean().optional().describe('夜间停止实施'),
  urgent: z.boolean().optional().describe('情况紧急'),
  utilitiesCut: z.boolean().optional().describe('对居民停水、停电、停热、停气'),
});

/** 强制拆除. */
export const demolition = z.strictObject({
  publishedOn: day.optional(),
  until: day.optional(),
  doneOn: day.optional().describe('实施日'),
  paper: id.optional(),
});

/** 加处罚款、滞纳金. */
export const surcharge = z.strictObject({
  standardTold: z.boolean().optional().describe('已告知标准'),
  startedOn: day.optional(),
  amount: money.optional(),
});

/** 代履行. */
export const substitute = z.strictObject({
  immediate: z.boolean().optional().describe('立即清除遗洒物、障碍物、污染物'),
  decisionServedOn: day.optional().describe('决定书送达日'),
  partyNamed: z.boolean().optional(),
  addressNamed: z.boolean().optional(),
  reasonsStated: z.boolean().optional().describe('载明理由'),
  basisStated: z.boolean().optional(),
  mannerStated: z.boolean().optional().describe('载明方式'),
  timeStated: z.boolean().optional(),
  targetStated: z.boolean().optional().describe('载明标的'),
  costStated: z.boolean().optional().describe('载明费用预算'),
  performerStated: z.boolean().optional().describe('载明代履行人'),
  demandedOn: day.optional().describe('代履行前催告日'),
  doneOn: day.optional().describe('实施日'),
  attended: z.boolean().optional().describe('机关派员到场监督'),
  supervisorSigned: z.boolean().optional().describe('监督人员签名'),
  performerSigned: z.boolean().optional().describe('代履行人签名'),
  partyOrWitnessSigned: z.boolean().optional().describe('当事人或者见证人签名'),
  partyPresent: z.boolean().optional().describe('当事人到场'),
  toldAfterwards: z.boolean().optional().describe('事后立即通知当事人'),
  paper: id.optional(),
});

/** 申请人民法院强制执行. */
export const courtApplication = z.strictObject({
  filedOn: day.optional().describe('申请日'),
  deferred: z.boolean().optional().describe('经批准延期、分期缴纳'),
  deferredUntil: day.optional().describe('延期、分期届满日'),
  attached: z
    .array(z.enum(['application', 'decision', 'views', 'target', 'other']))
    .optional()
    .describe('所附材料'),
  headSigned: z.boolean().optional().describe('机关负责人签名'),
  sealed: z.boolean().optional(),
  dated: z.boolean().optional().describe('载明日期'),
  paper: id.optional(),
});
