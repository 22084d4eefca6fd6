import type { CaseFile } from '../../../cases/case-file.ts';
import { reasonOf } from '../../../discretion/evenness/reason-of.ts';
import { fineOf } from '../../../discretion/place-amount.ts';
import { chineseDay } from '../../../law/dates.ts';
import { yuan } from '../../../law/money.ts';
import { standingDeviation } from '../../benchmark/standing-deviation.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, combine, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';

export const deviationApproved = rule({
  id: 'C5-20',
  criterion: 5,
  question: '偏离裁量基准的，是否有理由、经批准并告知当事人？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'practice',
  basis: [penaltyLaw('5', '处罚要与事实、性质、情节和社会危害程度相当。', { paragraph: 2 })],
  otherBasis: [
    {
      document: '国务院办公厅关于裁量基准的文件（文本待确认）',
      gist: '偏离基准须说明理由并经批准或者集体讨论。',
    },
  ],
  reading:
    '批准可以由机关负责人作出，也可以集体讨论；偏离不能超出法定幅度（见 C5-07）。理由只对说明时的罚款数额有效，数额改变的失效，失效的理由不作为偏离的记载。',
  about: ({ file, answerOf }) => {
    const standing = standingDeviation(file);
    if (standing) return standing;
    const lapsed = lapsedReason(file);
    const answers = [answerOf('C5-18'), answerOf('C5-19')];
    const paths = ['proposal'];
    if (answers.includes('not-met')) {
      return notMet(lapsed ?? '处罚偏离裁量基准，案卷没有理由和批准。', paths);
    }
    return answers.includes('unclear')
      ? unclear('阶次或者幅度尚不能确定，是否偏离裁量基准不清楚。', ['裁量阶次和罚款数额的核对结果'], paths)
      : notApplicable(
          lapsed ? '罚款没有偏离裁量基准，就原数额说明的偏离理由不再有效。' : '没有偏离裁量基准。',
          paths,
        );
  },
  decide: (deviation, { file, answerOf }) => {
    const path = 'proposal.deviation';
    const spans = [answerOf('C5-07'), answerOf('C5-08')];
    const span = [`${path}.reason`, 'decision.penalties', 'proposal.penalties'];
    if (spans.includes('not-met')) {
      return notMet('偏离裁量基准不能超出法定幅度，罚款不在法定幅度内（见 C5-07、C5-08）。', span);
    }
    if (spans.includes('unclear')) {
      return unclear(
        '偏离裁量基准不能超出法定幅度，罚款是否在法定幅度内尚不清楚（见 C5-07、C5-08）。',
        ['罚款是否在法定幅度内'],
        span,
      );
    }
    const answers: Answer[] = [met('偏离裁量基准已写明理由。', [`${path}.reason`])];
    const approved = deviation.approvedOn ?? file.discussion?.heldOn;
    const by = deviation.approvedBy ?? (file.discussion?.heldOn ? '集体讨论' : undefined);
    const where = [`${path}.approvedBy`, `${path}.approvedOn`, 'discussion.heldOn'];
    if (!by || !approved) {
      answers.push(unclear('偏离由谁在何时批准没有写明。', ['偏离裁量基准的批准人和批准日期'], where));
    } else if (file.decision?.date && approved > file.decision.date) {
      const days = `${chineseDay(approved)}批准，${chineseDay(file.decision.date)}决定`;
      answers.push(notMet(`偏离应在决定前批准，${days}。`, [...where, 'decision.date']));
    } else if (file.decision && !file.decision.date) {
      answers.push(unclear('决定日期没有载明，不能核对批准是否在前。', ['决定日期'], where));
    } else answers.push(met(`${by}于${chineseDay(approved)}批准。`, where));
    const told = [`${path}.told`];
    if (deviation.told) answers.push(met('已告知当事人。', told));
    else if (deviation.told === false) answers.push(notMet('偏离的理由没有告知当事人。', told));
    else answers.push(unclear('偏离的理由是否告知当事人没有写明。', ['偏离理由的告知'], told));
    return combine(answers, answers[0]!);
  },
});

function lapsedReason(file: CaseFile): string | undefined {
  const fine = fineOf(file);
  const given = reasonOf(file, fine);
  if (given.state !== 'lapsed' || given.fine === undefined) return undefined;
  const now = fine === undefined ? '现在没有罚款数额' : `罚款已为${yuan(fine)}`;
  return `偏离的理由是就罚款${yuan(given.fine)}说明的，${now}，原理由已经失效。`;
}
