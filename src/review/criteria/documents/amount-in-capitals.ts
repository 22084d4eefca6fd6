import { fenFromCapitals } from '../../../law/amount-in-words.ts';
import { yuan } from '../../../law/money.ts';
import { fineSum } from '../../fine-span.ts';
import { judgedPenalties } from '../../judged-penalties.ts';
import { isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rule.ts';

export const amountInCapitals = rule({
  id: 'C7-11',
  criterion: 7,
  question: '罚款金额的大写与小写是否一致？',
  severity: 'major',
  consequence: 'correctable',
  certainty: 'practice',
  basis: [],
  otherBasis: [{ document: '实践做法，待各地确认', gist: '金额大小写并列，精确到分一致。' }],
  about: ({ file }) => {
    if (!file.decision) return notApplicable('尚未作出决定。');
    const judged = judgedPenalties(file);
    if (isAnswer(judged)) return judged;
    const fine = fineSum(judged);
    if (fine === undefined) return notApplicable('决定没有罚款。', [judged.path]);
    return isAnswer(fine) ? fine : { fine, words: file.decision.amountInWords };
  },
  decide: ({ fine, words }) => {
    const paths = ['decision.penalties', 'decision.amountInWords'];
    if (!words) return unclear('决定书的大写金额没有载明。', ['罚款金额大写'], paths);
    const value = fenFromCapitals(words.replace(/[（(]大写[）)]\s*[：:]?/, ''));
    if (value === undefined) return notMet(`“${words}”不是规范的大写金额。`, paths);
    return value === fine
      ? met(`大写“${words}”与小写 ${yuan(fine)}一致。`, paths)
      : notMet(`大写“${words}”为 ${yuan(value)}，小写为 ${yuan(fine)}。`, paths);
  },
});
