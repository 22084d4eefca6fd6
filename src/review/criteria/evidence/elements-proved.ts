import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, combine, met, notMet, rule, unclear } from '../../rules/rule.ts';
import { unconfirmed } from '../../rules/unconfirmed.ts';

export const elementsProved = rule({
  id: 'C4-01',
  criterion: 4,
  question: '每一构成要件事实是否都有证据证明？',
  severity: 'block',
  consequence: 'annul',
  basis: [
    penaltyLaw('40', '违法事实要查清；事实不清或者证据不够的，不能处罚。'),
    penaltyLaw('46', '证据查证属实后才能用来认定事实。', { paragraph: 2 }),
    formerPenaltyLaw('30', '违法事实要查清；事实不清的，不能处罚。'),
  ],
  reading: '要件与证据的对应由模型提出（或者没写由谁提出）而无人确认的，不算已经证明。已排除的证据不算证据。',
  about: ({ file }) =>
    file.violation.elements?.length
      ? file.violation.elements
      : unclear(
          '需要逐项列明构成要件和证明它的证据，案卷没有列明。',
          ['构成要件及其证据'],
          ['violation.elements'],
        ),
  decide: (elements, { file }) => {
    const known = file.evidence;
    if (!known) return unclear('需要核对证明构成要件的证据，案卷没有证据清单。', ['证据清单'], ['evidence']);
    const excluded = new Set(known.filter((entry) => entry.excluded).map((entry) => entry.id));
    return combine(
      elements.map((element, index): Answer => {
        const path = `violation.elements.${index}`;
        const admitted = element.evidence.filter((id) => !excluded.has(id));
        if (admitted.length === 0) {
          return notMet(`要件“${element.name}”没有可采用的证据。`, [path]);
        }
        return unconfirmed(file, path)
          ? unclear(
              `要件“${element.name}”的证据由模型提出或者来历不明，尚无人确认。`,
              [`对要件“${element.name}”证据的确认`],
              [path],
            )
          : met(`要件“${element.name}”有 ${admitted.length} 件证据。`, [path]);
      }),
      unclear('案卷没有列明构成要件。', ['构成要件及其证据']),
    );
  },
});
