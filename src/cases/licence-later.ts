import * as z from 'zod';
import { citation, day, id, money, text } from './fields.ts';

/** 准予或者不予许可的决定. Booleans are answers about its text. */
export const licenceDecision = z.strictObject({
  date: day.optional(),
  number: text.optional(),
  draft: z.boolean().optional(),
  result: z.enum(['granted', 'refused']).optional(),
  inWriting: z.boolean().optional().describe('书面作出'),
  reasonsStated: z.boolean().optional().describe('载明理由'),
  reconsiderationTold: z.boolean().optional().describe('告知申请行政复议的权利'),
  litigationTold: z.boolean().optional().describe('告知提起行政诉讼的权利'),
  restsOnRecord: z.boolean().optional().describe('根据听证笔录作出'),
  paper: id.optional(),
});

/** 许可条件, as the agency asked them of the applicant. */
export const licenceCondition = z.strictObject({
  text,
  beyondLaw: z.boolean().optional().describe('违反上位法增设'),
});

/** 收费. */
export const licenceFee = z.strictObject({
  name: text,
  amount: money.optional(),
  chargedUnder: citation.optional().describe('收费依据'),
  ungrounded: z.boolean().optional().describe('没有依据'),
});

/** 撤销许可 (行政许可法 69). */
export const withdrawal = z.strictObject({
  decidedOn: day.optional().describe('决定日'),
  withdrawn: z.boolean().optional().describe('决定撤销'),
  withdrawalGround: z
    .enum(['abuse', 'beyond-power', 'procedure', 'unqualified', 'other-law', 'fraud', 'none'])
    .optional()
    .describe('撤销的事由'),
  groundBasis: citation.optional().describe('其他情形的依据'),
  publicHarm: z.boolean().optional().describe('撤销可能对公共利益造成重大损害'),
  lossCaused: z.boolean().optional().describe('被许可人合法权益受到损害'),
  compensated: z.boolean().optional().describe('已赔偿被许可人'),
  paper: id.optional(),
});

/** 延续许可的有效期 (行政许可法 50). */
export const renewal = z.strictObject({
  validUntil: day.optional().describe('有效期届满日'),
  appliedOn: day.optional().describe('延续申请日'),
  decidedOn: day.optional().describe('决定日'),
  refused: z.boolean().optional().describe('不予延续'),
  otherPeriod: z
    .strictObject({ norm: citation, days: z.int().positive() })
    .optional()
    .describe('另行规定的期限'),
  paper: id.optional(),
});
