import { compulsionLaw } from '../../rules/compulsion-law.ts';
import { compulsionRule, SEALING } from '../../rules/compulsion-rule.ts';
import { met, notMet, unclear } from '../../rules/rule.ts';

/** QZ-08 查封扣押的范围. */
export const objectsWithinScope = compulsionRule({
  id: 'QZ-08',
  criterion: 5,
  question: '查封、扣押的是否只限涉案财物，没有生活必需品，也没有重复查封？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    compulsionLaw(22, '查封、扣押由法律、法规规定的机关实施'),
    compulsionLaw(23, '限于涉案财物，不得及于生活必需品', { paragraph: 1, states: ['生活必需品'] }),
    compulsionLaw(23, '已被其他国家机关查封的，不得重复查封', { paragraph: 2, states: ['重复查封'] }),
  ],
  kinds: SEALING,
  none: '案卷没有查封、扣押。',
  judge: ({ objects }, path) => {
    if (!objects || objects.length === 0) {
      return unclear('查封、扣押的财物没有列明。', ['查封、扣押的场所、设施、财物'], [path]);
    }
    return objects.map(({ name, connected, necessity, sealedByOther }, index) => {
      const place = `${path}.objects.${index}`;
      const paths = [`${place}.connected`, `${place}.necessity`, `${place}.sealedByOther`];
      if (connected === false) return notMet(`${name}与违法行为无关，不得查封、扣押。`, paths);
      if (necessity) return notMet(`${name}是生活必需品，不得查封、扣押。`, paths);
      if (sealedByOther) return notMet(`${name}已被其他国家机关查封，不得重复查封。`, paths);
      const missing = [
        ...(connected === undefined ? [`${name}是否与违法行为有关`] : []),
        ...(necessity === undefined ? [`${name}是否为生活必需品`] : []),
        ...(sealedByOther === undefined ? [`${name}是否已被其他机关查封`] : []),
      ];
      return missing.length > 0
        ? unclear(`${missing.join('、')}没有载明。`, missing, paths)
        : met(`${name}与违法行为有关，不是生活必需品，没有重复查封。`, paths);
    });
  },
});
