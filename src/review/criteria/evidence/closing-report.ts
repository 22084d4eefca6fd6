import { chineseDay } from '../../../law/dates.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, combine, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { beforeDecision } from '../../steps/decision-day.ts';
import { dossierLacks } from '../../steps/dossier-lacks.ts';
import { endsWithoutPenalty } from '../../steps/ends-without-penalty.ts';

export const closingReport = rule({
  id: 'C4-18',
  criterion: 4,
  question: '是否先调查终结、后告知？',
  severity: 'major',
  consequence: 'correctable',
  certainty: 'practice',
  basis: [
    penaltyLaw('57', '调查终结后由机关负责人审查调查结果。', { paragraph: 1 }),
    formerPenaltyLaw('38', '调查终结后由机关负责人审查调查结果。', { paragraph: 1 }),
  ],
  otherBasis: [{ document: '实践做法，待各地确认', gist: '调查终结报告应在事先告知之前完成。' }],
  reading: '同一日完成的，视为先终结后告知；补充调查后重新告知的，报告应在最后一次告知之前。',
  lawOf: ({ file }) => file.priorNotices?.[0]?.date ?? file.closingReport?.date,
  about: ({ file }) => {
    if (file.procedure === 'summary') return notApplicable('简易程序没有调查终结报告。', ['procedure']);
    if (file.priorNotices?.length) return file.priorNotices;
    if (endsWithoutPenalty(file)) {
      return notApplicable('本案决定没有给予行政处罚，也没有事先告知。', ['decision.result']);
    }
    return file.decision && !beforeDecision(file)
      ? unclear('需要知道事先告知的日期，案卷没有载明。', ['事先告知的日期'], ['priorNotices'])
      : notApplicable('尚未告知当事人。');
  },
  decide: (notices, { file, profile }) => {
    const closed = file.closingReport?.date;
    // Only where the place lists the report among the papers that a dossier has to hold.
    if (
      !file.closingReport &&
      profile.papers &&
      dossierLacks(file, profile, ['closing-report'], /调查终结|调查报告/)
    ) {
      return notMet('告知前应有调查终结报告，案卷已经成卷，没有调查终结报告。', [
        'decision.date',
        'decision.draft',
        'papers',
      ]);
    }
    if (!closed)
      return unclear('需要调查终结报告的日期，案卷没有载明。', ['调查终结报告日期'], ['closingReport']);
    return combine(
      notices.map((notice, index): Answer => {
        const path = `priorNotices.${index}`;
        const day = notice.date ?? notice.servedOn;
        const paths = ['closingReport.date', notice.date ? `${path}.date` : `${path}.servedOn`];
        if (!day) return unclear('告知书的日期没有载明。', [`第 ${index + 1} 份告知书的日期`], paths);
        const found = `调查终结报告${chineseDay(closed)}，告知${chineseDay(day)}`;
        if (closed > day) {
          // Told again after a further investigation: the report of the first one is no longer the one on file.
          const again = notices.some((other) => (other.date ?? other.servedOn ?? '') >= closed);
          return again
            ? unclear(
                `${found}，此后又重新告知，首次告知前是否已经调查终结没有载明。`,
                ['首次告知前的调查终结报告'],
                paths,
              )
            : notMet(`应先调查终结后告知，${found}。`, paths);
        }
        // The day of service is only the latest day on which the notice can have been made.
        return notice.date
          ? met(`${found}。`, paths)
          : unclear(
              `${found}（送达日），告知书的制作日期没有载明。`,
              [`第 ${index + 1} 份告知书的日期`],
              paths,
            );
      }),
      unclear('案卷没有告知书。', ['事先告知书']),
    );
  },
});
