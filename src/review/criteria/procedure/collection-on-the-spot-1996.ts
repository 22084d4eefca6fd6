import { fen } from '../../../law/money.ts';
import { formerPenaltyLaw } from '../../rules/penalty-law.ts';
import { isAnswer, rule } from '../../rules/rule.ts';
import { withinFormerDays } from '../../steps/within-former-days.ts';
import { collectionOf, judgeCollection } from './collection-of.ts';

/** C3-32.1996 罚缴分离与当场收缴, for fines collected before 15 July 2021. */
export const collectionOnTheSpot1996 = rule({
  id: 'C3-32.1996',
  criterion: 3,
  question: '罚款是否由专门机构收缴；当场收缴的，是否属于法定情形、出具票据，并按期上交（2021年修订前）？',
  severity: 'major',
  consequence: 'correctable',
  certainty: 'practice',
  basis: [
    formerPenaltyLaw(46, '作出罚款决定的机关与收缴罚款的机构分离', { paragraph: 1 }),
    formerPenaltyLaw(47, '当场处罚中小额罚款或者事后难以执行的，可当场收缴', { states: ['二十元以下'] }),
    formerPenaltyLaw(48, '边远、水上、交通不便地区，缴款确有困难并经当事人提出的，可当场收缴'),
    formerPenaltyLaw(49, '当场收缴必须出具财政部门统一制发的收据'),
    formerPenaltyLaw(50, '收缴后二日内交机关，机关二日内缴付银行', { states: ['二日内'] }),
  ],
  reading:
    '二十元含本数；旧法未说明二日是否为工作日：两种算法都满足的为符合，都不满足的为不符合，介于两者之间的不作结论；旧法条文没有收入库中，以当时公布的文本为准；其余与现行规定同样理解。',
  lawOf: ({ file }) => file.performance?.onTheSpot?.collectedOn,
  about: collectionOf,
  decide: (onTheSpot, context) =>
    judgeCollection(onTheSpot, context, {
      small: fen(20),
      words: '二十元',
      period: '二日',
      twoDays: (start, done, paths) => {
        const count = withinFormerDays(start, 2, done, paths);
        return isAnswer(count)
          ? count
          : { ...count, last: `${count.calendar}（自然日）或${count.working}（工作日）` };
      },
    }),
});
