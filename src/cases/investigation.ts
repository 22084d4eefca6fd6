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
      slight: z.boolean().optional().describe('危害后果轻微'),
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
  publicOfficialClue: z.boolean().optional().describe('发现公职人员职务犯罪线索'),
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
      'none-of-eight',
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
  media: z
    .strictObject({
      original: z.boolean().optional().describe('原始载体'),
      copyReason: text.optional().describe('不能提供原始载体的原因'),
      checksum: text.optional().describe('完整性校验值'),
      method: text.optional().describe('制作方法'),
      madeOn: day.optional().describe('制作日'),
      maker: text.optional().describe('制作人'),
      sound: z.boolean().optional().describe('含声音'),
      transcript: z.boolean().optional().describe('附文字记录'),
    })
    .optional()
    .describe('视听资料、电子数据的制作情况'),
  testimony: z
    .strictObject({
      name: text.optional().describe('证人姓名'),
      age: z.int().positive().optional().describe('年龄'),
      sex: z.enum(['男', '女']).optional(),
      occupation: text.optional().describe('职业'),
      address: text.optional(),
      signed: z.boolean().optional(),
      date: day.optional(),
      identityPaper: z.boolean().optional().describe('附证人身份证明'),
    })
    .optional()
    .describe('证人证言要素'),
  opinion: z
    .strictObject({
      client: text.optional().describe('委托人'),
      matter: text.optional().describe('委托鉴定事项'),
      material: text.optional().describe('送检材料'),
      grounds: text.optional().describe('鉴定依据'),
      technique: text.optional().describe('鉴定方法'),
      body: text.optional().describe('鉴定机构'),
      bodyQualifiedFrom: day.optional().describe('机构资质有效期始'),
      bodyQualifiedTo: day.optional().describe('机构资质有效期止'),
      experts: z
        .array(
          z.strictObject({
            name: text,
            qualifiedFrom: day.optional().describe('资格有效期始'),
            qualifiedTo: day.optional().describe('资格有效期止'),
          }),
        )
        .optional()
        .describe('鉴定人'),
      issuedOn: day.optional(),
      signed: z.boolean().optional(),
      sealed: z.boolean().optional().describe('已盖章'),
      analytical: z.boolean().optional().describe('通过分析得出结论'),
      analysisStated: z.boolean().optional().describe('已说明分析过程'),
    })
    .optional()
    .describe('鉴定、检测意见要素'),
  foreign: z
    .strictObject({
      formedAbroad: z.boolean().describe('在境外形成'),
      sourceStated: z.boolean().optional().describe('已说明来源'),
      notarised: z.boolean().optional().describe('已公证'),
      authenticated: z.boolean().optional().describe('已认证'),
      treatyFormalities: text.optional().describe('条约规定的证明手续'),
    })
    .optional()
    .describe('境外证据'),
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
  interviewees: z.array(text).optional().describe('同一笔录中的全部被询问人'),
  region: text.optional().describe('实施地，由大到小写'),
  sampling: z
    .strictObject({
      item: text.optional().describe('样品名称'),
      batch: text.optional().describe('批号'),
      quantity: text.optional().describe('数量'),
      sealed: z.boolean().optional().describe('已封样'),
    })
    .optional()
    .describe('抽样'),
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
        obliges: z
          .boolean()
          .optional()
          .describe('other-law 所依据的条文写“应当”从轻或者减轻的填是，写“可以”的填否'),
      }),
    )
    .optional(),
  noGrounds: z.boolean().optional().describe('经查无从轻、减轻、从重情节'),
  noMitigation: z.boolean().optional().describe('经查无减轻处罚情形'),
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
      facts: text.optional().describe('个案的特殊事实'),
      evidence: z.array(id).optional().describe('证明特殊事实的证据'),
      fine: money.optional().describe('理由所针对的罚款数额（元）；数额改变的，理由失效'),
      approvedBy: text.optional(),
      approvedOn: day.optional(),
      told: z.boolean().optional(),
    })
    .optional()
    .describe('偏离裁量基准的理由与批准'),
  firstViolationAnswer: text.optional().describe('初次违法仍予处罚的理由'),
});
