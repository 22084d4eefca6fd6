import type { CaseFile } from '../../cases/case-file.ts';
import { type Day, dayOf } from '../../law/dates.ts';

/** When the agency learnt of the act, or saw what was left of it: the act itself came before. */
export function foundDay({ violation, filing, acts = [] }: CaseFile): { day: Day; path: string } | undefined {
  if (violation.discoveredOn) return { day: violation.discoveredOn, path: 'violation.discoveredOn' };
  if (filing?.clueOn) return { day: filing.clueOn, path: 'filing.clueOn' };
  const inspected = acts.flatMap(({ kind, date, startedAt }, index) => {
    const day = date ?? (startedAt ? dayOf(startedAt) : undefined);
    return kind === 'inspection' && day
      ? [{ day, path: `acts.${index}.${date ? 'date' : 'startedAt'}` }]
      : [];
  });
  const [first] = inspected.sort((one, other) => (one.day < other.day ? -1 : 1));
  if (first) return first;
  return filing?.approvedOn ? { day: filing.approvedOn, path: 'filing.approvedOn' } : undefined;
}
