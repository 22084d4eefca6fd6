import * as z from 'zod';
import { id, moment, text } from './fields.ts';

/** 音像记录 of one act or step, from arrival to departure (行政处罚法 47). `gaps` are the breaks in it. */
export const recording = z.strictObject({
  id,
  of: z
    .enum([
      'inspection',
      'interview',
      'sampling',
      'preservation',
      'seizure',
      'freezing',
      'demolition',
      'hearing',
      'service',
      'enforcement',
      'other',
    ])
    .describe('记录的环节'),
  act: id.optional().describe('执法行为（acts 的 id）'),
  startedAt: moment.optional(),
  endedAt: moment.optional(),
  complete: z.boolean().optional().describe('自到达至离开全程'),
  gaps: z
    .array(
      z.strictObject({
        from: moment.optional(),
        to: moment.optional(),
        explained: text.optional().describe('中断说明'),
      }),
    )
    .optional()
    .describe('中断'),
  storedAt: moment.optional().describe('存入系统时间'),
  storagePossibleAt: moment.optional().describe('具备存储条件的时间'),
  storedBy: text.optional().describe('存储人'),
  keptPrivately: z.boolean().optional().describe('自行保管'),
});
