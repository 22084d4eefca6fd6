import * as z from 'zod';
import { citation, day, id, penalty, text } from './fields.ts';

/** Who signed an internal approval, and in which capacity. */
const approver = {
  approver: text.optional(),
  approverRole: z.enum(['head', 'deputy-authorised', 'delegate', 'unit-head', 'other']).optional(),
};

export const filing = z.strictObject({
  clueOn: day.optional(),
  approvedOn: day.optional(),
  ...approver,
  paper: id.optional(),
});

export const timeLimit = z.strictObject({
  extensions: z
    .array(
      z.strictObject({
        days: z.int().positive(),
        approvedOn: day.optional(),
        basis: citation.optional(),
        byDiscussion: z.boolean().optional(),
      }),
    )
    .optional(),
  excluded: z
    .array(
      z.strictObject({
        from: day,
        to: day,
        kind: z.enum(['expertise', 'test', 'hearing', 'public-notice', 'suspension', 'other']),
        basis: citation.optional(),
      }),
    )
    .optional(),
});

export const preservation = z.strictObject({
  takenOn: day.optional(),
  approvedOn: day.optional(),
  ...approver,
  disposedOn: day.optional(),
  disposal: text.optional(),
  goods: text.optional(),
  paper: id.optional(),
});

export const correctionOrder = z.strictObject({
  needed: z.boolean().optional().describe('是否尚有需要改正的'),
  issuedOn: day.optional(),
  until: day.optional(),
  inDecision: z.boolean().optional(),
  corrected: z.boolean().optional(),
  paper: id.optional(),
});

/** 送达. `method` decides which of the other fields prove it. */
export const service = z.strictObject({
  of: z.enum([
    'prior-notice',
    'hearing-right-notice',
    'hearing-notice',
    'decision',
    'correction-order',
    'other',
  ]),
  method: z
    .enum([
      'on-the-spot',
      'direct',
      'retained',
      'electronic',
      'entrusted',
      'post',
      'through-unit',
      'public-notice',
    ])
    .optional(),
  servedOn: day.optional(),
  postedOn: day.optional(),
  publishedOn: day.optional(),
  place: text.optional(),
  number: text.optional(),
  addressee: text.optional(),
  signer: text.optional(),
  signerRelation: z
    .enum([
      'party',
      'adult-family',
      'legal-representative',
      'head',
      'mail-clerk',
      'agent',
      'named-recipient',
      'other',
    ])
    .optional(),
  signed: z.boolean().optional(),
  servers: z.array(text).optional().describe('送达人：执法人员写编号，只送达文书的人写姓名'),
  witness: text.optional(),
  refusalNoted: z.boolean().optional(),
  recorded: z.boolean().optional(),
  leftAtResidence: z.boolean().optional(),
  confirmationOn: day.optional().describe('电子送达确认书签署日'),
  arrivalLogged: z.boolean().optional(),
  priorAttempts: text.optional().describe('公告送达前其他方式无法送达的经过'),
  paper: id.optional(),
});

/** 行政处罚事先告知. A changed proposal needs a second one, so the case holds a list. */
export const priorNotice = z.strictObject({
  date: day.optional(),
  servedOn: day.optional(),
  number: text.optional(),
  organName: text.optional(),
  states: z
    .strictObject({
      content: z.boolean().optional(),
      facts: z.boolean().optional(),
      reasons: z.boolean().optional(),
      basis: z.boolean().optional(),
    })
    .optional(),
  rights: z.array(z.enum(['statement', 'defence', 'hearing'])).optional(),
  defenceUntil: day.optional(),
  penalties: z.array(penalty).optional(),
  breached: z.array(citation).optional(),
  punishing: z.array(citation).optional(),
  facts: text.optional(),
  paper: id.optional(),
});

export const defence = z.strictObject({
  submitted: z.boolean().optional(),
  submittedOn: day.optional(),
  waivedOn: day.optional().describe('书面放弃陈述申辩之日'),
  points: z
    .array(z.strictObject({ text, adopted: z.boolean().optional(), answer: text.optional() }))
    .optional(),
  checkedOn: day.optional(),
  newFactsFound: z.boolean().optional(),
  noFaultEvidence: z
    .strictObject({
      offered: z.boolean().describe('当事人提出无过错证据'),
      examined: z.boolean().optional().describe('已审查'),
      accepted: z.boolean().optional().describe('已采信'),
      reasons: text.optional(),
      exception: citation.optional().describe('另有规定的法律、行政法规'),
    })
    .optional()
    .describe('无主观过错的举证'),
  paper: id.optional(),
});

/** 法制审核 as the papers show it. Inside the product the review's own tables are the truth. */
export const review = z.strictObject({
  submittedOn: day.optional(),
  completeOn: day.optional(),
  extension: z
    .strictObject({ days: z.int().positive().describe('工作日'), approvedOn: day.optional() })
    .optional()
    .describe('审核期限的延长'),
  reviewer: z
    .strictObject({ name: text, legalQualificationOn: day.optional(), firstReviewOn: day.optional() })
    .optional(),
  conclusion: z
    .enum([
      'agree',
      'agree-with-advice',
      'problems',
      'correct',
      'disagree',
      'transfer',
      'refer-to-police',
      'return',
    ])
    .optional(),
  reasons: text.optional(),
  signed: z.boolean().optional(),
  signedOn: day.optional(),
  textDigest: text.optional(),
  materials: z.array(text).optional(),
  paper: id.optional(),
});

export const discussion = z.strictObject({
  heldOn: day.optional(),
  attendees: z.array(text).optional(),
  opinions: z.boolean().optional(),
  conclusion: text.optional(),
  paper: id.optional(),
});

export const approval = z.strictObject({
  approvedOn: day.optional(),
  ...approver,
  textDigest: text.optional(),
  paper: id.optional(),
});

/** 行政处罚决定, with what its text names (行政处罚法 59). Booleans are answers about the text, absent when nobody looked. */
export const decision = z.strictObject({
  date: day.optional(),
  number: text.optional(),
  draft: z.boolean().optional(),
  organName: text.optional(),
  sealName: text.optional(),
  result: z.enum(['penalty', 'no-penalty', 'dropped', 'referred']).optional(),
  noPenaltyGround: z
    .enum(['slight-harmless', 'first-violation', 'no-fault', 'minor', 'illness', 'limitation', 'other'])
    .optional()
    .describe('不予处罚的事由'),
  penalties: z.array(penalty).optional(),
  grade: z.enum(['no-penalty', 'mitigated', 'lighter', 'ordinary', 'heavier']).optional(),
  tier: text.optional(),
  benchmark: text.optional().describe('引用的裁量基准名称'),
  discretionReasons: text.optional(),
  partyNamed: z.boolean().optional(),
  addressNamed: z.boolean().optional(),
  factsStated: z.boolean().optional(),
  evidenceListed: z.boolean().optional(),
  basisStated: z.boolean().optional(),
  defenceAnswered: z.boolean().optional(),
  performance: z
    .strictObject({
      manner: text.optional(),
      days: z.int().positive().optional(),
      lateFineStated: z.boolean().optional(),
      collectingBody: text.optional(),
      collectingAddress: text.optional().describe('缴款地点、账户或者电子缴款方式'),
    })
    .optional(),
  remedies: z
    .strictObject({
      reconsiderationBody: text.optional(),
      reconsiderationDays: z.int().positive().optional(),
      reconsiderationFirst: z.boolean().optional(),
      court: text.optional(),
      litigationMonths: z.int().positive().optional(),
    })
    .optional(),
  handedOver: z.boolean().optional().describe('当场交付'),
  refusalNoted: z.boolean().optional(),
  officersSigned: z.array(id).optional(),
  timeStated: z.boolean().optional().describe('载明时间'),
  placeStated: z.boolean().optional().describe('载明地点'),
  filedWithAgencyOn: day.optional().describe('报所属机关备案日'),
  amountInWords: text.optional().describe('罚款金额大写'),
  aiAssisted: z.boolean().optional(),
  signedByPerson: z.boolean().optional(),
  paper: id.optional(),
});
