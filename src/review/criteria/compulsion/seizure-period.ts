import { compulsionLaw } from '../../rules/compulsion-law.ts';
import { compulsionRule, SEALING } from '../../rules/compulsion-rule.ts';
import { endedInTime } from './measure-limit.ts';

/** QZ-07 查封扣押的期限. */
export const seizurePeriod = compulsionRule({
  id: 'QZ-07',
  criterion: 3,
  question: '查封、扣押是否不超过三十日，延长不超过三十日，检测鉴定期间书面告知后扣除？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    compulsionLaw(25, '不超过三十日，经负责人批准可延长，延长不超过三十日，法律、行政法规另有规定的除外', {
      paragraph: 1,
      states: ['不得超过三十日'],
    }),
    compulsionLaw(25, '延长的决定及时书面告知并说明理由', { paragraph: 2, states: ['书面告知'] }),
    compulsionLaw(25, '检测鉴定期间明确并书面告知的，不计入', { paragraph: 3, states: ['书面告知'] }),
  ],
  reading:
    '采取当日不计，第三十日仍在期限内，末日逢节假日不顺延；延长以一次为限；检测鉴定首日、末日均不计入期限，没有书面告知的照计；延长在届满后决定、未经负责人批准、没有书面告知或者说明理由的，不计。',
  kinds: SEALING,
  none: '案卷没有查封、扣押。',
  judge: endedInTime,
});
