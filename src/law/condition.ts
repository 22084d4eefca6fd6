/** A circumstance as the case file holds it: a number (with the unit of its factor), a word, or yes/no. */
export type FactorValue = number | string | boolean;

/** One test over a factor. `within` is a list of words; the others compare numbers or equality. */
export interface Test {
  factor: string;
  op: '=' | '!=' | '<' | '<=' | '>' | '>=' | 'within';
  value: FactorValue | FactorValue[];
}

/** Tests joined by all (且) or any (或); nesting is allowed. */
export type Condition = Test | { all: Condition[] } | { any: Condition[] } | { not: Condition };

/** Three-valued: `undefined` is "a fact is missing", which is never true and never false. */
export type Truth = boolean | undefined;

/** Evaluates a condition over known factors (Kleene's strong three-valued logic). `missing` collects the unknown factors. */
export function evaluate(
  condition: Condition,
  factors: Readonly<Record<string, FactorValue | undefined>>,
  missing: Set<string> = new Set(),
): Truth {
  if ('all' in condition) return join(condition.all, false);
  if ('any' in condition) return join(condition.any, true);
  if ('not' in condition) {
    const truth = evaluate(condition.not, factors, missing);
    return truth === undefined ? undefined : !truth;
  }
  const value = factors[condition.factor];
  if (value === undefined) {
    missing.add(condition.factor);
    return undefined;
  }
  return compare(value, condition);

  function join(parts: Condition[], decisive: boolean): Truth {
    let unknown = false;
    for (const part of parts) {
      const truth = evaluate(part, factors, missing);
      if (truth === decisive) return decisive;
      if (truth === undefined) unknown = true;
    }
    return unknown ? undefined : !decisive;
  }
}

function compare(value: FactorValue, test: Test): boolean {
  if (test.op === 'within') return Array.isArray(test.value) && test.value.includes(value);
  if (test.op === '=') return value === test.value;
  if (test.op === '!=') return value !== test.value;
  if (typeof value !== 'number' || typeof test.value !== 'number') {
    throw new RangeError(`情节“${test.factor}”不是数值，不能用 ${test.op} 比较`);
  }
  if (test.op === '<') return value < test.value;
  if (test.op === '<=') return value <= test.value;
  if (test.op === '>') return value > test.value;
  return value >= test.value;
}
