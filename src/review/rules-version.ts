import { createHash } from 'node:crypto';
import { canonicalJson } from '../law/canonical-json.ts';
import { RULES } from './criteria.ts';
import type { Rule } from './rule.ts';

/** SHA-256 (hex) over the rule book as it runs: ids, questions, bases, severities and the code that decides. */
export function rulesVersion(rules: Rule<never>[] = RULES): string {
  if (rules === RULES && cached?.count === rules.length) return cached.version;
  const definitions = rules.map((rule) => ({
    id: rule.id,
    criterion: rule.criterion,
    question: rule.question,
    severity: rule.severity,
    consequence: rule.consequence,
    basis: rule.basis,
    otherBasis: rule.otherBasis ?? [],
    reading: rule.reading ?? '',
    code: [rule.lawOf, rule.about, rule.decide].map((part) =>
      part ? String(part).replace(/\s+/g, ' ') : '',
    ),
  }));
  const version = createHash('sha256').update(canonicalJson(definitions)).digest('hex');
  if (rules === RULES) cached = { count: rules.length, version };
  return version;
}

let cached: { count: number; version: string } | undefined;
