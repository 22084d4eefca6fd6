import type { Day } from '../../law/dates.ts';
import { actsOfCase, type PlacedAct } from '../criteria/officers/acts-of-case.ts';
import { type ActView, type Answer, isAnswer, unclear } from '../rules/rule.ts';

/** The visits of an inspection, as the file records them; unclear when it records none. */
export function inspectionVisits(file: ActView): PlacedAct[] | Answer {
  const visits = actsOfCase(file, ['inspection']);
  if (isAnswer(visits) || visits.length > 0) return visits;
  return unclear('案卷没有检查的记载。', ['现场检查的记录'], ['acts']);
}

/** The day of the inspection: the one stated, else that of the first visit. */
export function inspectionDay(file: ActView): { day: Day; path: string } | undefined {
  const stated = file.inspection?.date;
  if (stated) return { day: stated, path: 'inspection.date' };
  const visits = inspectionVisits(file);
  if (isAnswer(visits)) return undefined;
  const [first] = visits
    .flatMap(({ day, dayPath }) => (day && dayPath ? [{ day, path: dayPath }] : []))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  return first;
}
