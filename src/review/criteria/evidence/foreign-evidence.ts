import { type Admitted, admittedEvidence } from '../../rules/admitted-evidence.ts';
import { evidenceRules } from '../../rules/penalty-law.ts';
import { type Mark, requiredMarks } from '../../rules/required-marks.ts';
import { type Answer, combine, met, notApplicable, rule } from '../../rules/rule.ts';

export const foreignEvidence = rule({
  id: 'C4-21',
  criterion: 4,
  question: '境外形成的证据是否说明来源，并办理公证认证或者条约规定的证明手续？',
  severity: 'minor',
  consequence: 'correctable',
  certainty: 'statute',
  basis: [
    evidenceRules('16', '境外证据要说明来源，经公证和使领馆认证，或者履行条约的证明手续。', {
      paragraph: 1,
      states: ['说明来源', '公证机关证明', '使领馆认证', '条约'],
    }),
    evidenceRules('16', '香港、澳门、台湾形成的证据按有关规定办理证明手续。', { paragraph: 2 }),
  ],
  otherBasis: [
    {
      document: '实践做法，待各地确认',
      gist: '取消认证公约的附加证明书（Apostille）视为条约规定的证明手续。',
    },
  ],
  reading: '没有标明在境外形成的证据视为境内证据。香港、澳门、台湾证据的证明手续记入条约规定的证明手续。',
  about: ({ file }) => admittedEvidence(file, '境外证据的手续'),
  decide: (admitted) =>
    combine(
      admitted.flatMap((piece) => (piece.entry.foreign?.formedAbroad ? [judge(piece)] : [])),
      notApplicable('本案没有采用境外形成的证据。', ['evidence']),
    ),
});

function judge({ entry, path }: Admitted): Answer {
  const { sourceStated, notarised, authenticated, treatyFormalities } = entry.foreign ?? {};
  const name = `境外证据“${entry.name}”`;
  const source: Mark = { path: 'sourceStated', name: '来源说明', value: sourceStated };
  const at = `${path}.foreign`;
  if (treatyFormalities) {
    const told = requiredMarks([source], at, name);
    return combine([told, met(`${name}已办理${treatyFormalities}。`, [`${at}.treatyFormalities`])], told);
  }
  const formal: Mark[] = [
    { path: 'notarised', name: '公证', value: notarised },
    { path: 'authenticated', name: '认证', value: authenticated },
  ];
  return requiredMarks([source, ...formal], at, name);
}
