import { fen } from '../../../law/money.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import { rule } from '../../rules/rule.ts';
import { withinWorkingDays } from '../../steps/within-working-days.ts';
import { collectionOf, judgeCollection } from './collection-of.ts';

/** C3-32 罚缴分离与当场收缴. */
export const collectionOnTheSpot = rule({
  id: 'C3-32',
  criterion: 3,
  question: '罚款是否由专门机构收缴；当场收缴的，是否属于法定情形、出具专用票据，并按期上交、缴付银行？',
  severity: 'major',
  consequence: 'correctable',
  certainty: 'statute',
  basis: [
    penaltyLaw(67, '作出罚款决定的机关与收缴罚款的机构分离', { paragraph: 1 }),
    penaltyLaw(68, '当场处罚中小额罚款或者事后难以执行的，可当场收缴', { states: ['一百元以下'] }),
    penaltyLaw(69, '边远、水上、交通不便地区，缴款确有困难并经当事人提出的，可当场收缴'),
    penaltyLaw(70, '当场收缴必须出具财政部门的专用票据'),
    penaltyLaw(71, '收缴后二日内交机关，机关二日内缴付银行', { states: ['二日内', '抵岸之日'] }),
    penaltyLaw(85, '本法所称二日按工作日计算，法定节假日不算', { states: ['“二日”', '工作日'] }),
  ],
  reading:
    '一百元含本数，几项罚款合并计算；交机关和缴付银行各二个工作日，收缴、上交当日不计；水上收缴的自抵岸日起算；当事人提出的，视为缴款确有困难。',
  lawOf: ({ file }) => file.performance?.onTheSpot?.collectedOn,
  about: collectionOf,
  decide: (onTheSpot, context) =>
    judgeCollection(onTheSpot, context, {
      small: fen(100),
      words: '一百元',
      period: '二个工作日',
      twoDays: (start, done, paths) => withinWorkingDays(start, 2, done, paths),
    }),
});
