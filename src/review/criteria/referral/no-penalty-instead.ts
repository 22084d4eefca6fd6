import { chineseDay, dayOf } from '../../../law/dates.ts';
import type { PenaltyType } from '../../../law/penalties.ts';
import { referralDue, TRANSFER_FROM, TRANSFER_RULES } from '../../crime/referral-due.ts';
import { reasonAdmitting } from '../../crime/referral-trace.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';

/** Penalties that may stand beside a referral: warning, stopping business, taking a permit. */
const BESIDE: PenaltyType[] = ['warning', 'suspend', 'suspend-permit', 'revoke'];

export const noPenaltyInstead = rule({
  id: 'C8-06',
  criterion: 8,
  question: '是否没有以行政处罚代替移送？',
  severity: 'block',
  consequence: 'annul',
  basis: [
    { law: TRANSFER_RULES, article: '11', paragraph: 1, gist: '不能以处罚代替移送。', from: TRANSFER_FROM },
    penaltyLaw('8', '构成犯罪的，不能以行政处罚代替刑事处罚。', { paragraph: 2 }),
    penaltyLaw('82', '应移送而不移送、以罚代刑的要追究责任。'),
    formerPenaltyLaw('7', '构成犯罪的，不能以行政处罚代替刑事处罚。', { paragraph: 2 }),
  ],
  reading: '移送前已作出的警告、责令停产停业、暂扣或者吊销许可证件不算代替移送；处罚之后才移送的由人判断。',
  about: (context) => {
    const { decision } = context.file;
    const referral = referralDue(context);
    if (isAnswer(referral)) return referral;
    if (!decision) return notApplicable('尚未作出决定。');
    if (referral.approved === false && referral.refusalReason) {
      return notApplicable('负责人决定不移送，理由已记录在案。', [
        'referral.approved',
        'referral.refusalReason',
      ]);
    }
    return { decision, referral };
  },
  decide: ({ decision, referral }) => {
    const paths = [
      'referral.sentAt',
      ...(referral.suspected ? ['referral.suspected'] : []),
      'decision.date',
      'decision.result',
      'decision.penalties',
    ];
    if (decision.result === 'referred') return met('本案决定移送。', ['decision.result']);
    const sent = referral.sentAt && dayOf(referral.sentAt);
    if (sent) {
      if (!decision.date) return unclear('决定日期没有载明，不能核对移送与处罚的先后。', ['决定日期'], paths);
      const found = `${chineseDay(sent)}移送，${chineseDay(decision.date)}决定`;
      const types = (decision.penalties ?? []).map(({ type }) => type);
      const beside = types.length > 0 && types.every((type) => BESIDE.includes(type));
      if (sent > decision.date && beside) {
        return met(`${found}，移送前的处罚可以与移送并存，没有以处罚代替移送。`, paths);
      }
      return sent <= decision.date
        ? met(`${found}，没有以处罚代替移送。`, paths)
        : unclear(`${found}，先罚后移，是否影响移送需要人判断。`, ['先处罚后移送的原因'], paths);
    }
    if (!decision.result && !decision.penalties) {
      return unclear('决定的结果没有载明。', ['决定的结果'], paths);
    }
    if (decision.result && decision.result !== 'penalty') {
      return unclear('涉嫌犯罪的案件没有给予处罚，也没有移送的记载。', ['移送的时刻'], paths);
    }
    if (!decision.penalties) return unclear('决定的处罚种类没有载明。', ['决定的处罚种类'], paths);
    if (!referral.suspected && referral.considered && referral.reason && !reasonAdmitting(referral)) {
      return unclear(
        '已达到追诉标准，审查后没有移送而给予处罚，所写理由是否成立需要人判断。',
        ['不移送理由的核对结论'],
        [...paths, 'referral.considered', 'referral.reason'],
      );
    }
    return decision.penalties.every(({ type }) => BESIDE.includes(type))
      ? unclear('已作出的处罚可以与移送并存，是否移送没有记载。', ['移送的时刻'], paths)
      : notMet('涉嫌犯罪的应移送，本案给予处罚而没有移送。', paths);
  },
});
