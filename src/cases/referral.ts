import * as z from 'zod';
import { day, id, moment, money, text } from './fields.ts';

/** 涉嫌犯罪移送. `considered` with a reason shows that somebody compared the case with the thresholds. */
export const referral = z.strictObject({
  suspected: z.boolean().optional(),
  considered: z.boolean().optional(),
  reason: text.optional(),
  consideredBy: text.optional(),
  team: z.array(text).optional(),
  reportOn: day.optional(),
  decidedOn: day.optional(),
  decidedAt: moment.optional(),
  decidedBy: z.enum(['chief', 'acting-chief', 'deputy', 'other']).optional(),
  approved: z.boolean().optional(),
  refusalReason: text.optional(),
  sentAt: moment.optional(),
  sentTo: z
    .enum(['police-same-level', 'police-other-level', 'procuratorate', 'supervision', 'other'])
    .optional(),
  materials: z.array(z.enum(['letter', 'report', 'items', 'expert-opinion', 'other'])).optional(),
  expertOpinionMade: z.boolean().optional(),
  receiptSigned: z.boolean().optional().describe('公安机关已签回执'),
  receivedOn: day.optional().describe('公安机关受理日'),
  police: z
    .strictObject({
      decision: z.enum(['filed', 'refused', 'returned']).describe('公安机关的决定'),
      decidedOn: day.optional(),
      noticeOn: day.optional().describe('收到决定之日'),
    })
    .optional()
    .describe('公安机关的处理'),
  reconsiderationOn: day.optional().describe('提请公安机关复议之日'),
  supervisionOn: day.optional().describe('建议检察机关立案监督之日'),
  handover: z
    .strictObject({
      on: day.optional().describe('移交日'),
      receipt: z.boolean().optional().describe('已办交接手续'),
    })
    .optional()
    .describe('立案后移交物品和材料'),
  seized: z
    .strictObject({
      movedAll: z.boolean().optional().describe('查封扣押冻结财物全部随案移送'),
      partyToldInWriting: z.boolean().optional().describe('已书面告知当事人'),
    })
    .optional()
    .describe('查封、扣押、冻结财物的移送'),
  officialClue: z
    .strictObject({
      passedOn: day.optional().describe('移送日'),
      passedTo: z.enum(['supervision', 'procuratorate', 'other']).optional().describe('移送机关'),
    })
    .optional()
    .describe('公职人员职务犯罪线索的移送'),
  offenceMapping: z
    .strictObject({
      none: z.boolean().optional().describe('经核对没有关联的罪名'),
      offences: z.array(text).optional().describe('关联罪名（追诉标准的编号）'),
      by: text.optional().describe('确认人'),
      on: day.optional().describe('确认日'),
      reason: text.optional().describe('理由'),
    })
    .optional()
    .describe('关联罪名的确认'),
  paper: id.optional(),
});

/** 刑事判决 on the same act: its fine and the administrative fine before it are set off (行政处罚法 35). */
export const criminalJudgment = z.strictObject({
  date: day.optional(),
  fine: money.optional().describe('罚金'),
  earlierFine: money.optional().describe('判决前已作的行政罚款'),
  setOff: z.boolean().optional().describe('已折抵'),
});
