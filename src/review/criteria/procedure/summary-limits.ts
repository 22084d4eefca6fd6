import { penaltyLaw } from '../../rules/penalty-law.ts';
import { rule } from '../../rules/rule.ts';
import { summaryPenalties, withinSummaryLimits } from './summary-limits-of.ts';

/** Yuan, both included (行政处罚法 51). */
const LIMITS = { person: 200, unit: 3000 };

/** C3-29 简易程序的额度与种类. */
export const summaryLimits = rule({
  id: 'C3-29',
  criterion: 3,
  question: '当场处罚是否只有警告或者罚款，罚款是否对公民不超过二百元、对单位不超过三千元？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw(51, '当场处罚限于警告和小额罚款，法律另有规定的除外', {
      states: ['二百元以下', '三千元以下'],
    }),
  ],
  reading:
    '二百元、三千元含本数；同一决定的几项罚款合并计算；通报批评不在法条列举的两种之内；个体工商户按地区方案，方案没有写明的，两种算法结论相同才下结论；处罚依据是另有额度规定的法律而超过一般额度的，由人核对。',
  about: ({ file }) => summaryPenalties(file),
  decide: (judged, { file, profile, today }) =>
    withinSummaryLimits(judged, LIMITS, file, profile, file.decision?.date ?? today),
});
