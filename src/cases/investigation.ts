import * as z from 'zod';
import { baseName, citation, day, factor, id, moment, money, penalty, text } from './fields.ts';

/** 违法行为 as established, with its elements and the evidence said to prove each. */
export const violation = z.strictObject({
  name: text.describe('违法行为名称'),
  itemCode: text.optional().describe('执法事项编码'),
  facts: text.optional().describe('认定的违法事实，供文书使用'),
  startedOn: day.optional(),
  endedOn: day.optional().describe('行为发生日；连续或继续的，为终了日'),
  continuing: z.boolean().optional(),
  place: text.optional(),
  region: text.optional().describe('发生地，由大到小写'),
  discoveredOn: day.optional().describe('最早的书面线索日'),
  harm: z
    .strictObject({
      occurred: z.boolean(),
      concerns: z.enum(['life-health', 'financial-safety', 'other']).optional(),
      text: text.optional(),
    })
    .optional(),
  minor: z.boolean().optional().describe('违法行为轻微'),
  firstViolation: z.boolean().optional().describe('初次违法'),
  correctedInTime: z.boolean().optional().describe('及时改正'),
  noFault: z.boolean().optional().describe('当事人有证据足以证明没有主观过错'),
  elements: z
    .array(z.strictObject({ name: text, evidence: z.array(id) }))
    .optional()
    .describe('构成要件及证明它的证据'),
  amounts: z
    .partialRecord(
      baseName,
      z.strictObject({
        yuan: money,
        evidence: z.array(id).optional(),
        calculation: text.optional().describe('计算方法'),
      }),
    )
    .optional(),
});

/** 证据. `kind` is one of the eight kinds of 行政处罚法 46. */
export const evidence = z.strictObject({
  id,
  name: text,
  kind: z
    .enum([
      'documentary',
      'physical',
      'audiovisual',
      'electronic',
      'witness',
      'party-statement',
      'expert',
      'record',
    ])
    .optional(),
  obtainedOn: day.optional(),
  obtainedBy: z.array(id).optional(),
  proves: text.optional(),
  copy: z.boolean().optional(),
  copyVerified: z.boolean().optional(),
  flags: z
    .array(
      z.enum(['serious-procedural-breach', 'secret-recording', 'inducement', 'fraud', 'coercion', 'altered']),
    )
    .optional()
    .describe('非法取证疑点'),
  excluded: z.boolean().optional(),
  monitoring: z
    .strictObject({
      authorisedBy: citation.optional(),
      legalAudit: z.boolean().optional(),
      technicalAudit: z.boolean().optional(),
      locationPublishedOn: day.optional(),
      reviewedByPerson: z.boolean().optional(),
      partyTold: z.boolean().optional(),
    })
    .optional()
    .describe('电子技术监控设备记录'),
  paper: id.optional(),
});

/** 执法行为: one inspection, interview, sampling … with who did it and how it was recorded. */
export const act = z.strictObject({
  id,
  kind: z.enum(['inspection', 'interview', 'sampling', 'preservation', 'seizure', 'other']),
  startedAt: moment.optional(),
  endedAt: moment.optional(),
  date: day.optional(),
  place: text.optional(),
  event: text.optional().describe('现场情况或询问要点'),
  officers: z.array(id).optional(),
  interviewee: text.optional(),
  certificatesShown: z.boolean().optional(),
  certificateNumbers: z.array(text).optional(),
  recusalTold: z.boolean().optional(),
  officersSigned: z.array(id).optional(),
  partySigned: z.boolean().optional(),
  refusalNoted: z.boolean().optional(),
  witness: text.optional(),
  recorded: z.boolean().optional().describe('有音像记录'),
  paper: id.optional(),
});

/** 情节: benchmark factors by name, and the grounds of 行政处罚法 30 to 33 and their state. */
export const circumstances = z.strictObject({
  factors: z.record(z.string(), factor).optional(),
  grounds: z
    .array(
      z.strictObject({
        kind: z.enum([
          'removed-harm',
          'coerced',
          'confessed-unknown',
          'meritorious',
          'minor-age',
          'mental',
          'other-law',
          'heavier',
        ]),
        state: z.enum(['accepted', 'claimed', 'rejected']),
        reason: text.optional(),
        basis: citation.optional(),
      }),
    )
    .optional(),
  noGrounds: z.boolean().optional().describe('经查无从轻、减轻、从重情节'),
});

/** 拟处理意见, before the decision. The amount is a person's. */
export const proposal = z.strictObject({
  result: z.enum(['penalty', 'no-penalty']),
  penalties: z.array(penalty),
  grade: z.enum(['no-penalty', 'mitigated', 'lighter', 'ordinary', 'heavier']).optional(),
  reasons: text.optional(),
  deviation: z
    .strictObject({
      reason: text,
      approvedBy: text.optional(),
      approvedOn: day.optional(),
      told: z.boolean().optional(),
    })
    .optional()
    .describe('偏离裁量基准的理由与批准'),
});
