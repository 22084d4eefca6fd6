import { evidenceRules } from '../../rules/penalty-law.ts';
import { type Answer, combine, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';

export const copiesVerified = rule({
  id: 'C4-05',
  criterion: 4,
  question: '书证的复制件是否已与原件核对？',
  severity: 'major',
  consequence: 'correctable',
  basis: [
    evidenceRules('10', '书证应为原件；确有困难的，可以是与原件核对无误的复制件。', {
      paragraph: 1,
      item: 1,
    }),
    evidenceRules('10', '由有关部门保管的，复制件注明出处并由其核对盖章。', { paragraph: 1, item: 2 }),
  ],
  reading: '案卷文件只记“是否核对”，出处、保管人和签章由审核人员看纸面。',
  about: ({ file }) =>
    file.evidence?.length
      ? file.evidence
      : unclear('需要核对书证是否为复制件，案卷没有证据清单。', ['证据清单'], ['evidence']),
  decide: (evidence) => {
    const answers: Answer[] = [];
    for (const [index, entry] of evidence.entries()) {
      const path = `evidence.${index}`;
      if (entry.copy === false || entry.excluded) continue;
      if (entry.copy === undefined) {
        if (entry.kind !== undefined && entry.kind !== 'documentary') continue;
        answers.push(
          unclear(
            `证据“${entry.name}”是原件还是复制件没有写明。`,
            [`证据“${entry.name}”是否为复制件`],
            [`${path}.copy`],
          ),
        );
        continue;
      }
      const paths = [`${path}.copy`, `${path}.copyVerified`];
      if (entry.copyVerified) answers.push(met(`复制件“${entry.name}”已与原件核对。`, paths));
      else if (entry.copyVerified === false)
        answers.push(notMet(`复制件“${entry.name}”没有与原件核对。`, paths));
      else {
        answers.push(
          unclear(
            `复制件“${entry.name}”是否与原件核对没有写明。`,
            [`复制件“${entry.name}”的核对记载`],
            paths,
          ),
        );
      }
    }
    return combine(answers, notApplicable('书证没有使用复制件。', ['evidence']));
  },
});
