import { chineseDay } from '../../../law/dates.ts';
import { formerPenaltyLaw, penaltyLaw, REVISED_ON } from '../../rules/penalty-law.ts';
import { met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { deferralUnasked } from '../../words/deferral-unasked.ts';

const KINDS = { deferred: '延期', instalments: '分期' };
const AT = 'performance.deferral';

/** C3-34 延期、分期缴纳罚款. */
export const deferralApproved = rule({
  id: 'C3-34',
  criterion: 3,
  question: '延期或者分期缴纳罚款的，是否经当事人以经济困难为由申请并经机关批准？',
  severity: 'minor',
  consequence: 'correctable',
  certainty: 'statute',
  basis: [
    penaltyLaw(66, '确有经济困难的，经申请和批准可暂缓或者分期缴纳', { paragraph: 2 }),
    penaltyLaw(72, '批准延期、分期的，申请法院执行的期限自其结束之日起算', { paragraph: 2 }),
    formerPenaltyLaw(52, '确有经济困难的，经申请和批准可暂缓或者分期缴纳'),
  ],
  reading:
    '案卷没有延期、分期一项的，视为没有延期、分期；批准不得早于申请，同日批准的符合；审批表写明当事人没有申请、没有经济困难或者由机关自己提出的，不符合。',
  lawOf: ({ file }) => file.performance?.deferral?.approvedOn ?? file.performance?.deferral?.requestedOn,
  about: ({ file }) => {
    const unasked = deferralUnasked(file);
    if (unasked) {
      return notMet(`延期、分期缴纳应由当事人以确有经济困难为由申请，案卷写“${unasked.quote}”。`, [
        unasked.path,
        AT,
      ]);
    }
    return file.performance?.deferral ?? notApplicable('案卷没有延期或者分期缴纳的记载。');
  },
  decide: ({ kind, requestedOn, hardship, approvedOn, until }) => {
    const what = `${KINDS[kind]}缴纳`;
    if (hardship === false) {
      return notMet(`${what}应以确有经济困难为由申请，申请没有载明经济困难。`, [`${AT}.hardship`]);
    }
    const paths = [`${AT}.requestedOn`, `${AT}.approvedOn`, `${AT}.hardship`];
    if (requestedOn && approvedOn && approvedOn < requestedOn) {
      return notMet(
        `${what}应先申请后批准，${chineseDay(approvedOn)}批准，${chineseDay(requestedOn)}才申请。`,
        paths,
      );
    }
    const missing = [
      ...(requestedOn ? [] : [`${what}的申请`]),
      ...(hardship === undefined ? ['申请载明的经济困难'] : []),
      ...(approvedOn ? [] : [`${what}的批准`]),
    ];
    if (!requestedOn || !approvedOn || missing.length > 0) {
      return unclear(`案卷未载明${missing.join('、')}。`, missing, [AT]);
    }
    const then =
      until && approvedOn >= REVISED_ON ? `，申请法院强制执行的期限自${chineseDay(until)}起算` : '';
    return met(
      `当事人于${chineseDay(requestedOn)}以经济困难为由申请${what}，${chineseDay(approvedOn)}批准${then}。`,
      [...paths, ...(then ? [`${AT}.until`] : [])],
    );
  },
});
