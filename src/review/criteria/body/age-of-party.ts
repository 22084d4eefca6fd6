import type { CaseFile } from '../../../cases/case-file.ts';
import { addYears, chineseDay, type Day } from '../../../law/dates.ts';
import { birthDateOf } from '../../../law/identity-numbers.ts';
import { GRADES } from '../../../law/penalties.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { actDay } from '../../steps/act-day.ts';
import { beforeProposal } from '../../steps/decision-day.ts';

interface Age {
  band: 'under-14' | 'under-18';
  text: string;
  paths: string[];
}

const AGE = /未成年|周岁|年龄/;

/** C1-10 未成年人的处罚. */
export const ageOfParty = rule({
  id: 'C1-10',
  criterion: 1,
  question: '当事人不满十四周岁的是否不予处罚，已满十四周岁不满十八周岁的是否从轻或者减轻？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw(30, '不满十四周岁不罚并责令监护人管教；十四至十八周岁应从轻或减轻', {
      states: ['十四周岁', '十八周岁'],
    }),
    formerPenaltyLaw(25, '不满十四周岁不罚并责令监护人管教；十四至十八周岁应从轻或减轻'),
  ],
  reading:
    '按行为之日（连续行为按终了日）计算年龄；十四、十八周岁生日当天按未满计算，生日第二天起为已满（实务做法，以当地为准）。裁量阶次可能因其他情节本就是从轻，须写明因年龄从轻。',
  about: ({ file }) => ageOf(file),
  decide: ({ band, text, paths }, { file }) => {
    const [source, from] = file.decision
      ? [file.decision, 'decision']
      : file.proposal
        ? [file.proposal, 'proposal']
        : [{}, ''];
    const { result, grade } = source;
    const seen = [...paths, ...(result ? [`${from}.result`] : []), ...(grade ? [`${from}.grade`] : [])];
    if (beforeProposal(file)) return notApplicable(`${text}，尚未提出处理意见。`, seen);
    if (result === undefined) return unclear(`${text}，未载明处理结果。`, ['处理结果'], seen);
    if (band === 'under-14') {
      return result === 'penalty'
        ? notMet(`${text}，不得给予行政处罚，现拟（已）处罚。`, seen)
        : unclear(`${text}，没有处罚，另须责令监护人加以管教。`, ['责令监护人管教的材料'], seen);
    }
    if (result !== 'penalty') return met(`${text}，没有给予处罚。`, seen);
    if (!grade) return unclear(`${text}，未载明裁量等次。`, ['裁量等次'], seen);
    if (grade === 'ordinary' || grade === 'heavier') {
      return notMet(`${text}，应当从轻或者减轻，现为${GRADES[grade]}。`, seen);
    }
    // A tier may be the lighter one for quite other reasons, such as a small area: the age has to be named.
    const { grounds = [] } = file.circumstances ?? {};
    const weighed =
      grade !== 'lighter' ||
      grounds.some(({ kind, state }) => kind === 'minor-age' && state === 'accepted') ||
      AGE.test(file.decision?.discretionReasons ?? file.proposal?.reasons ?? '');
    const reasons = file.decision ? 'decision.discretionReasons' : 'proposal.reasons';
    const all = [...seen, ...(grade === 'lighter' ? ['circumstances.grounds', reasons] : [])];
    return weighed
      ? met(`${text}，已${GRADES[grade]}。`, all)
      : unclear(
          `${text}，等次为${GRADES[grade]}，是否因年龄从轻没有载明。`,
          ['因未成年从轻或者减轻的记载'],
          all,
        );
  },
});

function ageOf(file: CaseFile): Age | Answer {
  const { party } = file;
  if (party.kind === 'organisation') return notApplicable('当事人是单位。', ['party.kind']);
  const stated = party.birthDate;
  // The operator answers for an individual business: a number of his or hers is as good as the party's own.
  const [number, at] =
    party.kind === 'individual-business' && !party.idNumber
      ? [party.operatorIdNumber, 'party.operatorIdNumber']
      : [party.idNumber, 'party.idNumber'];
  const fromNumber = number ? birthDateOf(number) : undefined;
  if (stated && fromNumber && stated !== fromNumber) {
    return unclear(
      `出生日期${chineseDay(stated)}与身份号码记载的${chineseDay(fromNumber)}不一致。`,
      ['出生日期'],
      ['party.birthDate', at],
    );
  }
  const birth = stated ?? fromNumber;
  const act = actDay(file);
  const missing = [...(birth ? [] : ['出生日期']), ...(act ? [] : ['违法行为（终了）日期'])];
  if (!birth || !act) return unclear(`判断年龄需要${missing.join('、')}，案卷未载明。`, missing);
  const paths = [...(stated ? ['party.birthDate'] : []), ...(fromNumber ? [at] : []), act.path];
  return band(birth, act.day, paths);
}

function band(birth: Day, act: Day, paths: string[]): Age | Answer {
  const birthday = act === addYears(birth, 14) || act === addYears(birth, 18);
  const text = (age: string) =>
    `当事人${chineseDay(birth)}出生，行为日${chineseDay(act)}时${age}${birthday ? '（当天为生日，按未满计算）' : ''}`;
  if (act <= addYears(birth, 14)) return { band: 'under-14', text: text('不满十四周岁'), paths };
  if (act <= addYears(birth, 18)) return { band: 'under-18', text: text('已满十四周岁不满十八周岁'), paths };
  return notApplicable(`${text('已满十八周岁')}。`, paths);
}
