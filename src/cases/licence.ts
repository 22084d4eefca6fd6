import * as z from 'zod';
import { citation, day, id, text } from './fields.ts';
import { licenceHearing } from './licence-hearing.ts';
import { licenceCondition, licenceDecision, licenceFee, renewal, withdrawal } from './licence-later.ts';

/** 设定许可的规范 (行政许可法 14, 15, 17). */
export const SETTING_LEVELS = {
  law: '法律',
  'administrative-regulation': '行政法规',
  'state-council-decision': '国务院决定',
  'local-regulation': '地方性法规',
  'provincial-rule': '省级人民政府规章',
  'city-rule': '设区的市人民政府规章',
  'department-rule': '部门规章',
  'normative-document': '规范性文件',
} as const;

export type SettingLevel = keyof typeof SETTING_LEVELS;

const settingNorm = z.strictObject({
  law: text,
  article: text.optional(),
  settingLevel: z
    .enum(Object.keys(SETTING_LEVELS) as SettingLevel[])
    .optional()
    .describe('规范的种类'),
  inForceFrom: day.optional().describe('施行日'),
  withinLimits: z.boolean().optional(),
});

const supplementNotice = z.strictObject({
  toldOn: day.optional(),
  newPapersOnly: z.boolean().optional().describe('只针对补正后新提交的材料'),
  paper: id.optional(),
});

const licenceExtension = z.strictObject({
  approvedOn: day.optional(),
  days: z.int().positive().optional(),
  approverRole: z
    .enum(['head', 'deputy-authorised', 'delegate', 'unit-head', 'government-head', 'other'])
    .optional(),
  reasonsTold: z.boolean().optional().describe('延长的理由已告知申请人'),
  paper: id.optional(),
});

/** 听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审 (行政许可法 45), both days included. */
const excludedPeriod = z.strictObject({
  purpose: z
    .enum(['hearing', 'tender', 'auction', 'inspection', 'test', 'quarantine', 'expertise', 'expert-review'])
    .optional()
    .describe('不计入的事由'),
  from: day,
  to: day,
  toldInWriting: z.boolean().optional().describe('所需时间已书面告知申请人'),
  paper: id.optional(),
});

const thirdParty = z.strictObject({
  name: text,
  told: z.boolean().optional(),
  toldOn: day.optional(),
  heard: z.boolean().optional().describe('已听取意见'),
  silent: z.boolean().optional().describe('没有提出意见'),
});

/** 行政许可, from the application to what may follow it. */
export const licence = z.strictObject({
  request: z.enum(['grant', 'change', 'renewal', 'withdrawal']).optional().describe('办理类型'),
  matter: text.optional().describe('许可事项'),
  settingNorms: z.array(settingNorm).optional().describe('设定许可的规范'),
  receivedOn: day.optional().describe('收到申请日'),
  complete: z.boolean().optional().describe('材料齐全、符合法定形式'),
  supplementNotices: z.array(supplementNotice).optional().describe('补正告知'),
  acceptedOn: day.optional().describe('受理日'),
  joint: z.boolean().optional().describe('统一、联合或者集中办理'),
  extensions: z.array(licenceExtension).optional(),
  excludedPeriods: z.array(excludedPeriod).optional().describe('不计入期限的时间'),
  otherPeriod: z
    .strictObject({ norm: citation, days: z.int().positive() })
    .optional()
    .describe('另行规定的期限'),
  verification: z
    .strictObject({
      verificationNeeded: z.boolean().optional().describe('需要核实材料的实质内容'),
      staff: z.array(text).optional().describe('核查人员'),
      paper: id.optional(),
    })
    .optional()
    .describe('实质核查'),
  thirdPartiesTouched: z.boolean().optional().describe('直接关系他人重大利益'),
  thirdParties: z.array(thirdParty).optional().describe('利害关系人'),
  hearingByNorm: z.boolean().optional().describe('规定或者本机关认为应当听证'),
  licenceHearing: licenceHearing.optional().describe('许可听证'),
  licenceDecision: licenceDecision.optional().describe('许可决定'),
  documentNeeded: z.boolean().optional().describe('需要颁发许可证件'),
  issuedOn: day.optional(),
  conditions: z.array(licenceCondition).optional().describe('许可条件'),
  licenceFees: z.array(licenceFee).optional().describe('收费'),
  publishedOn: day.optional(),
  withdrawal: withdrawal.optional().describe('撤销许可'),
  renewal: renewal.optional().describe('延续许可'),
  paper: id.optional(),
});
