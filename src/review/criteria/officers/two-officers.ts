import type { CaseFile, Officer } from '../../../cases/case-file.ts';
import type { Profile } from '../../../corpus/profile.ts';
import { judgeEach } from '../../rules/judge-each.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { actsOfCase, type PlacedAct } from './acts-of-case.ts';
import { oneOfficerAllowed } from './one-officer-allowed.ts';

/** C2-01 执法人员不少于两人. */
export const twoOfficers = rule({
  id: 'C2-01',
  criterion: 2,
  question: '每一次检查、询问、抽样、登记保存是否都由不少于两名执法人员实施并签名？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw(42, '由具有执法资格的人员实施，不少于两人，法律另有规定的除外', {
      paragraph: 1,
      states: ['两人'],
    }),
    {
      law: '中华人民共和国治安管理处罚法',
      article: '120',
      paragraph: 3,
      gist: '当场处罚无异议的，一名警察可作决定，全程录音录像',
      from: '2026-01-01',
      states: ['一名'],
    },
    formerPenaltyLaw(37, '调查或者检查时执法人员不少于两人', { paragraph: 1 }),
  ],
  reading: '辅助人员不计入；地区方案列明允许一人执法的事项，须有全程录音录像。',
  about: ({ file }) => {
    const acts = actsOfCase(file, ['inspection', 'interview', 'sampling', 'preservation', 'seizure']);
    if (isAnswer(acts) || acts.length > 0) return acts;
    return notApplicable('案卷中没有检查、询问、抽样或者登记保存。', ['acts']);
  },
  decide: (acts, { file, profile }) =>
    judgeEach(
      acts,
      (placed) => judgeAct(placed, file, profile),
      met(
        `应有不少于两名执法人员实施并签名，${acts.length}次执法行为均符合。`,
        acts.flatMap(({ path }) => [`${path}.officers`, `${path}.officersSigned`]),
      ),
    ),
});

function judgeAct({ act, path, name }: PlacedAct, file: CaseFile, profile: Profile): Answer | undefined {
  if (!act.officers) {
    return unclear(`${name}未载明执法人员。`, [`${name}的执法人员`], [path]);
  }
  const known = (file.officers ?? []).filter(({ id }) => act.officers?.includes(id));
  const qualified = known.filter((officer) => mayCount(officer) === true);
  const open = known.filter((officer) => mayCount(officer) === undefined);
  const paths = [`${path}.officers`, `${path}.officersSigned`];
  const missingRoll = act.officers.length > known.length;
  if (qualified.length < 2) {
    if (missingRoll) return unclear(`${name}的执法人员不在案卷的人员名单内。`, ['执法人员名单'], paths);
    if (qualified.length + open.length >= 2) {
      const names = open.map(({ name }) => name).join('、');
      return unclear(`${name}的${names}是否具有执法资格没有载明。`, [`${names}的执法资格`], paths);
    }
    return oneOfficerAllowed(file, profile, act) && qualified.length === 1
      ? undefined
      : notMet(`${name}应有不少于两名执法人员，实际${qualified.length}名。`, paths);
  }
  if (!act.officersSigned)
    return unclear(`${name}未载明执法人员是否签名。`, [`${name}的执法人员签名`], paths);
  const signed = qualified.filter(({ id }) => act.officersSigned?.includes(id));
  return signed.length >= 2
    ? undefined
    : notMet(`${name}应有不少于两名执法人员签名，实际${signed.length}名签名。`, paths);
}

/** An auxiliary never counts; a person of whom neither is known counts as an officer by holding a certificate. */
const mayCount = ({ auxiliary, certificate }: Officer): boolean | undefined =>
  auxiliary === undefined ? (certificate ? true : undefined) : !auxiliary;
