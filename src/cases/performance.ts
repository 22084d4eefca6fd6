import * as z from 'zod';
import { day, id, money, text } from './fields.ts';

/** 履行、执行、结案与归档. Sums in yuan. */
export const performance = z.strictObject({
  paidOn: day.optional(),
  paid: money.optional(),
  enforcedOn: day.optional(),
  onTheSpot: z
    .strictObject({
      collected: z.boolean().optional().describe('当场收缴'),
      collectedOn: day.optional().describe('收缴日'),
      landedOn: day.optional().describe('抵岸日（水上收缴）'),
      ground: z
        .enum(['small-fine', 'hard-to-collect', 'remote-request', 'none'])
        .optional()
        .describe('当场收缴的情形'),
      partyRequested: z.boolean().optional().describe('当事人提出'),
      receipt: z.boolean().optional().describe('出具财政部门专用票据'),
      handedInOn: day.optional().describe('交至机关之日'),
      bankedOn: day.optional().describe('缴付银行之日'),
    })
    .optional()
    .describe('当场收缴'),
  lateFine: z
    .strictObject({
      amount: money.optional(),
      paymentEnd: day.optional().describe('缴款期满日'),
      until: day.optional(),
      suspended: z
        .array(
          z.strictObject({
            from: day,
            to: day,
            kind: z.enum(['reconsideration', 'litigation']),
          }),
        )
        .optional()
        .describe('复议、诉讼期间'),
    })
    .optional()
    .describe('加处罚款'),
  deferral: z
    .strictObject({
      kind: z.enum(['deferred', 'instalments']),
      requestedOn: day.optional().describe('申请日'),
      hardship: z.boolean().optional().describe('载明经济困难'),
      approvedOn: day.optional(),
      until: day.optional(),
      paper: id.optional(),
    })
    .optional()
    .describe('延期、分期缴纳'),
  closedOn: day.optional(),
  archivedOn: day.optional(),
  publishedOn: day.optional(),
});

/** 公示: what was made public of the decision, and its withdrawal (行政处罚法 48). */
export const publication = z.strictObject({
  required: z.boolean().optional().describe('依法应当公开'),
  withheldReason: text.optional().describe('不予公开的理由'),
  text: z.string().optional().describe('公开文本'),
  filesChecked: z.boolean().optional().describe('图片和文件属性已检查'),
  noticeGiven: z.boolean().optional().describe('送达时已书面告知将公示'),
  annulled: z
    .strictObject({
      kind: z.enum(['changed', 'revoked', 'unlawful', 'void']),
      ruledOn: day.optional().describe('裁判或决定作出日'),
      receivedOn: day.optional().describe('收到日'),
    })
    .optional()
    .describe('公开的决定被变更、撤销、确认违法或者无效'),
  withdrawnOn: day.optional().describe('撤回日'),
  withdrawalReasons: z.boolean().optional().describe('已公开说明撤回理由'),
});
