import { elementsStated } from '../../rules/elements-stated.ts';
import { licenceLaw } from '../../rules/licence-law.ts';
import { licenceRule } from '../../rules/licence-rule.ts';
import { notApplicable, unclear } from '../../rules/rule.ts';

const AT = 'licence.licenceDecision';

/** XK-08 不予许可说明理由、告知救济. */
export const refusalReasoned = licenceRule({
  id: 'XK-08',
  criterion: 7,
  question: '不予许可的，是否书面决定、说明理由，并告知申请复议、提起诉讼的权利？',
  severity: 'block',
  consequence: 'unlawful-minor',
  certainty: 'statute',
  basis: [
    licenceLaw(38, '不予许可的书面决定说明理由，并告知申请行政复议、提起行政诉讼的权利', {
      paragraph: 2,
      states: ['书面决定', '说明理由', '行政复议', '行政诉讼'],
    }),
  ],
  reading: '复议和诉讼都要告知，只告知一项的不符合；不予延续的决定同样核对。',
  judge: ({ licenceDecision, renewal }) => {
    if (!licenceDecision && renewal?.refused && renewal.decidedOn) {
      return unclear(
        '不予延续也是不予许可，决定是否书面、是否说明理由和告知救济没有载明。',
        ['不予延续的决定的内容'],
        [AT, 'licence.renewal.refused', 'licence.renewal.decidedOn'],
      );
    }
    if (!licenceDecision) return notApplicable('尚未作出许可决定。', [AT]);
    const { result } = licenceDecision;
    if (result === 'granted') return notApplicable('本案准予许可。', [`${AT}.result`]);
    if (!result) {
      return unclear('准予还是不予许可没有载明。', ['准予还是不予许可'], [`${AT}.result`]);
    }
    return elementsStated(
      licenceDecision,
      AT,
      {
        inWriting: '书面形式',
        reasonsStated: '理由',
        reconsiderationTold: '申请复议的权利',
        litigationTold: '提起诉讼的权利',
      },
      '不予许可决定',
    );
  },
});
