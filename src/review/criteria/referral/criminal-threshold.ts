import { criminalState } from '../../criminal-state.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../penalty-law.ts';
import { TRANSFER_FROM, TRANSFER_RULES } from '../../referral-due.ts';
import { met, notMet, rule, unclear } from '../../rule.ts';

export const criminalThreshold = rule({
  id: 'C8-01',
  criterion: 8,
  question: '达到刑事立案追诉标准的，是否已经审查移送？',
  severity: 'block',
  consequence: 'annul',
  basis: [
    penaltyLaw('27', '涉嫌犯罪的要及时移送司法机关。', { paragraph: 1 }),
    penaltyLaw('57', '涉嫌犯罪的，移送司法机关。', { paragraph: 1, item: 4 }),
    formerPenaltyLaw('22', '构成犯罪的要移送司法机关。'),
    {
      law: TRANSFER_RULES,
      article: '3',
      paragraph: 1,
      gist: '金额、情节、后果涉嫌构成犯罪的，必须移送公安机关。',
      from: TRANSFER_FROM,
    },
  ],
  reading:
    '达到标准不等于犯罪，只说明必须审查是否移送。接近标准（默认八成，可在地区方案中改）的请人核对累计和前科。',
  about: criminalState,
  decide: ({ state, lines, missing, paths }, { file }) => {
    const { referral } = file;
    const steps = lines;
    const facts = [...paths];
    if (state === 'reached') {
      const where = [...facts, 'referral.considered', 'referral.reason', 'referral.sentAt'];
      const reached = lines.filter((line) => line.endsWith('（达到）')).join('；');
      if (referral?.sentAt) return met(`${reached}，已移送。`, where, { steps });
      if (referral?.considered && referral.reason) {
        return met(`${reached}，已审查是否移送并写明理由。`, where, { steps });
      }
      return notMet(`${reached}，案卷没有移送，也没有审查移送的理由。`, where, { steps });
    }
    if (state === 'below') return met('比对的立案追诉标准都没有达到。', facts, { steps });
    if (state === 'near' && referral?.considered && referral.reason) {
      const where = [...facts, 'referral.considered', 'referral.reason'];
      return met(
        `${lines.filter((line) => line.endsWith('（接近）')).join('；')}，已由人审查并写明理由。`,
        where,
        { steps },
      );
    }
    const open = state === 'near' ? lines.filter((line) => line.endsWith('（接近）')) : missing;
    const answer =
      state === 'near'
        ? unclear(`${open.join('；')}，需要人核对累计数额和前科。`, ['累计数额和前科的核对结论'], facts)
        : unclear(`比对刑事立案追诉标准缺少${missing.join('、')}。`, missing, facts);
    return { ...answer, steps };
  },
});
