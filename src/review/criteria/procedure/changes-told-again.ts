import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { combine, isAnswer, notApplicable, rule, unclear } from '../../rules/rule.ts';
import { decisionDay } from '../../steps/decision-day.ts';
import { endsWithoutPenalty } from '../../steps/ends-without-penalty.ts';
import { lastNoticeOpen, priorNotices } from '../../steps/prior-notices.ts';
import { compareWithNotice } from '../../words/compare-with-notice.ts';

/** C3-07 变更后重新告知. */
export const changesToldAgain = rule({
  id: 'C3-07',
  criterion: 3,
  question: '决定的事实、依据、处罚与最后一次告知是否一致（变更的是否已重新告知）？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'practice',
  basis: [
    penaltyLaw(44, '决定前告知拟处罚内容及事实、理由、依据'),
    penaltyLaw(62, '未告知的不得决定，当事人明确放弃的除外'),
    formerPenaltyLaw(31, '决定前告知事实、理由、依据'),
    formerPenaltyLaw(41, '未告知的，决定不能成立，当事人放弃的除外'),
  ],
  otherBasis: [{ document: '实务做法（以当地为准）', gist: '变更后再次告知' }],
  reading:
    '只减少金额不需重新告知；事实文字不同的，是否实质变更由人判断。告知与决定只有一方写到款、项的，由人判断。',
  about: ({ file }) => {
    const made = decisionDay(file);
    if (isAnswer(made)) return made;
    if (!file.decision?.result) return unclear('案卷未载明决定的结果。', ['决定结果'], ['decision']);
    if (endsWithoutPenalty(file)) {
      return notApplicable('决定不予处罚，不涉及重新告知。', ['decision.result']);
    }
    const open = lastNoticeOpen(file);
    if (open) return open;
    const last = priorNotices(file)
      .filter(({ servedOn }) => !servedOn || servedOn <= made)
      .at(-1);
    if (last) return last;
    return file.priorNotices?.length
      ? notApplicable('没有决定前送达的告知，见 C3-03。', ['priorNotices'])
      : unclear('案卷没有事先告知的记载。', ['事先告知书']);
  },
  decide: (last, { file }) =>
    combine(compareWithNotice(last, file), unclear('无法比较告知与决定。', ['告知书的内容'])),
});
