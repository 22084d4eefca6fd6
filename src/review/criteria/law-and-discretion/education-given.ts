import { chineseDay } from '../../../law/dates.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import { isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { outcomeOf } from '../../screening/outcome-of.ts';
import { beforeDecision } from '../../steps/decision-day.ts';

export const educationGiven = rule({
  id: 'C5-15',
  criterion: 5,
  question: '不予处罚的，是否对当事人进行教育？',
  severity: 'minor',
  consequence: 'correctable',
  basis: [penaltyLaw('33', '不予处罚的，要对当事人进行教育。', { paragraph: 3, states: ['进行教育'] })],
  reading:
    '有教育日、教育记录或者题名载明教育的材料即为符合。案件已经结案或者归档而仍没有的，不符合；尚未结案的，可能还没有录入，不清楚。撤销案件、移送的不在此列。',
  about: ({ file }) => {
    const outcome = outcomeOf(file);
    if (isAnswer(outcome)) return outcome;
    if (outcome.result !== 'no-penalty') return notApplicable('本案不是不予处罚。', [outcome.path]);
    return beforeDecision(file)
      ? notApplicable('尚未作出不予处罚决定，教育待决定时进行。', [outcome.path])
      : outcome.path;
  },
  decide: (result, { file }) => {
    const { education, papers, performance } = file;
    if (education?.doneOn || education?.paper) {
      const on = education.doneOn ? `于${chineseDay(education.doneOn)}` : '';
      return met(`不予处罚，已${on}对当事人进行教育。`, [result, 'education.doneOn', 'education.paper']);
    }
    const titled = papers?.findIndex(({ title }) => title.includes('教育')) ?? -1;
    if (titled >= 0) {
      return met(`不予处罚，案卷有《${papers![titled]!.title}》。`, [result, `papers.${titled}.title`]);
    }
    const closed = performance?.closedOn ?? performance?.archivedOn;
    const paths = [result, 'education', 'performance.closedOn', 'performance.archivedOn'];
    return closed
      ? notMet(`不予处罚应对当事人进行教育，案件已于${chineseDay(closed)}结束，没有教育的记录。`, paths)
      : unclear('不予处罚应对当事人进行教育，案卷没有教育的记录。', ['对当事人进行教育的记录'], paths);
  },
});
