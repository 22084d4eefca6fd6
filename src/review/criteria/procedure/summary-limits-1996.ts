import { formerPenaltyLaw } from '../../rules/penalty-law.ts';
import { rule } from '../../rules/rule.ts';
import { summaryPenalties, withinSummaryLimits } from './summary-limits-of.ts';

/** Yuan, both included (行政处罚法 33 before 15 July 2021). */
const LIMITS = { person: 50, unit: 1000 };

/** C3-29.1996 简易程序的额度与种类, for decisions before 15 July 2021. */
export const summaryLimits1996 = rule({
  id: 'C3-29.1996',
  criterion: 3,
  question: '当场处罚是否只有警告或者罚款，罚款是否对公民不超过五十元、对单位不超过一千元（2021年修订前）？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'practice',
  basis: [formerPenaltyLaw(33, '当场处罚限于警告和小额罚款', { states: ['五十元以下', '一千元以下'] })],
  reading:
    '五十元、一千元含本数，同一决定的几项罚款合并计算；旧法条文没有收入库中，以当时公布的文本为准；个体工商户和另有额度规定的法律，与现行规定同样对待。',
  about: ({ file }) => summaryPenalties(file),
  decide: (judged, { file, profile, today }) =>
    withinSummaryLimits(judged, LIMITS, file, profile, file.decision?.date ?? today),
});
