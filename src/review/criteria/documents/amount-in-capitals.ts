import type { CaseFile } from '../../../cases/case-file.ts';
import { fenFromCapitals } from '../../../law/amount-in-words.ts';
import { yuan } from '../../../law/money.ts';
import { sumsIn } from '../../../law/sums-in.ts';
import { fineSum } from '../../benchmark/fine-span.ts';
import { isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { judgedPenalties } from '../../steps/judged-penalties.ts';
import { capitalsBeside } from '../../words/capitals-beside.ts';

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
  decide: ({ fine, words }, { file }) => {
    const paths = ['decision.penalties', 'decision.amountInWords'];
    const pair = mismatchIn(file);
    if (pair) return notMet(`决定书写有“${pair.quote}”，大写与小写不一致。`, [...paths, pair.path]);
    if (!words) return unclear('决定书的大写金额没有载明。', ['罚款金额大写'], paths);
    const value = fenFromCapitals(words.replace(/[（(]大写[）)]\s*[：:]?/, ''));
    if (value === undefined) return notMet(`“${words}”不是规范的大写金额。`, paths);
    return value === fine
      ? met(`大写“${words}”与小写 ${yuan(fine)}一致。`, paths)
      : notMet(`大写“${words}”为 ${yuan(value)}，小写为 ${yuan(fine)}。`, paths);
  },
});

/** Capitals and figures side by side in the words of the decision that state two sums. */
function mismatchIn({ papers, decision }: CaseFile): { quote: string; path: string } | undefined {
  const at = (papers ?? []).findIndex(({ id, kind }) =>
    decision?.paper ? id === decision.paper : kind === 'decision',
  );
  const text = papers?.[at]?.text ?? '';
  const sums = sumsIn(text);
  for (const [index, words] of sums.entries()) {
    const figures = sums[index + 1];
    if (!figures || words.inWords === figures.inWords) continue;
    const between = text.slice(words.end, figures.start);
    if (/^[整正]?\s*[（(](?:人民币|小写|大写)?[:：]?\s*$/.test(between) && words.fen !== figures.fen) {
      return { quote: text.slice(words.start, figures.end), path: `papers.${at}.text` };
    }
  }
  const beside = capitalsBeside(text).find(({ figures, capitals }) => figures !== capitals);
  return beside && { quote: beside.quote, path: `papers.${at}.text` };
}
