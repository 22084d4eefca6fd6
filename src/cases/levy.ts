import * as z from 'zod';
import { citation, day, id, money, text } from './fields.ts';

/** 行政征收. */
export const levy = z.strictObject({
  levyItem: text.optional().describe('征收项目'),
  levyBasis: z.array(citation).optional().describe('征收依据'),
  lines: z
    .array(
      z.strictObject({
        rate: z.number().nonnegative().optional().describe('征收标准（每一计征单位的元数，或者费率）'),
        base: z.number().nonnegative().optional().describe('计征基数'),
        baseUnit: text.optional().describe('计征单位'),
      }),
    )
    .optional()
    .describe('计征明细'),
  reductions: z
    .array(
      z.strictObject({
        yuan: money.optional(),
        grantedUnder: citation.optional().describe('减免依据'),
        ungrounded: z.boolean().optional().describe('没有依据'),
        reason: text.optional(),
      }),
    )
    .optional()
    .describe('减免'),
  amount: money.optional(),
  levyDecision: z
    .strictObject({
      date: day.optional(),
      number: text.optional(),
      draft: z.boolean().optional(),
      inWriting: z.boolean().optional().describe('书面作出'),
      basisStated: z.boolean().optional(),
      rateStated: z.boolean().optional().describe('载明征收标准'),
      amountStated: z.boolean().optional().describe('载明征收金额'),
      termStated: z.boolean().optional().describe('载明缴纳期限'),
      remedies: z
        .strictObject({
          reconsiderationBody: text.optional(),
          reconsiderationDays: z.int().positive().optional(),
          court: text.optional(),
          litigationMonths: z.int().positive().optional(),
        })
        .optional(),
      paper: id.optional(),
    })
    .optional()
    .describe('征收决定'),
  lateCharge: z
    .strictObject({
      told: z.boolean().optional(),
      startedOn: day.optional(),
      amount: money.optional(),
      owed: money.optional().describe('欠缴的征收款'),
      paper: id.optional(),
    })
    .optional()
    .describe('滞纳金'),
  levyDemand: z
    .strictObject({
      made: z.boolean().optional().describe('已催告'),
      servedOn: day.optional(),
      paper: id.optional(),
    })
    .optional()
    .describe('履行义务的催告'),
  levyExecution: z
    .strictObject({
      by: z.enum(['agency', 'court']).optional().describe('强制执行的机关'),
      startedOn: day.optional(),
      empoweredBy: citation.optional().describe('有强制执行权的法律依据'),
      paper: id.optional(),
    })
    .optional()
    .describe('强制执行'),
  fiscalReceipt: z
    .strictObject({
      fiscal: z.boolean().optional().describe('使用财政票据'),
      number: text.optional(),
      paper: id.optional(),
    })
    .optional()
    .describe('票据'),
  levyPayment: z
    .strictObject({
      paidOn: day.optional(),
      paid: money.optional(),
      toTreasury: z.boolean().optional().describe('缴入国库或者财政专户'),
    })
    .optional()
    .describe('缴纳'),
  reviewed: z.boolean().optional().describe('决定前已法制审核'),
  archivedOn: day.optional(),
  paper: id.optional(),
});
