import type { Admitted, Evidence } from './admitted-evidence.ts';
import { type Answer, combine, notApplicable, unclear } from './rule.ts';

/**
 * Judges the evidence of some kinds. A piece whose kind nobody noted may be one of them: unclear. Not applicable
 * where there is none; `called` is the kinds' name.
 */
export function judgeKind(
  admitted: Admitted[],
  kinds: NonNullable<Evidence['kind']>[],
  called: string,
  judge: (piece: Admitted) => Answer,
): Answer {
  const answers = admitted.flatMap((piece): Answer[] => {
    const { kind, name } = piece.entry;
    if (kind) return kinds.includes(kind) ? [judge(piece)] : [];
    return [
      unclear(
        `证据“${name}”没有写明种类，不能判断是否为${called}。`,
        [`证据“${name}”的种类`],
        [`${piece.path}.kind`],
      ),
    ];
  });
  return combine(answers, notApplicable(`本案没有采用${called}。`, ['evidence']));
}
