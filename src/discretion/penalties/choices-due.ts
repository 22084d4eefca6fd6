import { citationText } from '../../law/citation.ts';
import { type Condition, evaluate, type FactorValue } from '../../law/condition.ts';
import type { PenaltyType } from '../../law/penalties.ts';
import { conditionOf, oneOfText, placeOf, type Sanction } from '../../law/sanction.ts';
import type { PenaltiesDue } from '../tier-result.ts';
import { type Hanging, hang } from './penalty-questions.ts';

/** The conditions under which a provision demands one of several, or others act beside the penalty. */
export function conditionsOfChoices({ oneOf = [], also = [] }: Sanction): Condition[] {
  return [...oneOf, ...also].flatMap(({ when }) => (when && when !== 'serious' ? [when] : []));
}

/**
 * Adds to what is due the choices of a provision (停业整顿或者吊销执照: one must follow, which one a person says) and what others do
 * beside the penalty. Gives the types that are thereby told and not to be told again; a choice that hangs on a missing fact is open.
 */
export function choicesDue(
  sanction: Sanction,
  due: PenaltiesDue,
  values: Readonly<Record<string, FactorValue>>,
  hanging: Hanging,
): Set<PenaltyType> {
  const told = new Set<PenaltyType>();
  for (const choice of sanction.oneOf ?? []) {
    const { types, when } = choice;
    const missing = new Set<string>();
    const truth = when ? evaluate(conditionOf({ when }), values, missing) : true;
    if (truth === false) continue;
    hang(hanging, missing, oneOfText(choice), true);
    const penalty = {
      oneOf: types,
      text: oneOfText(choice),
      basis: citationText(placeOf(sanction, types[0]!)),
    };
    (truth ? due.required : due.open).push(penalty);
    // What the provision allows anyhow stays open to the agency while nobody knows whether the choice is due.
    for (const type of types) if (truth || hangs(sanction, type)) told.add(type);
  }
  for (const { text, when } of sanction.also ?? []) {
    if (when && evaluate(conditionOf({ when }), values) === false) continue;
    due.measures.push({ text, basis: citationText(sanction.provision) });
  }
  return told;
}

function hangs({ conditional = [] }: Sanction, type: PenaltyType): boolean {
  return conditional.some((entry) => entry.type === type);
}
