import { GRADES } from '../../../law/penalties.ts';
import { quotedTierFault } from '../../benchmark/quoted-tier-fault.ts';
import { standingDeviation } from '../../benchmark/standing-deviation.ts';
import { tierNameFault } from '../../benchmark/tier-name-fault.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import { met, notMet, rule, unclear } from '../../rules/rule.ts';
import { computedTier } from './computed-tier.ts';

export const tierMatchesFacts = rule({
  id: 'C5-18',
  criterion: 5,
  question: '裁量阶次是否与情节相符？',
  severity: 'major',
  consequence: 'annul',
  basis: [
    penaltyLaw('5', '处罚要与事实、性质、情节和社会危害程度相当。', { paragraph: 2 }),
    penaltyLaw('34', '可以制定裁量基准，规范行使裁量权。'),
  ],
  reading:
    '决定书的阶次与此前各份材料写明的阶次都不同又没有说明的，或者认定初次违法而材料载明曾因同类行为受罚的，不符合。案卷引述了裁量基准的阶次，而决定认定的数量属于另一阶次的，不符合。决定引用的基准不在库中的，不用库中的其他基准核对。阶次不同而有偏离裁量基准的记载的，在此不算不符合，由 C5-20 核对偏离的理由和批准。',
  about: (context) => tierNameFault(context) ?? quotedTierFault(context) ?? computedTier(context),
  decide: ({ judged, result, paths }, { file }) => {
    const { tier } = result;
    const named = judged.of === 'decision' ? file.decision?.tier : undefined;
    const stated = named ?? (judged.grade && GRADES[judged.grade]);
    const where = [...paths, ...(named ? ['decision.tier'] : [judged.gradePath])];
    if (!stated) return unclear(`${judged.name}适用哪一阶次没有写明。`, ['适用的裁量阶次'], where);
    const due = `按情节应为“${tier.name}”（${tier.conditions}）`;
    if (named ? named === tier.name : judged.grade === tier.grade) {
      return met(`${due}，${judged.name}为“${stated}”。`, where);
    }
    return standingDeviation(file)
      ? met(`${due}，${judged.name}为“${stated}”，有偏离裁量基准的记载。`, [
          ...where,
          'proposal.deviation.reason',
        ])
      : notMet(`${due}，${judged.name}为“${stated}”，没有偏离裁量基准的记载。`, where);
  },
});
