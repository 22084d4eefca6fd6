import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { combine, isAnswer, notApplicable, rule, unclear } from '../../rules/rule.ts';
import { penaltyDecision } from '../../steps/penalty-decision.ts';
import { lastNoticeOpen, priorNotices } from '../../steps/prior-notices.ts';
import { compareWithNotice } from '../../words/compare-with-notice.ts';

export const noticeMatchesDecision = rule({
  id: 'C7-15',
  criterion: 7,
  question: '告知书与决定书的事实、依据、处罚是否一致？',
  severity: 'block',
  consequence: 'annul',
  basis: [
    penaltyLaw('44', '决定前告知拟处罚的内容、事实、理由、依据和权利。'),
    penaltyLaw('62', '没有依法告知的，不能作出决定，当事人明确放弃的除外。'),
    formerPenaltyLaw('31', '决定前告知事实、理由、依据和权利。'),
    formerPenaltyLaw('41', '没有依法告知的，处罚决定不能成立，当事人放弃的除外。'),
  ],
  reading:
    '与决定前最后一次送达的告知比较，是否在决定前送达见 C3-03；单纯降低金额或者减少处罚种类的不必重新告知。事实文字不同的，是否实质变化由人判断。',
  about: ({ file }) => {
    if (file.procedure === 'summary') return notApplicable('当场处罚口头告知，没有告知书。', ['procedure']);
    const decision = penaltyDecision(file);
    if (isAnswer(decision)) return decision;
    const open = lastNoticeOpen(file);
    if (open) return open;
    const made = decision.date;
    const notices = priorNotices(file);
    const before = notices.filter(({ servedOn }) => !servedOn || !made || servedOn <= made);
    return (
      before.at(-1) ??
      notices.at(-1) ??
      unclear('需要与告知书比较，案卷没有告知书。', ['事先告知书的内容'], ['priorNotices'])
    );
  },
  decide: (last, { file }) =>
    combine(compareWithNotice(last, file), unclear('无法比较告知与决定。', ['告知书的内容'])),
});
