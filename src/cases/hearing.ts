import * as z from 'zod';
import { day, id, text } from './fields.ts';

/** 听证, from the notice of the right to the signed record (行政处罚法 63, 64). */
export const hearing = z.strictObject({
  toldOn: day.optional().describe('听证权利告知送达日'),
  waivedOn: day.optional(),
  requested: z.boolean().optional(),
  requestedOn: day.optional(),
  noticeServedOn: day.optional(),
  held: z.boolean().optional(),
  heldOn: day.optional(),
  endedBy: z.enum(['completed', 'absence', 'left', 'withdrawn']).optional(),
  absence: z
    .strictObject({
      recorded: z.boolean().optional().describe('未到或退场已记录'),
      goodReason: z.boolean().optional().describe('有正当理由'),
      endRecorded: z.boolean().optional().describe('终止听证已记录'),
    })
    .optional()
    .describe('当事人未到或中途退出'),
  open: z.boolean().optional(),
  closedReason: z.enum(['state-secret', 'trade-secret', 'privacy', 'other', 'none']).optional(),
  presiding: z.strictObject({ name: text, officer: id.optional() }).optional(),
  clerk: text.optional(),
  agents: z.array(z.strictObject({ name: text, powerOfAttorney: z.boolean().optional() })).optional(),
  record: z
    .strictObject({
      checkedByParty: z.boolean().optional(),
      signedByParty: z.boolean().optional(),
      refusalNoted: z.boolean().optional(),
      transcriptOnly: z.boolean().optional(),
      signedOn: day.optional().describe('笔录签字日'),
      outsideFacts: z.boolean().optional().describe('决定依据了未经听证提出的事实'),
      points: z.array(z.strictObject({ text, answer: text.optional() })).optional(),
    })
    .optional(),
  feeCharged: z.boolean().optional(),
  paper: id.optional(),
});
