import { positionInRange, rangeText } from '../../../law/fine-range.ts';
import type { Fen } from '../../../law/money.ts';
import { yuan } from '../../../law/money.ts';
import { type FineSpan, fineSpanFor, fineSum } from '../../benchmark/fine-span.ts';
import { lighteningOf } from '../../benchmark/lightening-of.ts';
import { GROUND_PATHS, mitigatingGrounds } from '../../benchmark/mitigating-grounds.ts';
import { unmitigated } from '../../benchmark/unmitigated.ts';
import {
  type Answer,
  type Context,
  isAnswer,
  met,
  notApplicable,
  notMet,
  unclear,
} from '../../rules/rule.ts';
import { type JudgedPenalties, judgedPenalties } from '../../steps/judged-penalties.ts';

export interface JudgedFine {
  judged: JudgedPenalties;
  fine: Fen;
  span: FineSpan;
}

/** The fine and the span it belongs in; an Answer when there is no fine or the span cannot be told. */
export function judgedFine(context: Context): JudgedFine | Answer {
  const judged = judgedPenalties(context.file);
  if (isAnswer(judged)) return judged;
  const fine = fineSum(judged);
  if (fine === undefined) return notApplicable(`${judged.name}没有罚款。`, [judged.path]);
  if (isAnswer(fine)) return fine;
  const span = fineSpanFor(context, fine);
  return isAnswer(span) ? span : { judged, fine, span };
}

/** Inside the span: met. Above: never. Below: only with a ground that was accepted, and where the decision mitigates. */
export function fineInSpan({ judged, fine, span }: JudgedFine, { file }: Context): Answer {
  const paths = [judged.path, ...span.paths];
  const found = `${judged.name}罚款${yuan(fine)}，${span.text}，即${rangeText(span.range)}`;
  const steps = [span.text, `幅度 ${rangeText(span.range)}`, `罚款 ${yuan(fine)}`];
  const place = positionInRange(fine, span.range);
  if (place === 0) return met(`${found}，在幅度内。`, paths, { steps });
  if (place === 1) return notMet(`${found}，高于上限。`, paths, { steps });
  const grounds = mitigatingGrounds(file);
  const where = [...paths, ...GROUND_PATHS];
  switch (grounds.state) {
    case 'accepted': {
      const own = lighteningOf(file, judged);
      const names = grounds.names.join('、');
      if (!own) {
        return unclear(
          `${found}，低于下限；认定了${names}，${judged.name}是从轻还是减轻处罚没有写明。`,
          ['裁量等次（是否减轻处罚）'],
          [...where, judged.gradePath],
        );
      }
      return own.mitigates
        ? met(`${found}，低于下限，有已认定的减轻情形：${names}。`, [...where, own.path], { steps })
        : notMet(
            `${found}，低于下限；认定了${names}，但${judged.name}不是减轻处罚，从轻应在幅度之内。`,
            [...where, own.path],
            { steps },
          );
    }
    case 'none':
      return notMet(`${found}，低于下限，又没有已认定的减轻情形。`, where, { steps });
    case 'claimed':
      return unclear(
        `${found}，低于下限，“${grounds.names.join('、')}”尚未认定。`,
        ['减轻情形是否认定'],
        where,
      );
    default: {
      const plain = unmitigated(file, judged);
      if (plain)
        return notMet(`${found}，低于下限，${judged.name}又没有减轻处罚。`, [...where, plain], { steps });
      return unclear(`${found}，低于下限，有无减轻情形没有写明。`, ['有无减轻处罚的情形'], where);
    }
  }
}
