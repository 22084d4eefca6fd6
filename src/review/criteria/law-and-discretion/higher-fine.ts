import { citationText } from '../../../law/citation.ts';
import { rangeText } from '../../../law/fine-range.ts';
import { type FineSpan, fineSpan, spanOf } from '../../benchmark/fine-span.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import {
  type Answer,
  combine,
  isAnswer,
  met,
  notApplicable,
  notMet,
  rule,
  unclear,
} from '../../rules/rule.ts';
import { actDay } from '../../steps/act-day.ts';
import { judgedPenalties } from '../../steps/judged-penalties.ts';
import { compareSanctions } from './compare-sanctions.ts';

const ALSO = 'provisions.alsoPunishing';

export const higherFine = rule({
  id: 'C5-11',
  criterion: 5,
  question: '同一行为违反几个规范都应罚款的，是否按罚款数额高的规定处罚？',
  severity: 'block',
  consequence: 'annul',
  basis: [
    penaltyLaw('29', '同一行为违反几个规范都应罚款的，适用罚款数额高的规定。', {
      states: ['罚款数额高的规定'],
    }),
  ],
  reading:
    '先比最高额，再比最低额；两者方向不一或者完全相同的由人判断。案卷没有记载同一行为还违反其他规范的，视为没有这种情形，不适用，不要求补充。行为在2021年7月15日以前终了的，当时没有这一规定。',
  lawOf: ({ file }) => actDay(file)?.day,
  about: (context) => {
    const { file, book } = context;
    const others = file.provisions?.alsoPunishing ?? [];
    if (others.length === 0) return notApplicable('案卷没有记载同一行为还违反其他应当罚款的规范。', [ALSO]);
    const judged = judgedPenalties(file);
    if (isAnswer(judged)) return judged;
    if (!judged.penalties.some((penalty) => penalty.type === 'fine')) {
      return notApplicable(`${judged.name}没有罚款。`, [judged.path]);
    }
    const applied = fineSpan(context);
    if (isAnswer(applied)) {
      return applied.answer === 'not-applicable'
        ? unclear(
            `${judged.name}有罚款，引用的罚则没有罚款，不能与同一行为违反的其他规范比较。`,
            ['据以罚款的条款'],
            applied.paths,
          )
        : applied;
    }
    const act = actDay(file);
    if (!act) return unclear('违法行为的日期没有载明。', ['违法行为发生日或者终了日'], ['violation']);
    return others.map((citation): { text: string; applied: FineSpan; other: FineSpan | Answer } => {
      const sanction = book.sanctionOf(citation, act.day);
      const text = citationText(citation);
      return {
        text,
        applied,
        other: sanction
          ? spanOf(sanction, file, [ALSO, act.path])
          : unclear(`需要核对${text}的罚则，法规库中没有。`, [`${text}的罚则`], [ALSO]),
      };
    });
  },
  decide: (pairs) =>
    combine(
      pairs.map(({ text, applied, other }): Answer => {
        if (isAnswer(other)) return other;
        const paths = [...new Set([...applied.paths, ...other.paths])];
        const found = `适用的为${rangeText(applied.range)}，${text}为${rangeText(other.range)}`;
        const steps = [applied.text, other.text];
        switch (compareSanctions({ types: [], range: applied.range }, { types: [], range: other.range })) {
          case 'lighter':
            return met(`${found}，已按罚款数额高的规定处罚。`, paths, { steps });
          case 'heavier':
            return notMet(`${found}，应按罚款数额高的后者处罚。`, paths, { steps });
          case 'same':
            return unclear(`${found}，两者相同，适用哪一个需要人判断。`, ['选择适用规范的理由'], paths);
          default:
            return unclear(`${found}，最高额与最低额方向不一，需要人判断。`, ['选择适用规范的理由'], paths);
        }
      }),
      notApplicable('没有可比较的规范。', [ALSO]),
    ),
});
