import { ordinaryDecision } from '../../penalty-decision.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../penalty-law.ts';
import { rule } from '../../rule.ts';
import { statedInDecision } from './stated-in-decision.ts';

export const partyNamed = rule({
  id: 'C7-01',
  criterion: 7,
  question: '决定书是否载明当事人的姓名或者名称、地址？',
  severity: 'major',
  consequence: 'correctable',
  basis: [
    penaltyLaw('59', '决定书载明当事人的姓名或者名称、地址。', { paragraph: 1, item: 1 }),
    formerPenaltyLaw('39', '决定书载明当事人的姓名或者名称、地址。', { paragraph: 1, item: 1 }),
  ],
  about: ({ file }) => ordinaryDecision(file),
  decide: (decision) =>
    statedInDecision([
      { name: '当事人姓名或者名称', value: decision.partyNamed, path: 'decision.partyNamed' },
      { name: '当事人地址', value: decision.addressNamed, path: 'decision.addressNamed' },
    ]),
});
