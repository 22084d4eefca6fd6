import { type Condition, evaluate, type FactorValue, type Truth } from '../../law/condition.ts';
import type { PenaltyType } from '../../law/penalties.ts';
import { conditionOf, type Sanction } from '../../law/sanction.ts';

/** How far a provision goes with a type on the facts: 0 not at all, 1 may, 2 must; the least and the most where facts are missing. */
export type Level = readonly [least: number, most: number];

type Values = Readonly<Record<string, FactorValue>>;

export function typeLevel(sanction: Sanction, type: PenaltyType, values: Values): Level {
  const { types, mandatory, conditional = [], oneOf = [] } = sanction;
  const choices = oneOf.filter((choice) => choice.types.includes(type));
  const own = conditional.filter((entry) => entry.type === type);
  const choice = anyOf(
    choices.map(({ when }) => (when ? conditionOf({ when }) : undefined)),
    values,
  );
  // One of several must follow: this one may or must.
  if (choice === true) return [1, 2];
  const allowed =
    own.length > 0 ? anyOf(own.map(conditionOf), values) : types.includes(type) && choices.length === 0;
  const always = mandatory.includes(type) && (own.length === 0 || allowed === true);
  if (always) return [2, 2];
  const due = anyOf(own.filter(({ must }) => must).map(conditionOf), values);
  const least = allowed === true ? (due === true ? 2 : 1) : 0;
  const most = due === true || due === undefined || choice === undefined ? 2 : allowed === false ? 0 : 1;
  return [least, allowed === false && choice === false ? 0 : most];
}

function anyOf(conditions: readonly (Condition | undefined)[], values: Values): Truth {
  const truths = conditions.map((condition) => (condition ? evaluate(condition, values) : true));
  return truths.includes(true) ? true : truths.includes(undefined) ? undefined : false;
}
