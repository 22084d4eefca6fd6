import type { CaseFile } from '../../../cases/case-file.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import { type Context, isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { outcomeOf } from '../../screening/outcome-of.ts';
import { actDay } from '../../steps/act-day.ts';
import { agencyTexts } from '../../words/agency-texts.ts';

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
    '“可以”不是“应当”：三个条件都具备而处罚的，须说明理由，理由和本机关的文书里一字不提的不符合；三个条件都写到、却没有一句说明为什么仍予处罚的也不符合；其他提到而没有确认的由人判断。没有危害后果的，危害后果当然轻微。',
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
    const open = unclear(`${all}，裁量理由提到初次违法，是否说明了仍予处罚的理由没有确认。`, missing, [
      ...where,
      ...REASONS,
    ]);
    const texts = agencyTexts(file);
    const explained = texts.find(({ text }) => explains(text));
    if (explained) return { ...open, paths: [...open.paths, explained.path] };
    if (!FIRST.test(said)) {
      return notMet(`${all}，可以不予处罚，本案给予处罚而没有说明理由。`, [...where, ...REASONS]);
    }
    const decision = texts.find(({ kind }) => kind === 'decision');
    const silent = TOGETHER.every((one) => one.test(said)) || (decision && FIRST.test(decision.text));
    return silent && !weighs(said)
      ? notMet(`${all}，可以不予处罚，裁量理由写明这些情况却没有说明为什么仍予处罚。`, [
          ...where,
          ...REASONS,
          ...(decision ? [decision.path] : []),
        ])
      : open;
  },
});

/** Words of the three conditions, told together. */
const TOGETHER = [FIRST, /轻微|未造成|没有造成|未产生|无危害|较小/, /改正|整改|停止|停用|拆除|补办|恢复/];
/** How a sentence goes on that says why there is a penalty all the same. */
const ALL_THE_SAME =
  /但|然而|不过|却|尽管|仍|不适用|不属于|不符合|不具备|不宜|不足以|不(?:予|能|得|再|应)?免|故意|明知|放任|持续|长期|屡|多次|隐患|恶劣|(?<![没未不无][^，。；]{0,6})较(?:长|大|多|高|重|广)/;
/** What every statement of reasons says, and says nothing by: 综合违法行为的事实、性质、情节和社会危害程度. */
const FORMULA =
  /(?:综合|结合|根据|考虑)[^。；]{0,12}(?:事实|性质|情节)[^。；]{0,30}|[没无未][^。；]{0,12}(?:从轻|减轻|从重)[^。；]{0,12}情节|尚未(?:发布|制定)[^，。；]{0,20}/g;
const EXEMPTION = /初次|首次|首违|第一次|免罚|免予|轻微违法|不予(?:行政)?处罚|第(?:三十三|33)条/;

const weighs = (words: string) => ALL_THE_SAME.test(words.replaceAll(FORMULA, ''));

/** 虽系初次违法，但…，不适用初次违法不予处罚: the sentence that tells of it, or the one after. */
function explains(text: string): boolean {
  const sentences = text.split(/[。\n]/);
  return sentences.some(
    (one, at) =>
      EXEMPTION.test(one) && (weighs(one) || /^(?:但|然而|不过|鉴于)/.test(sentences[at + 1] ?? '')),
  );
}

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
