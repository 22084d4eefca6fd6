import { GRADES } from '../../../law/penalties.ts';
import {
  GROUND_PATHS,
  mitigatingGrounds,
  nameOfGround,
  obligationOf,
} from '../../benchmark/mitigating-grounds.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { judgedPenalties } from '../../steps/judged-penalties.ts';

export const mitigationApplied = rule({
  id: 'C5-16',
  criterion: 5,
  question: '已认定应当从轻或者减轻的，是否从轻或者减轻？',
  severity: 'block',
  consequence: 'annul',
  basis: [
    penaltyLaw('32', '列出应当从轻或者减轻的情形。'),
    penaltyLaw('30', '已满十四周岁不满十八周岁的应当从轻或者减轻。', { states: ['十四周岁', '十八周岁'] }),
    formerPenaltyLaw('27', '列出应当从轻或者减轻的情形。', { paragraph: 1 }),
    formerPenaltyLaw('25', '已满十四周岁不满十八周岁的应当从轻或者减轻。'),
  ],
  reading:
    '精神、智力状况受限的（处罚法第三十一条），以及其他法律、法规、规章写“可以”从轻或者减轻的，不在“应当”之列；其他规范的条文写的是“应当”还是“可以”没有写明、又没有从轻减轻的，不清楚。',
  about: ({ file }) => {
    const grounds = mitigatingGrounds(file);
    const due = grounds.accepted.filter((ground) => obligationOf(ground) !== 'may');
    if (due.length > 0) {
      const judged = judgedPenalties(file);
      const unsaid = due.every((ground) => obligationOf(ground) === 'unsaid');
      return isAnswer(judged) ? judged : { judged, names: due.map(nameOfGround), unsaid };
    }
    const { claimed } = grounds;
    if (claimed.length > 0) {
      return unclear(
        `当事人提出“${claimed.join('、')}”，是否认定没有写明。`,
        ['提出的从轻、减轻情形是否认定'],
        GROUND_PATHS,
      );
    }
    return grounds.state === 'unknown'
      ? unclear('有无应当从轻、减轻的情形没有写明。', ['有无从轻、减轻情形'], GROUND_PATHS)
      : notApplicable('没有已认定的应当从轻、减轻的情形。', GROUND_PATHS);
  },
  decide: ({ judged, names, unsaid }) => {
    const paths = [...GROUND_PATHS, judged.gradePath];
    const found = `已认定${names.join('、')}`;
    if (!judged.grade) return unclear(`${found}，${judged.name}属于哪一等次没有写明。`, ['裁量等次'], paths);
    const name = GRADES[judged.grade];
    const stayed = judged.grade === 'ordinary' || judged.grade === 'heavier';
    if (stayed && unsaid) {
      return unclear(
        `${found}，${judged.name}为${name}；所依据的条文写的是“应当”还是“可以”没有写明。`,
        ['所依据的条文写“应当”还是“可以”从轻或者减轻'],
        paths,
      );
    }
    return stayed
      ? notMet(`${found}，应当从轻或者减轻，${judged.name}为${name}。`, paths)
      : met(`${found}，${judged.name}为${name}。`, paths);
  },
});
