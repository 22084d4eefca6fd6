import * as z from 'zod';
import { isDay } from '../law/dates.ts';

/** The building blocks of a jurisdiction profile. */

export const text = z.string().min(1, '应为非空文字');
export const day = z.string().refine(isDay, '应为存在的日期，写作 YYYY-MM-DD');
/** Every value of a profile names its source; `from`/`to` bound the days on which it holds, both included. */
export const sourced = {
  source: text.describe('来源：文件简称和条目'),
  from: day.optional().describe('施行日'),
  to: day.optional().describe('失效日'),
};
export const amount = z.strictObject({
  yuan: z.number().positive('应为大于 0 的金额（元）'),
  inclusive: z.boolean().describe('是否包括本数'),
});
export const count = z.int('应为整数').positive('应为大于 0 的整数');
export const countOrNone = z.int('应为整数').nonnegative('应为不小于 0 的整数');

/** 执法行为种类, as the plans name them; the first five are those of the case file. */
export const ACTS = {
  penalty: '行政处罚',
  licence: '行政许可',
  compulsion: '行政强制',
  inspection: '行政检查',
  levy: '行政征收',
  requisition: '行政征用',
  fee: '行政收费',
} as const;
export const act = z.enum(Object.keys(ACTS) as (keyof typeof ACTS)[]);

/** 需要音像记录的环节: the first eleven are the steps of the case file, the others are described by their effect. */
export const RECORDED = {
  inspection: '检查、勘验',
  interview: '调查、询问',
  sampling: '抽样取证',
  preservation: '先行登记保存',
  seizure: '查封、扣押',
  freezing: '冻结账户',
  demolition: '强制拆除',
  hearing: '听证',
  service: '送达',
  enforcement: '强制执行',
  other: '其他',
  compulsion: '行政强制',
  'on-site': '现场执法',
  evidence: '调查取证',
  'retained-service': '留置送达',
  'notice-service': '公告送达',
  'personal-freedom': '直接涉及人身自由',
  'life-health': '直接涉及生命健康',
  'major-property': '直接涉及重大财产权益',
} as const;
export const recorded = z.enum(Object.keys(RECORDED) as (keyof typeof RECORDED)[]);
