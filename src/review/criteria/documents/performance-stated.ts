import type { PenaltyType } from '../../../law/penalties.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { decisionText, ordinaryDecision } from '../../steps/penalty-decision.ts';

/** Penalties that take effect by the decision itself. */
const NOTHING_TO_DO: PenaltyType[] = ['warning', 'public-criticism'];

/** Words of performance; 未履行查验义务 and the like speak of the act. */
const PERFORMED = /缴|交(?:纳|至|到)|履行(?:方式|期限|处罚|本决定|完毕)|(?:日内|自觉|自动)履行|期限/;

export const performanceStated = rule({
  id: 'C7-04',
  criterion: 7,
  question: '决定书是否载明履行方式和期限？',
  severity: 'major',
  consequence: 'correctable',
  basis: [
    penaltyLaw('59', '决定书载明履行方式和期限。', { paragraph: 1, item: 4 }),
    formerPenaltyLaw('39', '决定书载明履行方式和期限。', { paragraph: 1, item: 4 }),
  ],
  reading: '案卷没有摘出履行方式、期限，而决定书全文又没有缴纳、履行处罚的字样的，认定没有载明。',
  about: ({ file }) => {
    const decision = ordinaryDecision(file);
    if (isAnswer(decision)) return decision;
    const { penalties } = decision;
    return penalties?.length && penalties.every(({ type }) => NOTHING_TO_DO.includes(type))
      ? notApplicable('只有警告、通报批评，当事人没有需要履行的。', ['decision.penalties'])
      : decision;
  },
  decide: ({ performance }, { file }) => {
    const paths = ['decision.performance.manner', 'decision.performance.days'];
    const missing = [
      ...(performance?.manner ? [] : ['履行方式']),
      ...(performance?.days ? [] : ['履行期限']),
    ];
    if (missing.length === 0)
      return met(`决定书载明${performance?.manner}，期限${performance?.days}日。`, paths);
    const text = decisionText(file);
    return missing.length === 2 && text && !PERFORMED.test(text)
      ? notMet('决定书应载明履行方式和期限，全文没有相关内容。', [...paths, 'decision.paper'])
      : unclear(
          `决定书的${missing.join('、')}没有载明。`,
          missing.map((name) => `决定书的${name}`),
          paths,
        );
  },
});
