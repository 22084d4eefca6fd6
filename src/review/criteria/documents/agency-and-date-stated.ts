import { chineseDay } from '../../../law/dates.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, combine, met, notMet, rule, unclear } from '../../rules/rule.ts';
import { isFullName } from '../../steps/agency-names.ts';
import { beforeDecision } from '../../steps/decision-day.ts';
import { penaltyDecision } from '../../steps/penalty-decision.ts';
import { wholeDecisionText } from '../../steps/whole-decision-text.ts';

/** The signature block is within so many characters of the end. */
const END = 160;
const A_DAY = /[\d〇○零一二三四五六七八九]\s*年|[年_]\s*月|\d{4}\s*[-./]\s*\d/;

export const agencyAndDateStated = rule({
  id: 'C7-06',
  criterion: 7,
  question: '决定书是否载明机关全称和决定日期，日期是否不早于批准？',
  severity: 'major',
  consequence: 'correctable',
  basis: [
    penaltyLaw('59', '决定书载明机关名称和决定日期。', { paragraph: 1, item: 6 }),
    penaltyLaw('52', '当场决定书载明时间、地点和机关名称。', { paragraph: 2 }),
    formerPenaltyLaw('39', '决定书载明机关名称和决定日期。', { paragraph: 1, item: 6 }),
  ],
  about: ({ file }) => penaltyDecision(file),
  decide: ({ organName, date }, { file, profile }) => {
    const answers: Answer[] = [];
    const names = ['decision.organName', 'agency.name'];
    const due = file.entrustment?.principal ?? file.agency.name;
    if (!organName) answers.push(unclear('决定书的机关名称没有载明。', ['决定书的机关名称'], names));
    else if (isFullName(profile, organName, due)) answers.push(met(`机关名称为${organName}。`, names));
    else answers.push(notMet(`应写机关全称“${due}”，决定书写“${organName}”。`, names));
    const whole = wholeDecisionText(file);
    if (!date && whole && !A_DAY.test(whole.text.slice(-END))) {
      answers.push(notMet('决定书应载明决定日期，落款处没有日期。', ['decision.date', whole.path]));
    } else if (!date) answers.push(unclear('决定书的日期没有载明。', ['决定书的日期'], ['decision.date']));
    else if (file.approval) {
      const approved = file.approval.approvedOn;
      const paths = ['decision.date', 'approval.approvedOn'];
      if (!approved) answers.push(unclear('机关负责人批准的日期没有载明。', ['批准日期'], paths));
      else if (approved > date) {
        const days = `批准${chineseDay(approved)}，决定书日期${chineseDay(date)}`;
        answers.push(notMet(`决定日期不能早于批准，${days}。`, paths));
      } else answers.push(met(`决定日期${chineseDay(date)}，不早于批准。`, paths));
    } else if (file.procedure === 'ordinary' && !beforeDecision(file)) {
      answers.push(
        unclear(
          '决定日期是否不早于批准不能核对，机关负责人批准的日期没有载明。',
          ['批准日期'],
          ['decision.date', 'approval'],
        ),
      );
    } else answers.push(met(`决定日期${chineseDay(date)}。`, ['decision.date']));
    return combine(answers, answers[0]!);
  },
});
