import { elementsStated } from '../../elements-stated.ts';
import { licenceLaw } from '../../licence-law.ts';
import { licenceRule } from '../../licence-rule.ts';
import { notApplicable, unclear } from '../../rule.ts';

/** XK-08 不予许可说明理由并告知救济. */
export const refusalReasoned = licenceRule({
  id: 'XK-08',
  criterion: 7,
  question: '不予许可的，是否书面说明理由并告知复议、诉讼的权利？',
  severity: 'block',
  consequence: 'unlawful-minor',
  certainty: 'statute',
  basis: [
    licenceLaw(38, '不予许可应书面说明理由，告知复议、诉讼权利', {
      paragraph: 2,
      states: ['书面', '说明理由', '行政复议', '行政诉讼'],
    }),
  ],
  judge: ({ licenceDecision: decision }) => {
    const paths = ['licence.licenceDecision.result'];
    if (!decision || decision.draft) return notApplicable('尚未作出许可决定。', ['licence.licenceDecision']);
    if (decision.result === 'granted') return notApplicable('本案准予许可。', paths);
    if (!decision.result) return unclear('准予还是不予许可没有载明。', ['准予还是不予许可'], paths);
    return elementsStated(
      decision,
      'licence.licenceDecision',
      {
        inWriting: '书面形式',
        reasonsStated: '理由',
        reconsiderationTold: '申请行政复议的权利',
        litigationTold: '提起行政诉讼的权利',
      },
      '不予许可决定',
    );
  },
});
