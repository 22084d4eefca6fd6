import { createHash } from 'node:crypto';
import type { Group } from '../../../discretion/evenness/group-cases.ts';
import { type Difference, judgeGroups } from '../../../discretion/evenness/judge-groups.ts';
import type { Measure, PlacedCase } from '../../../discretion/evenness/placed-case.ts';

const answers = new Map<string, Promise<Map<string, Difference>>>();
const KEPT = 60;

/** As `judgeGroups`; the same question about the same values is worked out once. */
export function judgeOnce(
  groups: readonly Group[],
  cases: readonly PlacedCase[],
  measure: Measure,
): Promise<Map<string, Difference>> {
  const mark = createHash('sha256').update(measure);
  for (const { key, values } of groups) mark.update(`${key}\n`).update(Float64Array.from(values));
  for (const one of cases) mark.update(`${one.id} ${one[measure]}\n`);
  const key = mark.digest('hex');
  const known = answers.get(key);
  if (known) return known;
  const answer = judgeGroups(groups, cases, measure);
  answers.set(key, answer);
  answer.catch(() => answers.delete(key));
  const [oldest] = answers.keys();
  if (answers.size > KEPT && oldest !== undefined) answers.delete(oldest);
  return answer;
}
