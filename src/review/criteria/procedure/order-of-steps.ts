import type { CaseFile } from '../../../cases/case-file.ts';
import { chineseDay, type Day } from '../../../law/dates.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import {
  type Answer,
  combine,
  isAnswer,
  met,
  notApplicable,
  notMet,
  rule,
  unclear,
} from '../../rules/rule.ts';
import { decisionDay } from '../../steps/decision-day.ts';
import { endsWithoutPenalty } from '../../steps/ends-without-penalty.ts';
import { priorNotices } from '../../steps/prior-notices.ts';

interface Step {
  name: string;
  /** Whether the file shows that the step took place. */
  happened: boolean;
  day?: Day | undefined;
  paths: string[];
}

/** C3-19 程序顺序无倒置. */
export const orderOfSteps = rule({
  id: 'C3-19',
  criterion: 3,
  question: '立案、告知、审核、讨论、决定、送达、执行的先后是否没有倒置？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw(44, '决定前告知'),
    penaltyLaw(54, '符合标准的及时立案', { paragraph: 2 }),
    penaltyLaw(57, '调查终结后由负责人审查决定', { paragraph: 1 }),
    penaltyLaw(58, '四类案件决定前须法制审核', { paragraph: 1 }),
    penaltyLaw(61, '决定书宣告后交付或者限期送达', { paragraph: 1 }),
    penaltyLaw(62, '未告知的不得决定'),
    formerPenaltyLaw(31, '决定前告知'),
    formerPenaltyLaw(38, '调查终结后由负责人审查决定', { paragraph: 1 }),
    formerPenaltyLaw(40, '决定书宣告后交付或者限期送达'),
    formerPenaltyLaw(41, '未告知的，决定不能成立'),
  ],
  reading: '法制审核在告知前还是听证后，各地做法不同，都不算倒置；同日的不算倒置，告知与决定同日见 C3-03。',
  decide: (_part, { file }) => {
    const made = decisionDay(file);
    if (isAnswer(made) && made.answer === 'unclear') return made;
    const steps = stepsOf(file, isAnswer(made) ? undefined : made);
    const answers = FIXED.flatMap(([before, after]) => compare(steps[before], steps[after]));
    return combine(answers, notApplicable('案件还没有两个以上有先后要求的步骤。'));
  },
});

type Name =
  | 'filing'
  | 'notice'
  | 'hearing'
  | 'review'
  | 'discussion'
  | 'decision'
  | 'service'
  | 'payment'
  | 'execution';

/** 法定先后. */
const FIXED: [Name, Name][] = [
  ['filing', 'notice'],
  ['notice', 'decision'],
  ['hearing', 'decision'],
  ['review', 'decision'],
  ['discussion', 'decision'],
  ['decision', 'service'],
  ['service', 'execution'],
  ['decision', 'payment'],
];

function stepsOf(file: CaseFile, made: Day | undefined): Record<Name, Step> {
  const first = priorNotices(file)[0];
  const ordinary = file.procedure === 'ordinary';
  const decisionServed = (file.services ?? [])
    .map((service, index) => ({ service, path: `services.${index}.servedOn` }))
    .filter(({ service }) => service.of === 'decision')
    .sort((a, b) => (a.service.servedOn ?? '9999').localeCompare(b.service.servedOn ?? '9999'))[0];
  return {
    // Nothing of an ordinary case happens before its filing, so a filing without a day is a gap, not a later step.
    filing: { name: '立案', happened: ordinary, day: file.filing?.approvedOn, paths: ['filing.approvedOn'] },
    notice: {
      name: '告知送达',
      happened: first !== undefined || (ordinary && made !== undefined && !endsWithoutPenalty(file)),
      day: first?.servedOn,
      paths: first?.paths ?? [],
    },
    hearing: {
      name: '听证',
      happened: file.hearing?.held === true || file.hearing?.heldOn !== undefined,
      day: file.hearing?.heldOn,
      paths: ['hearing.heldOn'],
    },
    review: {
      name: '法制审核',
      happened: (file.review?.conclusion ?? file.review?.signedOn) !== undefined,
      day: file.review?.signedOn,
      paths: ['review.signedOn'],
    },
    discussion: {
      name: '集体讨论',
      happened: file.discussion !== undefined,
      day: file.discussion?.heldOn,
      paths: ['discussion.heldOn'],
    },
    decision: { name: '决定', happened: made !== undefined, day: made, paths: ['decision.date'] },
    service: {
      name: '决定书送达',
      happened: decisionServed !== undefined,
      day: decisionServed?.service.servedOn,
      paths: decisionServed ? [decisionServed.path] : [],
    },
    // Who pays before anything is decided has been made to pay without a decision.
    payment: {
      name: '缴纳罚没款',
      happened: file.performance?.paidOn !== undefined && made !== undefined,
      day: file.performance?.paidOn,
      paths: ['performance.paidOn'],
    },
    execution: {
      name: '强制执行',
      happened: file.performance?.enforcedOn !== undefined,
      day: file.performance?.enforcedOn,
      paths: ['performance.enforcedOn'],
    },
  };
}

function compare(before: Step, after: Step): Answer[] {
  if (!before.happened || !after.happened) return [];
  const missing = [before, after].filter(({ day }) => !day).map(({ name }) => `${name}日期`);
  if (!before.day || !after.day) {
    return [
      unclear(`核对${before.name}与${after.name}的先后需要${missing.join('、')}，案卷未载明。`, missing),
    ];
  }
  const found = `${before.name}（${chineseDay(before.day)}）应在${after.name}（${chineseDay(after.day)}）之前`;
  const paths = [...before.paths, ...after.paths];
  return [before.day <= after.day ? met(`${found}，相符。`, paths) : notMet(`${found}，顺序倒置。`, paths)];
}
