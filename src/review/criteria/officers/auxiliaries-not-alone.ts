import type { CaseFile, Officer } from '../../../cases/case-file.ts';
import type { Profile } from '../../../corpus/profile.ts';
import { judgeEach } from '../../rules/judge-each.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { actsOfCase, type PlacedAct } from './acts-of-case.ts';
import { oneOfficerAllowed } from './one-officer-allowed.ts';

/** C2-10 辅助人员不得单独实施. */
export const auxiliariesNotAlone = rule({
  id: 'C2-10',
  criterion: 2,
  question: '有辅助人员、网格员等参加的执法行为，除去他们是否仍有不少于两名持证执法人员？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw(42, '由具有执法资格的人员实施，不少于两人，法律另有规定的除外', {
      paragraph: 1,
      states: ['执法资格', '两人'],
    }),
    formerPenaltyLaw(37, '调查或者检查时执法人员不少于两人', { paragraph: 1 }),
  ],
  otherBasis: [{ document: '国办发〔2024〕54号（文本待核）', gist: '辅助人员不得实施检查' }],
  reading:
    '只计有证件记载且不是辅助人员的；专家、见证人同样不计；没有这类人员参加的执法行为由 C2-01 核对人数；方案列明允许一人的，比照 C2-01。',
  about: ({ file }) => {
    const acts = actsOfCase(file, ['inspection', 'interview', 'sampling', 'preservation', 'seizure']);
    if (isAnswer(acts) || acts.length > 0) return acts;
    return notApplicable('案卷中没有检查、询问、抽样或者登记保存。', ['acts']);
  },
  decide: (acts, { file, profile }) =>
    judgeEach(
      acts,
      (placed) => judgeAct(placed, file, profile) ?? [],
      notApplicable('没有辅助人员参加执法行为。', [
        'officers',
        ...acts.map(({ path }) => `${path}.officers`),
      ]),
    ),
});

/** Nothing for an act in which only officers took part. */
function judgeAct({ act, path, name }: PlacedAct, file: CaseFile, profile: Profile): Answer | undefined {
  if (!act.officers) return unclear(`${name}未载明执法人员。`, [`${name}的执法人员`], [path]);
  const people = (file.officers ?? []).filter(({ id }) => act.officers?.includes(id));
  if (people.every(isNoAuxiliary)) return undefined;
  const auxiliaries = people.filter(({ auxiliary }) => auxiliary);
  const officers = people.filter(isOfficer);
  const open = people.filter((person) => !person.auxiliary && !isOfficer(person));
  const paths = [`${path}.officers`, 'officers'];
  const helped = auxiliaries.map((person) => person.name).join('、');
  if (officers.length >= 2) {
    return auxiliaries.length > 0
      ? met(`${name}除辅助人员${helped}外，有${officers.length}名持证执法人员。`, paths)
      : undefined;
  }
  if (officers.length + open.length >= 2) {
    const names = open.map((person) => person.name).join('、');
    return unclear(`${name}的${names}是否具有执法资格没有载明。`, [`${names}的执法资格`], paths);
  }
  if (auxiliaries.length === 0) return undefined;
  return officers.length === 1 && oneOfficerAllowed(file, profile, act)
    ? met(`${name}允许一名执法人员实施并全程录音录像，辅助人员${helped}协助。`, [
        ...paths,
        `${path}.recorded`,
      ])
    : notMet(`${name}除辅助人员${helped}外，应有不少于两名持证执法人员，实际${officers.length}名。`, paths);
}

/** A certificate shows that somebody of whom nothing else is known is no auxiliary. */
const isNoAuxiliary = ({ auxiliary, certificate }: Officer): boolean =>
  auxiliary === false || (auxiliary === undefined && certificate !== undefined);
const isOfficer = ({ auxiliary, certificate }: Officer): boolean => !auxiliary && certificate !== undefined;
