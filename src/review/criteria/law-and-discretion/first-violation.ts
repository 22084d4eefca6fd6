import type { CaseFile } from '../../../cases/case-file.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import { type Context, isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { outcomeOf } from '../../screening/outcome-of.ts';
import { actDay } from '../../steps/act-day.ts';

const ANSWER = 'proposal.firstViolationAnswer';
/** How reasons speak of a first violation. */
const FIRST = /初次|首次|第一次|(?:没有|无|未有|未曾)[^，。；]{0,6}(?:同类|违法|处罚)/;
const REASONS = ['decision.discretionReasons', 'proposal.reasons'];

export const firstViolation = rule({
  id: 'C5-13',
  criterion: 5,
  question: '初次违法、危害后果轻微并及时改正的，是否不予处罚或者说明仍予处罚的理由？',
  severity: 'major',
  consequence: 'annul',
  basis: [
    penaltyLaw('33', '初次违法、危害后果轻微并及时改正的，可以不予处罚。', {
      paragraph: 1,
      states: ['初次违法', '可以不予行政处罚'],
    }),
  ],
  otherBasis: [
    { document: '地区方案：初次违法的追溯年限', gist: '多久以内没有同类违法算初次，由各地规定。' },
  ],
  reading:
    '“可以”不是“应当”：三个条件都具备而处罚的，须说明理由，理由里一字不提的不符合，提到而没有确认的由人判断。没有危害后果的，危害后果当然轻微。',
  about: ({ file, profile }) => {
    const outcome = outcomeOf(file);
    if (isAnswer(outcome)) return outcome;
    if (outcome.result === 'referred') return notApplicable('本案移送其他机关处理。', [outcome.path]);
    const conditions = conditionsOf(file);
    const paths = conditions.map(({ path }) => path);
    const failed = conditions.find(({ value }) => value === false);
    if (failed && file.decision?.noPenaltyGround === 'first-violation') {
      return notMet(`决定以初次违法、危害后果轻微并及时改正为由不予处罚，三个条件缺“${failed.name}”。`, [
        ...paths,
        'decision.noPenaltyGround',
      ]);
    }
    if (failed) {
      return notApplicable(`三个条件缺“${failed.name}”，不属于可以不予处罚。`, [failed.path]);
    }
    const unknown = conditions.filter(({ value }) => value === undefined);
    if (unknown.length > 0) {
      return outcome.result === 'penalty'
        ? unclear(
            `是否可以不予处罚取决于${unknown.map(({ name }) => `“${name}”`).join('、')}，案卷没有载明。`,
            unknown.map(({ asked }) => asked),
            [...paths, outcome.path],
          )
        : notApplicable('本案没有给予处罚，无须说明处罚的理由。', [outcome.path]);
    }
    const earlier = sameCauseBefore(file, profile);
    return earlier
      ? unclear(
          `认定为初次违法，案卷又载有${earlier.number}对同一案由的处理，两者不一致。`,
          ['是否初次违法'],
          ['violation.firstViolation', 'earlierDecisions'],
        )
      : { outcome, paths };
  },
  decide: ({ outcome, paths }, { file }) => {
    const all = '初次违法、危害后果轻微、及时改正三个条件都具备';
    const where = [...paths, outcome.path];
    if (outcome.result !== 'penalty') return met(`${all}，没有给予处罚。`, where);
    if (file.proposal?.firstViolationAnswer) {
      return met(`${all}，已说明仍予处罚的理由。`, [...where, ANSWER]);
    }
    const said = [file.decision?.discretionReasons, file.proposal?.reasons].filter(Boolean).join('。');
    const missing = ['初次违法仍予处罚的理由'];
    if (!said) return unclear(`${all}，给予处罚，理由没有载明。`, missing, [...where, ANSWER, ...REASONS]);
    return FIRST.test(said)
      ? unclear(`${all}，裁量理由提到初次违法，是否说明了仍予处罚的理由没有确认。`, missing, [
          ...where,
          ...REASONS,
        ])
      : notMet(`${all}，可以不予处罚，本案给予处罚而没有说明理由。`, [...where, ...REASONS]);
  },
});

function conditionsOf({ violation: { firstViolation: first, harm, correctedInTime } }: CaseFile) {
  return [
    {
      value: first,
      name: '初次违法',
      asked: '是否初次违法',
      path: 'violation.firstViolation',
    },
    {
      value: harm && (harm.occurred ? harm.slight : true),
      name: '危害后果轻微',
      asked: '危害后果是否轻微',
      path: harm?.occurred ? 'violation.harm.slight' : 'violation.harm.occurred',
    },
    {
      value: correctedInTime,
      name: '及时改正',
      asked: '违法行为是否及时改正',
      path: 'violation.correctedInTime',
    },
  ];
}

/** An earlier decision on the same cause inside the period that the region looks back; without a period, any. */
function sameCauseBefore(file: CaseFile, { firstViolation: period }: Context['profile']) {
  const act = actDay(file)?.day;
  const since = act && period ? `${Number(act.slice(0, 4)) - period.years}${act.slice(4)}` : undefined;
  return (file.earlierDecisions ?? []).find(
    ({ cause, date, sameAct }) =>
      !sameAct &&
      (cause === file.cause || cause === file.violation.name) &&
      (!act || date < act) &&
      (!since || date >= since),
  );
}
