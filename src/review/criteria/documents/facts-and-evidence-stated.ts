import { ordinaryDecision } from '../../penalty-decision.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../penalty-law.ts';
import { rule } from '../../rule.ts';
import { statedInDecision } from './stated-in-decision.ts';

export const factsAndEvidenceStated = rule({
  id: 'C7-02',
  criterion: 7,
  question: '决定书是否载明违法事实和证据？',
  severity: 'block',
  consequence: 'annul',
  basis: [
    penaltyLaw('59', '决定书载明违法事实和证据。', { paragraph: 1, item: 2 }),
    formerPenaltyLaw('39', '决定书载明违法事实和证据。', { paragraph: 1, item: 2 }),
  ],
  about: ({ file }) => ordinaryDecision(file),
  decide: (decision) =>
    statedInDecision([
      { name: '违法事实', value: decision.factsStated, path: 'decision.factsStated' },
      { name: '证据', value: decision.evidenceListed, path: 'decision.evidenceListed' },
    ]),
});
