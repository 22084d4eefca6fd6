import { TRANSFER_FROM, TRANSFER_RULES } from '../../crime/referral-due.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import { met, notApplicable, rule, unclear } from '../../rules/rule.ts';

/** C8-01 犯罪迹象: signs in the papers that figures do not show. A model may point at words, and never clears a case. */
export const crimeSigns = rule({
  id: 'C8-01.signs',
  criterion: 8,
  question: '材料中有涉嫌犯罪迹象的，是否已经有人审查是否移送？',
  severity: 'major',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw('27', '涉嫌犯罪的要及时移送司法机关。', { paragraph: 1 }),
    {
      law: TRANSFER_RULES,
      article: '3',
      paragraph: 1,
      gist: '金额、情节、后果涉嫌构成犯罪的，必须移送公安机关。',
      from: TRANSFER_FROM,
    },
  ],
  reading:
    '是否构成犯罪不由程序或者模型判断。模型只能指出值得审查的文字，没有发现的仍由人核对；已有人审查并写明理由的，或者相关数额标准都已比对而没有达到的（C8-01），不再询问。',
  about: ({ file, answerOf }) => {
    const { referral } = file;
    if (referral?.sentAt) return met('案件已经移送。', ['referral.sentAt']);
    if (referral?.considered && referral.reason) {
      return met('已有人审查是否移送并写明理由。', ['referral.considered', 'referral.reason']);
    }
    const compared = answerOf('C8-01');
    if (compared === 'met' || compared === 'not-applicable') {
      return notApplicable('相关的立案追诉标准均已比对，没有达到、没有关联罪名或者已经处理（C8-01）。');
    }
    return (file.papers ?? []).some(({ text }) => text?.trim())
      ? { facts: true }
      : notApplicable('案卷没有录入材料文字，只按数额标准比对（C8-01）。');
  },
  decide: () =>
    unclear(
      '材料中有没有涉嫌犯罪的迹象，需要人通读询问、检查、鉴定材料核对。',
      ['有没有涉嫌犯罪迹象的核对结论'],
      ['papers'],
    ),
  asks: ({ file }) => [
    {
      prompt: 'crime-suspected',
      claim: '材料写有数额、伤亡后果、欺骗或者逃避手段、以往处罚等值得审查是否移送的迹象',
      opposite: '材料写明没有上述任何迹象',
      papers: (file.papers ?? [])
        .filter(({ kind, text }) => KINDS.has(kind) && text?.trim())
        .map(({ id }) => id),
      whenTrue: 'not-met',
      whenFalse: 'unclear',
      look: '材料中有没有涉嫌犯罪的迹象',
    },
  ],
});

const KINDS = new Set<string>([
  'source',
  'inspection-record',
  'interview-record',
  'expert-opinion',
  'closing-report',
  'documentary-evidence',
  'defence-record',
  'hearing-record',
]);
