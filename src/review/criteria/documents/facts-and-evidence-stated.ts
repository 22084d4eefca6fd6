import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { rule } from '../../rules/rule.ts';
import { ordinaryDecision } from '../../steps/penalty-decision.ts';
import { statedInDecision } from './stated-in-decision.ts';

const EVIDENCE = /证据|笔录|为证|为凭|证实|佐证|印证/;

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
  reading: '案卷没有摘出，而决定书全文没有“证据”“笔录”“佐证”“证实”等字样的，认定没有载明证据。',
  decide: (decision, { file }) =>
    statedInDecision(
      [
        { name: '违法事实', value: decision.factsStated, path: 'decision.factsStated' },
        {
          name: '证据',
          value: decision.evidenceListed,
          path: 'decision.evidenceListed',
          mayStand: (text) => EVIDENCE.test(text.replaceAll(/证据(?:先行登记)?保[存全]|登记保存证据/g, '')),
        },
      ],
      file,
    ),
});
