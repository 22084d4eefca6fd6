import { evidenceRules, formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, combine, met, notApplicable, rule, unclear } from '../../rules/rule.ts';
import { recordSignatures, signaturePaths } from './record-signatures.ts';

export const inspectionRecord = rule({
  id: 'C4-08',
  criterion: 4,
  question: '现场笔录是否载明时间、地点、事件并签名，未签名的是否注明原因？',
  severity: 'major',
  consequence: 'annul',
  basis: [
    evidenceRules('15', '现场笔录写明时间、地点、事件，由执法人员和当事人签名；不签或者不能签的注明原因。', {
      paragraph: 1,
    }),
    penaltyLaw('55', '检查要做笔录。', { paragraph: 2 }),
    formerPenaltyLaw('37', '检查要做笔录。', { paragraph: 1 }),
  ],
  reading: '在场的其他人可以签名，但不能代替注明当事人未签名的原因：从严。',
  about: ({ file }) =>
    file.acts ?? unclear('需要核对现场笔录，案卷没有执法行为的记载。', ['现场检查经过'], ['acts']),
  decide: (acts, { file }) => {
    const answers: Answer[] = [];
    for (const [index, act] of acts.entries()) {
      if (act.kind !== 'inspection') continue;
      const path = `acts.${index}`;
      const day = (act.startedAt ?? act.date)?.slice(0, 10);
      const name = `${day ?? ''}现场笔录`;
      const time = act.startedAt ? 'startedAt' : 'date';
      const missing = [
        ...(day ? [] : ['时间']),
        ...(act.place ? [] : ['地点']),
        ...(act.event ? [] : ['事件']),
      ].map((what) => `${name}的${what}`);
      const fault = recordSignatures(act, path, name, file);
      if (fault) answers.push(fault);
      if (missing.length > 0) {
        answers.push(unclear(`需要核对${missing.join('、')}，案卷没有载明。`, missing, [path]));
      } else if (!fault) {
        answers.push(
          met(`${name}载明时间、地点和事件，签名齐全或者已注明原因。`, [
            `${path}.${time}`,
            `${path}.place`,
            `${path}.event`,
            ...signaturePaths(act, path),
          ]),
        );
      }
    }
    return combine(answers, notApplicable('本案没有现场检查。', ['acts']));
  },
});
