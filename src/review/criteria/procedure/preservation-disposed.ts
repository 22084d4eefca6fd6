import { chineseDay } from '../../../law/dates.ts';
import { judgeEach } from '../../rules/judge-each.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { withinWorkingDays } from '../../steps/within-working-days.ts';
import {
  type Preservation,
  preservationApproved,
  preservationDay,
  preservations,
} from './preservation-of-case.ts';

/** C3-27 先行登记保存七个工作日内处理. */
export const preservationDisposed = rule({
  id: 'C3-27',
  criterion: 3,
  question: '先行登记保存是否经负责人批准，并在七个工作日内作出处理决定？',
  severity: 'major',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw(56, '经负责人批准可先行登记保存，七日内作出处理决定', { states: ['七日内'] }),
    penaltyLaw(85, '本法所称七日按工作日计算，法定节假日不算', { states: ['“七日”', '工作日'] }),
  ],
  reading: '登记保存当日不计，第七个工作日仍在期限内；事后补批的不符合。',
  lawOf: preservationDay,
  about: preservations,
  decide: (list, { today }) =>
    judgeEach(
      list,
      (entry, index) => {
        const path = `preservation.${index}`;
        const approved = preservationApproved(entry, path);
        const disposed = disposal(entry, path, today);
        // A disposal that is not due yet leaves an approved preservation open, not met.
        return approved.answer === 'met' && disposed.answer === 'not-applicable'
          ? disposed
          : [approved, disposed];
      },
      notApplicable('没有采取先行登记保存。', ['preservation']),
    ),
});

function disposal({ takenOn, disposedOn }: Preservation, path: string, today: string): Answer {
  if (!takenOn) return unclear('先行登记保存的日期没有载明。', ['登记保存日期'], [path]);
  const paths = [`${path}.takenOn`, ...(disposedOn ? [`${path}.disposedOn`] : [])];
  const count = withinWorkingDays(takenOn, 7, disposedOn ?? today, paths);
  if (isAnswer(count)) return count;
  const need = `${chineseDay(takenOn)}登记保存，最迟应于${count.last}作出处理决定`;
  if (!disposedOn) {
    return count.within
      ? notApplicable(`${need}，期限未满。`, paths)
      : unclear(`${need}，案卷未载明处理日期。`, ['登记保存的处理日期'], paths);
  }
  const found = `${need}，实际于${chineseDay(disposedOn)}处理`;
  if (disposedOn < takenOn) {
    return unclear(`${found}，早于登记保存，日期有误。`, ['登记保存和处理的日期'], paths);
  }
  return count.within
    ? met(`${found}，在期限内。`, paths, { steps: count.steps })
    : notMet(`${found}，超过七个工作日。`, paths, { steps: count.steps });
}
