import { positionInRange, rangeText } from '../../../law/fine-range.ts';
import type { Sanction } from '../../../law/sanction.ts';
import { type FineSpan, fineSum } from '../../benchmark/fine-span.ts';
import { REVISED_ON } from '../../rules/penalty-law.ts';
import { type Answer, type Context, isAnswer, met, notMet, unclear } from '../../rules/rule.ts';
import { actDay } from '../../steps/act-day.ts';
import { judgedPenalties } from '../../steps/judged-penalties.ts';

/** Whether the penalties stay within the version that governs. `why` says which and why. */
export function conformsToVersion(
  why: string,
  due: Sanction,
  span: FineSpan | Answer,
  name: string,
  where: string[],
  { file }: Context,
): Answer {
  const judged = judgedPenalties(file);
  if (isAnswer(judged)) {
    return judged.answer === 'not-applicable' && file.decision
      ? judged
      : unclear(`${why}，尚无处罚可以核对。`, ['拟处罚的种类和金额'], where);
  }
  const paths = [...where, judged.path];
  // 行政处罚法 28(2) orders it since then for every act, whatever the penal provision says.
  const general = (actDay(file)?.day ?? '') >= REVISED_ON;
  const strange = judged.penalties.find(
    ({ type }) => !due.types.includes(type) && !(general && type === 'confiscate-gains'),
  );
  if (strange) return notMet(`${why}，其中没有${judged.name}的这一处罚种类。`, paths);
  const fine = fineSum(judged);
  if (fine !== undefined && isAnswer(fine)) return fine;
  if (fine === undefined || isAnswer(span)) return met(`${why}，${judged.name}符合${name}。`, paths);
  return positionInRange(fine, span.range) === 1
    ? notMet(`${why}（${rangeText(span.range)}），${judged.name}的罚款高于它。`, [...paths, ...span.paths])
    : met(`${why}，${judged.name}符合${name}（${rangeText(span.range)}）。`, [...paths, ...span.paths]);
}
