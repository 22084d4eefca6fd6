import { chineseDay } from '../../../law/dates.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import { met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { actDay } from '../../steps/act-day.ts';
import { beforeDecision } from '../../steps/decision-day.ts';
import { decisionText } from '../../steps/penalty-decision.ts';

/** Words without which a decision cannot have named a response to an emergency. */
const RESPONSE = /突发|应急|响应|防控|疫情|紧急/;

/** Words by which the reasons themselves point to an emergency. */
const NAMED = /突发事件|应急响应|应急措施|疫情/;

/** C3-41 突发事件快速、从重处罚的依据. */
export const emergencyGrounded = rule({
  id: 'C3-41',
  criterion: 3,
  question: '以突发事件为由快速、从重处罚的，是否有已经公布而当事人违反的应对措施？',
  severity: 'info',
  consequence: 'correctable',
  certainty: 'statute',
  basis: [
    penaltyLaw(49, '发生突发事件时，对违反应对措施的行为依法快速、从重处罚。', {
      states: ['突发事件', '依法快速、从重处罚'],
    }),
  ],
  reading: '应对措施应在违法行为当日或者之前公布。案卷没有写明措施，而决定书全文又没有提到的，认定没有依据。',
  about: ({ file }) => {
    if (file.emergency?.claimed) return file.emergency;
    const reasons = file.decision?.discretionReasons ?? file.proposal?.reasons ?? '';
    const path = file.decision?.discretionReasons ? 'decision.discretionReasons' : 'proposal.reasons';
    return !file.emergency && NAMED.test(reasons) && reasons.includes('从重')
      ? unclear(
          '裁量理由提到突发事件和从重处罚，突发事件的应对措施没有录入。',
          ['突发事件的应对措施'],
          [path],
        )
      : notApplicable('没有以突发事件为由快速、从重处罚。', ['emergency.claimed']);
  },
  decide: ({ order, orderPublishedOn, breached }, { file }) => {
    const act = actDay(file);
    const paths = ['emergency.order', 'emergency.orderPublishedOn', 'emergency.breached'];
    if (order && orderPublishedOn && act && act.day < orderPublishedOn) {
      return notMet(
        `${order}于${chineseDay(orderPublishedOn)}公布，违法行为在${chineseDay(act.day)}，当时尚无该措施。`,
        [...paths, act.path],
      );
    }
    const text = decisionText(file);
    if (!order && !beforeDecision(file) && text && !RESPONSE.test(text)) {
      return notMet('以突发事件为由从重处罚，决定书没有引用已经公布的应对措施。', [
        ...paths,
        'decision.paper',
      ]);
    }
    const missing = [
      ...(order ? [] : ['应急响应或者应对措施']),
      ...(orderPublishedOn ? [] : ['应对措施的公布日期']),
      ...(breached ? [] : ['当事人违反的应对措施']),
      ...(act ? [] : ['违法行为发生日']),
    ];
    if (!order || !orderPublishedOn || !act || missing.length > 0) {
      return unclear(`以突发事件为由从重处罚，${missing.join('、')}没有载明。`, missing, paths);
    }
    return met(`${order}于${chineseDay(orderPublishedOn)}公布，当事人违反了其中“${breached}”的要求。`, [
      ...paths,
      act.path,
    ]);
  },
});
