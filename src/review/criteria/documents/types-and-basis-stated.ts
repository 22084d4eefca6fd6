import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { rule } from '../../rules/rule.ts';
import { penaltyDecision } from '../../steps/penalty-decision.ts';
import { statedInDecision } from './stated-in-decision.ts';

/** Norms of procedure and remedies: no basis of a penalty. */
const PROCEDURAL =
  /《[^》]*(?:行政处罚法|行政复议法|行政诉讼法|行政强制法|处罚程序规定|处罚程序)[^》]*》(?:（[^）]*）)?(?:第[^，。；《]{1,24})?/g;
const BASIS = /(?:依据|根据|依照|按照|适用|参照)[^。；\n]{0,80}(?:第[^。；\n]{1,8}条|\d+条)/;

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
  reading: '案卷没有摘出，而决定书全文除程序和救济的规定外没有“依据……第几条”的，认定没有载明处罚依据。',
  decide: (decision, { file }) =>
    statedInDecision(
      [
        {
          name: '处罚种类',
          value: decision.penalties && decision.penalties.length > 0,
          path: 'decision.penalties',
        },
        {
          name: '处罚依据',
          value: decision.basisStated,
          path: 'decision.basisStated',
          mayStand: (text) => BASIS.test(text.replaceAll(PROCEDURAL, '')),
        },
      ],
      file,
    ),
});
