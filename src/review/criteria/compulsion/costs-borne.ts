import { compulsionLaw } from '../../rules/compulsion-law.ts';
import { compulsionRule, SEALING } from '../../rules/compulsion-rule.ts';
import { met, notMet, unclear } from '../../rules/rule.ts';

/** QZ-18 检测和保管费用由机关承担. */
export const costsBorne = compulsionRule({
  id: 'QZ-18',
  criterion: 3,
  question: '检测鉴定费用和保管费用是否由行政机关承担？',
  severity: 'minor',
  consequence: 'correctable',
  certainty: 'statute',
  basis: [
    compulsionLaw(25, '检测、检验、检疫、鉴定费用由机关承担', {
      paragraph: 3,
      states: ['费用由行政机关承担'],
    }),
    compulsionLaw(26, '保管费用由机关承担', { paragraph: 3, states: ['保管费用由行政机关承担'] }),
  ],
  kinds: SEALING,
  none: '案卷没有查封、扣押。',
  judge: ({ fees = {} }, path) => {
    const paths = [`${path}.fees.testingCharged`, `${path}.fees.keepingCharged`];
    const charged = [
      ...(fees.testingCharged ? ['检测鉴定费用'] : []),
      ...(fees.keepingCharged ? ['保管费用'] : []),
    ];
    if (charged.length > 0) return notMet(`${charged.join('、')}应由机关承担，却向当事人收取。`, paths);
    const missing = [
      ...(fees.testingCharged === undefined ? ['是否向当事人收取检测鉴定费用'] : []),
      ...(fees.keepingCharged === undefined ? ['是否向当事人收取保管费用'] : []),
    ];
    return missing.length > 0
      ? unclear(`${missing.join('、')}没有载明。`, missing, paths)
      : met('没有向当事人收取检测鉴定费用和保管费用。', paths);
  },
});
