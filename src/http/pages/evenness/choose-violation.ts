import type { DecidedViolation } from '../../../discretion/evenness/placed-cases.ts';
import type { EvennessQuery } from './evenness-query.ts';

/** Which violation of which cases the page is about, and what else it could be about. */
export interface ChosenViolation {
  /** There are both invented cases and real ones. */
  both: boolean;
  data: 'example' | 'real';
  /** Of these cases and, where one is asked, of the field; each once. */
  violations: DecidedViolation[];
  fields: string[];
  /** Empty where there is none to show. */
  violation: string;
  /** Asked for, and not shown: no such violation at all, or none in the field or among the cases asked for. */
  notFound?: string;
}

/** Chooses what is asked for. Another violation stands in only for one that is known from another field or other cases. */
export function chooseViolation(
  decided: readonly DecidedViolation[],
  asked: Pick<EvennessQuery, 'data' | 'field' | 'violation'>,
): ChosenViolation {
  const both = new Set(decided.map(({ example }) => example)).size > 1;
  const same = decided.filter(({ violation }) => violation === asked.violation);
  const data = dataOf(same.length > 0 ? same : decided, both ? asked.data : '');
  const ofData = decided.filter(({ example }) => example === (data === 'example'));
  const violations = merged(ofData.filter(({ field }) => !asked.field || field === asked.field));
  const found = violations.some(({ violation }) => violation === asked.violation);
  const first = asked.violation && same.length === 0 ? '' : (violations[0]?.violation ?? '');
  return {
    both,
    data,
    violations,
    fields: [...new Set(ofData.map(({ field }) => field))].sort(),
    violation: found ? asked.violation : first,
    ...(asked.violation && !found ? { notFound: asked.violation } : {}),
  };
}

function dataOf(of: readonly DecidedViolation[], asked: EvennessQuery['data']): 'example' | 'real' {
  return asked || (of.some(({ example }) => !example) ? 'real' : 'example');
}

/** A violation that stands under several fields is one. */
function merged(violations: readonly DecidedViolation[]): DecidedViolation[] {
  const found = new Map<string, DecidedViolation>();
  for (const one of violations) {
    const known = found.get(one.violation);
    found.set(one.violation, { ...one, count: one.count + (known?.count ?? 0) });
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.violation < b.violation ? -1 : 1));
}
