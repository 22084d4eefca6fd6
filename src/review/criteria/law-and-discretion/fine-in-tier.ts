import { finesOfTier } from '../../../discretion/spans/range-of-tier.ts';
import { positionInRange } from '../../../law/fine-range.ts';
import { yuan } from '../../../law/money.ts';
import { fineSum } from '../../benchmark/fine-span.ts';
import { GROUND_PATHS, mitigatingGrounds } from '../../benchmark/mitigating-grounds.ts';
import { quotedSpanFault } from '../../benchmark/quoted-span-fault.ts';
import { standingDeviation } from '../../benchmark/standing-deviation.ts';
import { toldSpanFault } from '../../benchmark/told-span-faults.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import { isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { computedResult } from './computed-tier.ts';

export const fineInTier = rule({
  id: 'C5-19',
  criterion: 5,
  question: '罚款数额是否在该阶次的幅度内？',
  severity: 'major',
  consequence: 'annul',
  basis: [penaltyLaw('34', '可以制定裁量基准，规范行使裁量权。')],
  otherBasis: [{ document: '国务院办公厅关于裁量基准的文件（文本待确认）', gist: '按阶次行使裁量权。' }],
  reading:
    '案卷写明所适用阶次的罚款幅度的，罚款不在其中任何一个幅度内的不符合；案卷引述的裁量基准表中该阶次的幅度也是。是否含本数依基准自己的规定；阶次幅度先与法定幅度取交集。认定了法定减轻事由而减轻处罚的，是依法律减轻，不是偏离基准，由 C5-22 核对事由。',
  about: (context) => toldSpanFault(context) ?? quotedSpanFault(context) ?? computedResult(context),
  decide: ({ judged, result, paths }, { file }) => {
    const fine = fineSum(judged);
    if (fine === undefined) return notApplicable(`${judged.name}没有罚款。`, [judged.path]);
    if (isAnswer(fine)) return fine;
    const where = [...paths, judged.path];
    const name = result.tier
      ? `“${result.tier.name}”阶次`
      : `按裁量基准${result.settled === 'weights' ? '权重累加' : '单位数额'}计算`;
    if (result.grounds.noPenalty === 'must') {
      return notApplicable('按案卷事实应当不予处罚，没有可以比较的幅度，事由由 C5-12 等核对。', where);
    }
    if (!result.range) {
      return !result.tier || finesOfTier(result.tier).length > 0
        ? unclear(
            `${name}的幅度不能算出。`,
            result.missing.length > 0 ? result.missing.map((fact) => fact.question) : ['法定幅度'],
            where,
          )
        : notMet(`${name}不予罚款，${judged.name}罚款${yuan(fine)}。`, where);
    }
    const found = `${name}为${result.range.text}，${judged.name}罚款${yuan(fine)}`;
    const steps = result.steps.map(({ step, value }) => `${step}：${value}`);
    if (positionInRange(fine, result.range) === 0) return met(`${found}。`, where, { steps });
    if (positionInRange(fine, result.range) === -1 && judged.grade === 'mitigated') {
      const grounds = mitigatingGrounds(file);
      if (grounds.state === 'accepted') {
        return notApplicable(
          `${found}；已认定${grounds.names.join('、')}，依法减轻处罚，不受阶次下限约束，减轻的事由见 C5-22。`,
          [...where, judged.gradePath, ...GROUND_PATHS],
        );
      }
    }
    return standingDeviation(file)
      ? met(`${found}，有偏离裁量基准的记载。`, [...where, 'proposal.deviation.reason'], { steps })
      : notMet(`${found}，不在幅度内，没有偏离裁量基准的记载。`, where, { steps });
  },
});
