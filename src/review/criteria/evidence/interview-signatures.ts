import { evidenceRules, formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, combine, met, notApplicable, rule, unclear } from '../../rules/rule.ts';
import { recordSignatures, signaturePaths } from './record-signatures.ts';

export const interviewSignatures = rule({
  id: 'C4-06',
  criterion: 4,
  question: '询问笔录是否由询问人和被询问人签名，拒签的是否注明？',
  severity: 'major',
  consequence: 'annul',
  basis: [
    evidenceRules('10', '询问类笔录由执法人员和被询问人签名或者盖章。', { paragraph: 1, item: 4 }),
    penaltyLaw('55', '询问要做笔录。', { paragraph: 2 }),
    formerPenaltyLaw('37', '询问要做笔录。', { paragraph: 1 }),
  ],
  about: ({ file }) =>
    file.acts ?? unclear('需要核对询问笔录的签名，案卷没有执法行为的记载。', ['询问经过'], ['acts']),
  decide: (acts, { file }) => {
    const answers: Answer[] = [];
    for (const [index, act] of acts.entries()) {
      if (act.kind !== 'interview') continue;
      const path = `acts.${index}`;
      const name = `对${act.interviewee ?? '被询问人'}的询问笔录`;
      answers.push(
        recordSignatures(act, path, name, file) ?? met(`${name}签名齐全。`, signaturePaths(act, path)),
      );
    }
    return combine(answers, notApplicable('本案没有询问。', ['acts']));
  },
});
