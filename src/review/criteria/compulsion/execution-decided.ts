import type { Day } from '../../../law/dates.ts';
import { type Compulsion, startOf } from '../../rules/compulsion-rule.ts';
import { type Answer, notApplicable, unclear } from '../../rules/rule.ts';

/** The day of the decision on execution; not applicable where nothing shows that one has been made. */
export function executionDecided(entry: Compulsion, path: string): { day: Day; path: string } | Answer {
  const place = `${path}.execution.date`;
  if (entry.execution?.date) return { day: entry.execution.date, path: place };
  const begun = entry.execution ? { path: `${path}.execution` } : startOf(entry, path);
  return begun
    ? unclear('强制执行决定的日期没有载明。', ['强制执行决定的日期'], [begun.path])
    : notApplicable('尚未作出强制执行决定。', [place]);
}
