import { compulsionLaw } from '../../rules/compulsion-law.ts';
import { type Compulsion, compulsionRule, MEASURES, startOf } from '../../rules/compulsion-rule.ts';
import { type ActContext, type Answer, met, notMet, unclear } from '../../rules/rule.ts';
import { countsAsOfficer } from '../../steps/counts-as-officer.ts';

/** QZ-02 强制措施权不得委托. */
export const powerNotDelegated = compulsionRule({
  id: 'QZ-02',
  criterion: 1,
  question: '强制措施是否由法律、法规规定的机关以本机关具备资格的人员实施，没有委托？',
  severity: 'block',
  consequence: 'void',
  certainty: 'statute',
  basis: [
    compulsionLaw(17, '强制措施由法律、法规规定的机关实施，不得委托', { paragraph: 1, states: ['不得委托'] }),
    compulsionLaw(17, '具备资格的执法人员以外的人不得实施', { paragraph: 3, states: ['具备资格'] }),
  ],
  reading:
    '行使相对集中行政处罚权的机关实施与处罚权有关的强制措施，视为法律、法规规定的机关；证件须在实施当日有效。',
  kinds: MEASURES,
  none: '案卷没有行政强制措施。',
  judge: (entry, path, context) => [body(entry, path), ...officers(entry, path, context)],
});

function body({ entrusted, actorEmpowered }: Compulsion, path: string): Answer {
  const paths = [`${path}.entrusted`, `${path}.actorEmpowered`];
  if (entrusted) return notMet('强制措施权不得委托，本项由受委托的机关或者组织实施。', paths);
  if (actorEmpowered === false) return notMet('实施机关不是法律、法规规定的机关。', paths);
  const missing = [
    ...(entrusted === undefined ? ['是否委托实施'] : []),
    ...(actorEmpowered === undefined ? ['实施机关是否由法律、法规规定'] : []),
  ];
  return missing.length > 0
    ? unclear(`强制措施的${missing.join('、')}没有载明。`, missing, paths)
    : met('由法律、法规规定的机关自行实施。', paths);
}

function officers(entry: Compulsion, path: string, { file }: ActContext): Answer[] {
  const ids = entry.officers ?? [];
  if (ids.length === 0) return [unclear('实施人员没有载明。', ['实施强制措施的人员'], [path])];
  const start = startOf(entry, path);
  if (!start) return [unclear('实施日期没有载明，无法核对证件。', ['强制措施的实施日期'], [path])];
  const all = file.officers ?? [];
  return ids.map((id) => {
    const index = all.findIndex((officer) => officer.id === id);
    const officer = all[index];
    if (!officer) return unclear('实施人员不在案卷的人员名单内。', ['执法人员名单'], [`${path}.officers`]);
    const place = `officers.${index}`;
    const paths = [`${path}.officers`, start.path, `${place}.auxiliary`, `${place}.certificate`];
    const { name, certificate } = officer;
    const counts = countsAsOfficer(officer);
    if (counts === false) return notMet(`${name}是辅助人员，不得实施强制措施。`, paths);
    if (!certificate?.validFrom || !certificate.validTo) {
      return unclear(`${name}的执法证件或者其有效期没有载明。`, [`${name}的执法证件有效期`], paths);
    }
    return certificate.validFrom <= start.day && start.day <= certificate.validTo
      ? met(`${name}的执法证件有效。`, paths)
      : notMet(`${name}的执法证件在实施当日不在有效期内。`, paths);
  });
}
