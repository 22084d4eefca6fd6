import { yuan } from '../../../law/money.ts';
import { fineSum } from '../../benchmark/fine-span.ts';
import { miscalculatedFine } from '../../benchmark/miscalculated-fine.ts';
import { miscountedMultiple } from '../../benchmark/miscounted-multiple.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { isAnswer, notApplicable, notMet, rule } from '../../rules/rule.ts';
import { judgedPenalties } from '../../steps/judged-penalties.ts';
import { decisionText } from '../../steps/penalty-decision.ts';
import { misaddedTotal } from '../../words/misadded-total.ts';
import { miscountedBefore } from '../../words/miscounted-before.ts';
import { fineInSpan, judgedFine } from './fine-in-span.ts';

export const fineMultiple = rule({
  id: 'C5-08',
  criterion: 5,
  question: '按倍数或者比例计算的罚款是否正确？',
  severity: 'block',
  consequence: 'annul',
  basis: [
    penaltyLaw('76', '擅自改变处罚种类、幅度的要追究责任。', { paragraph: 1, item: 2 }),
    formerPenaltyLaw('55', '擅自改变处罚种类、幅度的要追究责任。'),
  ],
  reading:
    '基数乘倍数精确到分；“不足”不含本数，“以上”“以下”含本数。案卷不记所取倍数，规则核对金额是否在倍数区间内。决定自己写出的算式（人数×每人金额、基数的几倍）结果写错，或者罚款与理由中唯一的算式结果不同，不论罚则怎样规定，都不符合；告知书、调查终结报告等算错而决定照用的，也不符合；罚没款合计写错的也是。',
  about: (context) => {
    const penalties = judgedPenalties(context.file);
    if (isAnswer(penalties)) return penalties;
    const sum = fineSum(penalties);
    const fine = isAnswer(sum) ? undefined : sum;
    const whole = decisionText(context.file);
    const added = whole ? misaddedTotal(whole, penalties.penalties) : undefined;
    if (added) {
      return notMet(`罚没款的合计应为${added.due}，决定写“${added.quote}”。`, [
        'decision.paper',
        penalties.path,
      ]);
    }
    const { decision, violation } = context.file;
    const told = whole ?? [violation.facts, decision?.discretionReasons].filter(Boolean).join('。');
    const multiple = fine === undefined ? undefined : miscountedMultiple(told, fine);
    if (multiple && fine !== undefined) {
      return notMet(`决定写“${multiple.quote}”，按其所写基数应为 ${multiple.due} 元，罚款为${yuan(fine)}。`, [
        whole ? 'decision.paper' : 'decision.discretionReasons',
        penalties.path,
      ]);
    }
    const before = fine === undefined ? undefined : miscountedBefore(context.file, fine);
    if (before && fine !== undefined) {
      return notMet(`《${before.title}》写“${before.quote}”，应为 ${before.due} 元，罚款为${yuan(fine)}。`, [
        before.path,
        penalties.path,
      ]);
    }
    const wrong = sum === undefined ? undefined : miscalculatedFine(context.file, fine, penalties.path);
    if (wrong) return wrong;
    const judged = judgedFine(context);
    if (isAnswer(judged) || judged.span.fine.range.base) return judged;
    return notApplicable('罚则为固定幅度，见罚款数额。', judged.span.paths);
  },
  decide: fineInSpan,
});
