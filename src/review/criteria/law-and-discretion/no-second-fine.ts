import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
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
import { judgedPenalties } from '../../steps/judged-penalties.ts';
import { secondFineTold } from '../../words/second-fine-told.ts';

export const noSecondFine = rule({
  id: 'C5-10',
  criterion: 5,
  question: '同一违法行为是否没有被罚款两次？',
  severity: 'block',
  consequence: 'annul',
  basis: [
    penaltyLaw('29', '同一违法行为不能罚款两次以上。', { states: ['两次以上'] }),
    formerPenaltyLaw('24', '同一违法行为不能罚款两次以上。', { states: ['两次以上'] }),
  ],
  reading:
    '不论由哪个机关作出；其他种类的处罚可以并用。是否为同一行为由人认定；材料写明就是这次的行为已被罚款，或者附有的处罚决定书罚的是同一当事人在同一期间的同一事实的，不符合。',
  about: ({ file }) => {
    const judged = judgedPenalties(file);
    if (isAnswer(judged)) return judged;
    if (!judged.penalties.some((penalty) => penalty.type === 'fine')) {
      return notApplicable(`${judged.name}没有罚款。`, [judged.path]);
    }
    const told = secondFineTold({ file });
    if (told) {
      return notMet(`同一行为已受罚款（“${told.quote}”），不能再罚款。`, [told.path, judged.path]);
    }
    return (
      file.earlierDecisions ??
      unclear(
        '需要知道当事人是否因同一行为受过罚款，案卷没有载明。',
        ['此前对当事人的处罚'],
        ['earlierDecisions'],
      )
    );
  },
  decide: (earlier) =>
    combine(
      earlier.map((decision, index): Answer => {
        const path = `earlierDecisions.${index}`;
        const paths = [`${path}.sameAct`, `${path}.fine`];
        if (decision.sameAct === false) return met(`${decision.number}不是同一行为。`, paths);
        if (decision.sameAct === undefined) {
          return unclear(
            `${decision.number}是否针对同一行为没有认定。`,
            [`${decision.number}是否同一行为`],
            paths,
          );
        }
        if (decision.fine === undefined) {
          return unclear(`${decision.number}有无罚款没有载明。`, [`${decision.number}的罚款金额`], paths);
        }
        return decision.fine > 0
          ? notMet(`同一行为已由${decision.number}罚款，不能再罚款。`, paths)
          : met(`${decision.number}没有罚款。`, paths);
      }),
      met('经查当事人没有受过处罚。', ['earlierDecisions']),
    ),
});
