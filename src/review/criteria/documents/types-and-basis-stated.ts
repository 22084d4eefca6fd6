import { penaltyDecision } from '../../penalty-decision.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../penalty-law.ts';
import { rule } from '../../rule.ts';
import { statedInDecision } from './stated-in-decision.ts';

export const typesAndBasisStated = rule({
  id: 'C7-03',
  criterion: 7,
  question: '决定书是否载明处罚种类和依据？',
  severity: 'block',
  consequence: 'annul',
  basis: [
    penaltyLaw('59', '决定书载明处罚种类和依据。', { paragraph: 1, item: 3 }),
    penaltyLaw('52', '当场决定书载明处罚种类和依据。', { paragraph: 2 }),
    formerPenaltyLaw('39', '决定书载明处罚种类和依据。', { paragraph: 1, item: 3 }),
    formerPenaltyLaw('34', '当场决定书载明处罚依据。', { paragraph: 2 }),
  ],
  about: ({ file }) => penaltyDecision(file),
  decide: (decision) =>
    statedInDecision([
      {
        name: '处罚种类',
        value: decision.penalties && decision.penalties.length > 0,
        path: 'decision.penalties',
      },
      { name: '处罚依据', value: decision.basisStated, path: 'decision.basisStated' },
    ]),
});
