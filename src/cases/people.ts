import * as z from 'zod';
import { creditCode, day, id, idNumber, text } from './fields.ts';

/** 行政机关 that decides, as the file names it. */
export const agency = z.strictObject({
  name: text,
  kind: z
    .enum(['administrative', 'authorised', 'entrusted'])
    .optional()
    .describe('行政机关 / 法律法规授权的组织 / 受委托组织'),
  level: z.enum(['national', 'province', 'city', 'county', 'town']).optional(),
  region: text.optional().describe('管辖区域，由大到小写，如 示例省示例市示例区'),
  system: z
    .enum(['local', 'vertical', 'police', 'state-council'])
    .optional()
    .describe('地方政府部门 / 垂直领导部门 / 公安 / 国务院部门'),
  government: text.optional().describe('本级人民政府名称'),
  court: text.optional().describe('有管辖权的人民法院'),
  authorisingNorm: z
    .strictObject({
      title: text,
      level: z.enum([
        'law',
        'administrative-regulation',
        'local-regulation',
        'department-rule',
        'government-rule',
        'normative-document',
      ]),
    })
    .optional(),
  concentratedPowers: z
    .array(
      z.strictObject({
        document: text.describe('决定文号或名称'),
        by: z.enum(['state-council', 'provincial-government', 'other']).describe('决定机关'),
        items: z.array(text).optional().describe('划转的事项编码'),
        from: day.optional(),
        to: day.optional(),
      }),
    )
    .optional()
    .describe('相对集中处罚权决定'),
});

/** 委托执法: the principal and the written entrustment (行政处罚法 20). */
export const entrustment = z.strictObject({
  principal: text,
  body: text,
  items: z.array(text).optional(),
  powers: text.optional(),
  validFrom: day.optional(),
  validTo: day.optional(),
  published: z.boolean().optional(),
  subEntrusted: z.boolean().optional(),
  norm: text.optional().describe('允许委托的法律、法规、规章'),
});

/** 执法人员 with the certificate that must be valid on each act's day. */
export const officer = z.strictObject({
  id,
  name: text,
  unit: text.optional(),
  auxiliary: z.boolean().optional().describe('辅助人员、网格员等不具执法资格的人员'),
  noInterestDeclared: z.boolean().optional().describe('已签无利害关系声明'),
  relation: z
    .strictObject({
      with: text.describe('与何人有关系'),
      text: text.optional(),
      confirmed: z.boolean().optional().describe('经核实'),
      withdrew: z.boolean().optional().describe('已回避'),
    })
    .optional()
    .describe('利害关系'),
  certificate: z
    .strictObject({
      number: text,
      validFrom: day.optional(),
      validTo: day.optional(),
      category: text.optional(),
      area: text.optional(),
    })
    .optional(),
});

/** 当事人: a person, an organisation, or an individual business (个体工商户) with its operator. */
export const party = z.strictObject({
  kind: z.enum(['person', 'organisation', 'individual-business']),
  name: text,
  idNumber: idNumber.optional(),
  creditCode: creditCode.optional(),
  birthDate: day.optional(),
  sex: z.enum(['男', '女']).optional(),
  operator: text.optional().describe('个体工商户经营者'),
  operatorIdNumber: idNumber.optional().describe('经营者身份号码'),
  hasTradeName: z.boolean().optional().describe('营业执照登记有字号'),
  tradeName: text.optional().describe('字号'),
  relatedPersons: z.array(text).optional().describe('近亲属、代理人等关联人员'),
  legalRepresentative: text.optional(),
  address: text.optional(),
  phone: text.optional(),
  registry: z
    .strictObject({
      checkedOn: day.optional(),
      status: z.enum(['active', 'cancelled', 'revoked']),
      cancelledOn: day.optional(),
    })
    .optional()
    .describe('登记状态核查结果'),
  mentalDisorder: z.boolean().optional(),
  capacity: z
    .strictObject({
      state: z.enum(['none', 'partial', 'intermittent-sane', 'full']).describe('责任能力'),
      expertOpinion: id.optional().describe('鉴定意见（evidence 的 id）'),
      determinedBy: text.optional().describe('认定人'),
      guardianTold: z.boolean().optional().describe('已责令监护人看管治疗'),
    })
    .optional()
    .describe('行为时的责任能力'),
});
