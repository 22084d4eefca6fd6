import type { CaseFile, Officer } from '../../../cases/case-file.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, combine, met, notMet, rule, unclear } from '../../rules/rule.ts';
import { plainName } from '../../steps/agency-names.ts';

/** C2-05 执法人员与当事人无利害关系. */
export const noInterest = rule({
  id: 'C2-05',
  criterion: 2,
  question: '执法人员是否均声明与当事人无利害关系，且没有应当回避而未回避的？',
  severity: 'major',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw(43, '有利害关系或者其他关系可能影响公正的，应回避', { paragraph: 1 }),
    formerPenaltyLaw(37, '与当事人有直接利害关系的，应回避', { paragraph: 3 }),
  ],
  otherBasis: [{ document: '实务做法（以当地为准）', gist: '执法人员签署无利害关系声明' }],
  reading:
    '姓名相同不等于有关系，只提示核实；经核实有关系而没有回避的才不符合；无利害关系声明是实务做法，没有声明的不作不符合。',
  about: ({ file }) =>
    file.officers?.length ? file.officers : unclear('案卷没有执法人员的记载。', ['执法人员'], ['party.name']),
  decide: (officers, { file }) => {
    const answers = officers.map((officer, index) => judge(officer, `officers.${index}`, file));
    return combine([...answers, ...unknownNames(file)], unclear('无法核对利害关系。', ['执法人员']));
  },
});

function judge({ name, relation, noInterestDeclared }: Officer, path: string, file: CaseFile): Answer {
  const paths = [`${path}.relation.confirmed`, `${path}.relation.withdrew`];
  if (relation?.confirmed) {
    const text = `${name}经核实与${relation.with}有利害关系`;
    if (relation.withdrew === undefined) {
      return unclear(`${text}，是否回避没有载明。`, [`${name}是否回避`], paths);
    }
    return relation.withdrew ? met(`${text}，已经回避。`, paths) : notMet(`${text}，没有回避。`, paths);
  }
  if (relation && relation.confirmed === undefined) {
    return unclear(`${name}与${relation.with}的关系尚未核实。`, [`${name}与${relation.with}的关系`], [path]);
  }
  const same = relation ? undefined : namesOfParty(file).find((other) => other.name === plainName(name));
  if (same) {
    return unclear(
      `${name}与${same.who}同名，是否有利害关系需核实。`,
      [`${name}与${same.who}的关系`],
      [path, same.path],
    );
  }
  return noInterestDeclared
    ? met(`${name}已声明无利害关系。`, [`${path}.noInterestDeclared`])
    : unclear(`${name}没有无利害关系声明的记载。`, [`${name}的无利害关系声明`], [path]);
}

/** The people on the party's side that the file names. */
function namesOfParty({ party, hearing }: CaseFile): { name: string; who: string; path: string }[] {
  const list = (names: (string | undefined)[], who: string, path: string) =>
    names.flatMap((name) => (name ? [{ name: plainName(name), who, path }] : []));
  return [
    ...list([party.name], '当事人', 'party.name'),
    ...list([party.legalRepresentative], '法定代表人', 'party.legalRepresentative'),
    ...list([party.operator], '经营者', 'party.operator'),
    ...list(party.relatedPersons ?? [], '关联人员', 'party.relatedPersons'),
    ...list(hearing?.agents?.map(({ name }) => name) ?? [], '听证代理人', 'hearing.agents'),
  ];
}

/** Nobody can be compared with a name that is not known. */
function unknownNames({ party }: CaseFile): Answer[] {
  const missing = [
    ...(party.relatedPersons ? [] : ['当事人的关联人员']),
    ...(party.kind === 'organisation' && !party.legalRepresentative ? ['法定代表人'] : []),
    ...(party.kind === 'individual-business' && !party.operator ? ['经营者姓名'] : []),
  ];
  return missing.length > 0
    ? [unclear(`比对利害关系需要${missing.join('、')}，案卷未载明。`, missing, ['party'])]
    : [];
}
