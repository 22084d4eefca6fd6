import { compulsionLaw } from '../../rules/compulsion-law.ts';
import { type Compulsion, compulsionRule, MEASURES } from '../../rules/compulsion-rule.ts';
import { type ActContext, type Answer, met, notMet, unclear } from '../../rules/rule.ts';
import { countsAsOfficer } from '../../steps/counts-as-officer.ts';

/** QZ-04 两名以上执法人员并出示证件. */
export const twoOfficersForMeasure = compulsionRule({
  id: 'QZ-04',
  criterion: 2,
  question: '强制措施是否由两名以上执法人员实施并出示证件？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    compulsionLaw(18, '由两名以上执法人员实施', { item: 2, states: ['两名以上'] }),
    compulsionLaw(18, '出示执法身份证件', { item: 3, states: ['出示'] }),
  ],
  reading: '两名以上包括两名；辅助人员不计入。',
  kinds: MEASURES,
  none: '案卷没有行政强制措施。',
  judge: (entry, path, context) => [number(entry, path, context), shown(entry, path)],
});

function number({ officers }: Compulsion, path: string, { file }: ActContext): Answer {
  if (!officers) return unclear('实施人员没有载明。', ['实施强制措施的人员'], [path]);
  const paths = [`${path}.officers`];
  const ids = [...new Set(officers)];
  const people = ids.flatMap((id) => file.officers?.find((officer) => officer.id === id) ?? []);
  const counted = people.filter((officer) => countsAsOfficer(officer) === true).length;
  if (counted >= 2) return met(`由${counted}名执法人员实施。`, paths);
  const open = people.filter((officer) => countsAsOfficer(officer) === undefined);
  if (counted + open.length < 2 && people.length === ids.length) {
    return notMet(`应由两名以上执法人员实施，实际${counted}名。`, paths);
  }
  const names = open.map(({ name }) => name).join('、') || '实施人员';
  return unclear(`${names}是否具有执法资格没有载明。`, [`${names}的执法资格`], paths);
}

function shown({ certificatesShown }: Compulsion, path: string): Answer {
  const paths = [`${path}.certificatesShown`];
  if (certificatesShown === undefined) return unclear('是否出示证件没有载明。', ['是否出示执法证件'], paths);
  return certificatesShown ? met('已出示执法证件。', paths) : notMet('没有出示执法证件的记载。', paths);
}
