import { createHash } from 'node:crypto';
import { canonicalJson } from '../../law/canonical-json.ts';
import { RULES } from '../criteria.ts';
import { ruleVersions } from './rule-versions.ts';

let version: string | undefined;

/** SHA-256 (hex) over the rule book as it runs: every rule, in order, with the version of its code and texts. */
export function rulesVersion(): string {
  const each = ruleVersions();
  version ??= createHash('sha256')
    .update(canonicalJson(RULES.map(({ id }) => [id, each.get(id) ?? ''])))
    .digest('hex');
  return version;
}
