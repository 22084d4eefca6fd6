import { positionInRange } from '../../../law/fine-range.ts';
import { yuan } from '../../../law/money.ts';
import { fineSpanFor, fineSum } from '../../benchmark/fine-span.ts';
import { lighteningOf } from '../../benchmark/lightening-of.ts';
import { GROUND_PATHS, mitigatingGrounds } from '../../benchmark/mitigating-grounds.ts';
import { mitigationDenied, onlyEquity } from '../../benchmark/mitigation-denied.ts';
import { unmitigated } from '../../benchmark/unmitigated.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { judgedPenalties } from '../../steps/judged-penalties.ts';

export const mitigationGrounded = rule({
  id: 'C5-22',
  criterion: 5,
  question: '减轻处罚是否有法定事由并说明理由？',
  severity: 'block',
  consequence: 'annul',
  basis: [
    penaltyLaw('32', '列出应当从轻或者减轻的情形。'),
    penaltyLaw('30', '已满十四周岁不满十八周岁的应当从轻或者减轻。', { states: ['十四周岁', '十八周岁'] }),
    penaltyLaw('31', '尚未完全丧失辨认或者控制能力的，可以从轻或者减轻。'),
    formerPenaltyLaw('27', '列出应当从轻或者减轻的情形。', { paragraph: 1 }),
    formerPenaltyLaw('25', '已满十四周岁不满十八周岁的应当从轻或者减轻。'),
  ],
  otherBasis: [{ document: '国务院办公厅关于裁量基准的文件（文本待确认）', gist: '减轻处罚从严把握。' }],
  reading:
    '理由只有经济困难、认错配合、初次违法等而没有一项法定事由，也没有引用任何规定的，不符合；案卷其他材料写明没有减轻情形的，不符合。等次写明减轻，或者罚款低于法定下限，都算减轻处罚；从轻在幅度之内，不需要本规则的事由；应当从轻或者减轻的，决定写从轻的就是从轻，不能低于下限。',
  about: (context) => {
    const judged = judgedPenalties(context.file);
    if (isAnswer(judged)) return judged;
    const paths = [judged.path, judged.gradePath];
    if (judged.grade === 'mitigated') return { why: `${judged.name}为减轻处罚`, paths, judged };
    const fine = fineSum(judged);
    if (isAnswer(fine)) return fine;
    const span = fine === undefined ? undefined : fineSpanFor(context, fine);
    if (span && !isAnswer(span)) {
      const where = [...paths, ...span.paths];
      if (positionInRange(fine!, span.range) === -1) {
        return { why: `${judged.name}罚款${yuan(fine!)}，低于法定下限`, paths: where, judged };
      }
      if (judged.grade) return notApplicable(`${judged.name}没有减轻处罚。`, where);
    } else if (judged.grade && (!span || span.answer === 'not-applicable')) {
      return notApplicable(`${judged.name}没有减轻处罚。`, paths);
    }
    return unclear(
      '是否减轻处罚不能确定。',
      [...(judged.grade ? [] : ['裁量等次']), ...(isAnswer(span) ? (span.missing ?? []) : [])],
      paths,
    );
  },
  decide: ({ why, paths, judged }, { file }) => {
    const grounds = mitigatingGrounds(file);
    const where = [...paths, ...GROUND_PATHS];
    if (grounds.state === 'accepted') {
      const own = lighteningOf(file, judged);
      const names = grounds.names.join('、');
      if (!own) {
        return unclear(
          `${why}，认定了${names}，${judged.name}是从轻还是减轻处罚没有写明。`,
          ['裁量等次（是否减轻处罚）'],
          where,
        );
      }
      if (!own.mitigates) {
        return notMet(`${why}，认定了${names}，但${judged.name}不是减轻处罚，从轻应在幅度之内。`, [
          ...where,
          own.path,
        ]);
      }
      const reasoned = grounds.accepted.some((ground) => ground.reason);
      return reasoned
        ? met(`${why}，已认定${names}并说明理由。`, [...where, own.path])
        : unclear(`${why}，已认定${names}，没有写明理由。`, ['认定减轻情形的理由'], where);
    }
    if (grounds.state === 'none') return notMet(`${why}，没有已认定的法定减轻事由。`, where);
    const denied = mitigationDenied(file);
    if (denied) return notMet(`${why}，案卷写明“${denied.quote}”。`, [...where, denied.path]);
    const reasons = judged.of === 'decision' ? file.decision?.discretionReasons : undefined;
    if (judged.grade === 'mitigated' && onlyEquity(reasons)) {
      return notMet(`${why}，理由“${reasons!.slice(0, 40)}”不是法定减轻事由。`, [
        ...where,
        'decision.discretionReasons',
      ]);
    }
    const plain = grounds.state === 'unknown' ? unmitigated(file, judged) : undefined;
    if (plain) return notMet(`${why}，${judged.name}没有写减轻处罚的事由。`, [...where, plain]);
    return grounds.state === 'claimed'
      ? unclear(`${why}，“${grounds.names.join('、')}”尚未认定。`, ['减轻情形是否认定'], where)
      : unclear(`${why}，有无法定减轻事由没有写明。`, ['有无减轻情形'], where);
  },
});
