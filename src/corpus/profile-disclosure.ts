import * as z from 'zod';
import { act, count, day, recorded, sourced, text } from './profile-parts.ts';

/** 公示, 记录, 归档 and 清单 as the place arranges them. What its plan does not say is left out. */

const yearlyStatistics = z.strictObject({
  month: z.int().min(1).max(12),
  day: z.int().min(1).max(31),
  wording: z.enum(['before', 'on']).describe('“某日前”或者“某日”'),
  reportedTo: z.array(text).describe('报送的机关'),
  ...sourced,
});

const disclosure = z.strictObject({
  publishAll: z.boolean().optional().describe('处罚决定一律公开'),
  withdrawalFrom: z.enum(['ruling', 'receipt']).optional().describe('撤回期限的起算；不写的按裁决之日'),
  penaltyWorkingDays: count.optional(),
  permitWorkingDays: count.optional(),
  otherWorkingDays: count.optional(),
  promptly: z.boolean().optional().describe('只要求及时公开，没有天数'),
  ownChannel: z.array(act).optional().describe('按原渠道公示的行为'),
  withdrawal: z
    .strictObject({ manner: z.enum(['promptly', 'mechanism']), ...sourced })
    .optional()
    .describe('已公开决定的撤下'),
  yearlyStatistics: yearlyStatistics.optional().describe('行政执法统计年报'),
  elsewhere: text.optional().describe('期限由哪个文件规定（该文件未载入）'),
  ...sourced,
});

const recording = z.strictObject({
  required: z.array(recorded).default([]).describe('应当全程音像记录'),
  asNeeded: z.array(recorded).default([]).describe('根据实际情况音像记录'),
  besidesText: z.boolean().optional().describe('在文字记录的基础上同时音像记录'),
  textEnough: z.boolean().optional().describe('文字记录能全面有效记录的，可以不音像记录'),
  storageHours: z.number().positive().optional().describe('入库时限（小时）'),
  storageWorkingDays: count.optional().describe('入库时限（工作日）'),
  notKeptPrivately: z.boolean().optional().describe('不得自行保管'),
  unalterable: z.boolean().optional().describe('不能删改'),
  elsewhere: text.optional().describe('由哪个文件规定（该文件未载入）'),
  ...sourced,
});

export const disclosureKeys = {
  disclosure: disclosure.optional().describe('公示'),
  archiving: z
    .strictObject({ days: count.optional(), standard: text.optional().describe('案卷标准'), ...sourced })
    .optional()
    .describe('归档'),
  recording: recording.optional().describe('音像记录'),
  papers: z
    .strictObject({ ordinary: z.array(text), summary: z.array(text), ...sourced })
    .optional()
    .describe('必备材料'),
  lists: z
    .array(z.strictObject({ name: text, fields: z.array(text).optional(), ...sourced }))
    .default([])
    .describe('应当编制的清单'),
  flowCharts: z
    .array(z.strictObject({ name: text, ...sourced }))
    .default([])
    .describe('应当编制的流程图'),
  serviceGuide: z
    .strictObject({ fields: z.array(text).min(1), ...sourced })
    .optional()
    .describe('服务指南的要素'),
  listUpdates: z
    .strictObject({ manner: z.enum(['dynamic', 'timely']).optional(), months: count.optional(), ...sourced })
    .optional()
    .describe('清单的更新'),
  actsCovered: z
    .strictObject({ acts: z.array(act), open: z.boolean().optional().describe('未尽列举'), ...sourced })
    .optional()
    .describe('方案所及的执法行为'),
  exam: z
    .strictObject({
      qualified: z
        .enum(['simplified-or-exempt', 'exempt'])
        .optional()
        .describe('取得法律职业资格的人员：简化或者免考'),
      beforeEnforcement: z.boolean().optional().describe('考试合格方可执法'),
      ...sourced,
    })
    .optional()
    .describe('执法资格考试'),
  intelligentAid: z
    .strictObject({ speechAndText: z.boolean().describe('语音识别、文本分析'), ...sourced })
    .optional()
    .describe('裁量智能辅助'),
  history: z
    .array(z.strictObject({ what: text, by: text.describe('期限，如 2019年9月底前'), source: text }))
    .default([])
    .describe('方案中已经过去的期限，只作历史，不是任务'),
};

export const documentKey = z
  .strictObject({
    title: text,
    number: text.optional(),
    issuer: text,
    issuedOn: day.optional(),
    year: z.int().optional(),
    cites: z.array(text).default([]).describe('所引而库中没有的文件'),
    gaps: z.array(text).default([]).describe('文本的缺漏和错误，照原样保留'),
  })
  .optional()
  .describe('方案所据的文件');
