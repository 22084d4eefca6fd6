import { chineseDay } from '../../../law/dates.ts';
import { judgeEach } from '../../rules/judge-each.ts';
import { formerPenaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { withinFormerDays } from '../../steps/within-former-days.ts';
import {
  type Preservation,
  preservationApproved,
  preservationDay,
  preservations,
} from './preservation-of-case.ts';

/** C3-27.1996 先行登记保存七日内处理, for preservation before 15 July 2021. */
export const preservationDisposed1996 = rule({
  id: 'C3-27.1996',
  criterion: 3,
  question: '先行登记保存是否经负责人批准，并在七日内作出处理决定（2021年修订前）？',
  severity: 'major',
  consequence: 'annul',
  certainty: 'practice',
  basis: [
    formerPenaltyLaw(37, '经负责人批准可先行登记保存，七日内作出处理决定', {
      paragraph: 2,
      states: ['七日内'],
    }),
  ],
  reading:
    '旧法未说明七日是否为工作日：七个自然日内的为符合，超过七个工作日的为不符合，介于两者之间的不作结论。',
  lawOf: preservationDay,
  about: preservations,
  decide: (list) =>
    judgeEach(
      list,
      (entry, index) => {
        const path = `preservation.${index}`;
        const approved = preservationApproved(entry, path);
        const disposed = disposal(entry, path);
        // A disposal that is not due yet leaves an approved preservation open, not met.
        return approved.answer === 'met' && disposed.answer === 'not-applicable'
          ? disposed
          : [approved, disposed];
      },
      notApplicable('没有采取先行登记保存。', ['preservation']),
    ),
});

function disposal({ takenOn, disposedOn }: Preservation, path: string): Answer {
  const missing = [...(takenOn ? [] : ['登记保存日期']), ...(disposedOn ? [] : ['登记保存的处理日期'])];
  if (!takenOn || !disposedOn) {
    return unclear(`先行登记保存的${missing.join('、')}没有载明。`, missing, [path]);
  }
  const paths = [`${path}.takenOn`, `${path}.disposedOn`];
  const count = withinFormerDays(takenOn, 7, disposedOn, paths);
  if (isAnswer(count)) return count;
  const found = `${chineseDay(takenOn)}登记保存，最迟应于${count.calendar}（自然日）或${count.working}（工作日）处理，实际于${chineseDay(disposedOn)}处理`;
  if (count.within === 'depends') {
    return {
      ...unclear(`${found}，旧法未定明算法。`, ['当时当地对“七日”的算法'], paths),
      steps: count.steps,
    };
  }
  if (disposedOn < takenOn) {
    return unclear(`${found}，早于登记保存，日期有误。`, ['登记保存和处理的日期'], paths);
  }
  return count.within
    ? met(`${found}，在期限内。`, paths, { steps: count.steps })
    : notMet(`${found}，超过期限。`, paths, { steps: count.steps });
}
