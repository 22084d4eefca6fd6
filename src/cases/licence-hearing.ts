import * as z from 'zod';
import { day, id, text } from './fields.ts';

/** 许可听证 (行政许可法 46 to 48). */
export const licenceHearing = z.strictObject({
  told: z.boolean().optional(),
  toldOn: day.optional().describe('听证权利告知送达日'),
  waivedOn: day.optional(),
  requested: z.boolean().optional(),
  requestedOn: day.optional(),
  announced: z.boolean().optional().describe('已向社会公告'),
  announcedOn: day.optional().describe('公告日'),
  noticeServedOn: day.optional(),
  held: z.boolean().optional(),
  heldOn: day.optional(),
  chair: text.optional().describe('主持人'),
  chairExamined: z.boolean().optional().describe('主持人审查过该申请'),
  recordMade: z.boolean().optional().describe('已制作听证笔录'),
  recordSigned: z.boolean().optional().describe('参加人已在听证笔录签名'),
  feeCharged: z.boolean().optional(),
  paper: id.optional(),
});
