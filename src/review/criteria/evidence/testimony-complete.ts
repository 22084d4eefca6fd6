import { type Admitted, admittedEvidence } from '../../rules/admitted-evidence.ts';
import { judgeKind } from '../../rules/judge-kind.ts';
import { evidenceRules } from '../../rules/penalty-law.ts';
import { requiredMarks } from '../../rules/required-marks.ts';
import { type Answer, rule } from '../../rules/rule.ts';

export const testimonyComplete = rule({
  id: 'C4-10',
  criterion: 4,
  question: '证人证言是否写明证人基本情况、有签名和日期，并附身份证明？',
  severity: 'minor',
  consequence: 'correctable',
  certainty: 'statute',
  basis: [
    evidenceRules('13', '证言写明证人基本情况，有签名或者盖章和日期，附身份证明。', {
      states: ['姓名、年龄、性别、职业、住址', '签名', '日期', '居民身份证'],
    }),
  ],
  about: ({ file }) => admittedEvidence(file, '证人证言'),
  decide: (admitted) => judgeKind(admitted, ['witness'], '证人证言', judge),
});

function judge({ entry, path }: Admitted): Answer {
  const { name, age, sex, occupation, address, signed, date, identityPaper } = entry.testimony ?? {};
  const marks = [
    { path: 'name', name: '证人姓名', value: name },
    { path: 'age', name: '年龄', value: age },
    { path: 'sex', name: '性别', value: sex },
    { path: 'occupation', name: '职业', value: occupation },
    { path: 'address', name: '住址', value: address },
    { path: 'signed', name: '签名或者盖章', value: signed },
    { path: 'date', name: '出具日期', value: date },
    { path: 'identityPaper', name: '证人身份证明', value: identityPaper },
  ];
  return requiredMarks(marks, `${path}.testimony`, `“${entry.name}”`);
}
