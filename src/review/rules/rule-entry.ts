import type { Action } from '../../cases/case-file.ts';
import type { Day } from '../../law/dates.ts';
import type { Basis, Consequence, Criterion, Rule, Severity } from './rule.ts';
import { type RuleCase, ruleCases } from './rule-cases.ts';
import { ruleVersions } from './rule-versions.ts';

/** One page of the rule book: what a legal lead reads before signing it off. */
export interface RuleEntry {
  id: string;
  criterion: Criterion;
  actions: Action[];
  question: string;
  basis: Basis[];
  otherBasis: { document: string; gist: string }[];
  severity: Severity;
  consequence: Consequence;
  certainty: 'statute' | 'seed' | 'practice';
  /** First day of the first basis; null where only practice or local plans carry the rule. */
  since: Day | null;
  /** Last day, where every basis has ended. */
  until?: Day;
  reading?: string;
  cases: RuleCase[];
  version: string;
}

/** The rule as an entry of the book. */
export function ruleEntry(rule: Rule<never>): RuleEntry {
  const ends = rule.basis.map(({ to }) => to);
  const until =
    ends.length > 0 && ends.every((end) => end !== undefined) ? [...ends].sort().at(-1) : undefined;
  return {
    id: rule.id,
    criterion: rule.criterion,
    actions: rule.actions ?? ['penalty'],
    question: rule.question,
    basis: rule.basis,
    otherBasis: rule.otherBasis ?? [],
    severity: rule.severity,
    consequence: rule.consequence,
    certainty: rule.certainty ?? 'statute',
    since: rule.basis.map(({ from }) => from).sort()[0] ?? null,
    ...(until ? { until } : {}),
    ...(rule.reading ? { reading: rule.reading } : {}),
    cases: ruleCases().get(rule.id) ?? [],
    version: ruleVersions().get(rule.id) ?? '',
  };
}
