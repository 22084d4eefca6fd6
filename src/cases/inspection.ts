import * as z from 'zod';
import { INSPECTION_TRIGGERS } from '../corpus/profile-acts.ts';
import { day, id, moment, text } from './fields.ts';

/** 行政检查. Who went, showed certificates and signed stands in `acts` of the kind `inspection`. */
export const inspection = z.strictObject({
  inspectionItem: text.optional().describe('检查事项'),
  date: day.optional(),
  trigger: z.enum(INSPECTION_TRIGGERS).optional().describe('检查的来由'),
  inspectionApproval: z
    .strictObject({
      approved: z.boolean().optional(),
      approvedOn: day.optional(),
      approver: text.optional(),
      urgent: z.boolean().optional().describe('情况紧急，先检查后补办'),
      paper: id.optional(),
    })
    .optional()
    .describe('检查审批'),
  inspectionNotice: z
    .strictObject({
      given: z.boolean().optional().describe('已出具'),
      number: text.optional(),
      issuedOn: day.optional(),
      paper: id.optional(),
    })
    .optional()
    .describe('检查通知书'),
  timesThisYear: z.int().positive().optional().describe('本机关本年度对该对象的检查次数（含本次）'),
  drawLog: z
    .strictObject({
      drawnAt: moment.optional().describe('抽取时间'),
      seed: text.optional().describe('随机种子'),
      objectsDrawn: z.boolean().optional().describe('检查对象随机抽取'),
      officersDrawn: z.boolean().optional().describe('执法人员随机抽取'),
      paper: id.optional(),
    })
    .optional()
    .describe('随机抽取记录'),
  actors: z
    .array(
      z.strictObject({
        name: text,
        role: z.enum(['officer', 'auxiliary', 'third-party', 'expert']).optional().describe('身份'),
        assistsOnly: z.boolean().optional().describe('仅提供辅助或者技术支持，不实施检查'),
      }),
    )
    .optional()
    .describe('到场实施或者协助检查的人员'),
  outcome: z.enum(['clean', 'problems']).optional().describe('检查结果'),
  resultOn: day.optional().describe('检查结果形成日'),
  fedBack: z.boolean().optional().describe('已向当事人反馈结果'),
  fedBackOn: day.optional().describe('结果反馈日'),
  problems: z
    .array(
      z.strictObject({
        text,
        suspectedViolation: z.boolean().optional().describe('涉嫌违法'),
        correctionNeeded: z.boolean().optional().describe('需要改正'),
        correctionOrderedOn: day.optional().describe('责令改正日'),
        filedOn: day.optional().describe('立案日'),
        receivingBody: text.optional().describe('移交的有权机关'),
        noStepTaken: z.boolean().optional().describe('没有后续处理'),
        paper: id.optional(),
      }),
    )
    .optional()
    .describe('发现的问题'),
  publishedOn: day.optional(),
  archivedOn: day.optional(),
  paper: id.optional(),
});
