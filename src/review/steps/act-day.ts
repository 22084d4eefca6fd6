import type { CaseFile } from '../../cases/case-file.ts';
import type { Day } from '../../law/dates.ts';

/** The day whose substantive law governs: the act's, or the last day of a continuing one (行政处罚法 37). */
export function actDay(file: CaseFile): { day: Day; path: string } | undefined {
  const { endedOn, startedOn, continuing } = file.violation;
  if (endedOn) return { day: endedOn, path: 'violation.endedOn' };
  // Without an end, only an act known to be a single one has its day.
  if (startedOn && continuing === false) return { day: startedOn, path: 'violation.startedOn' };
  return undefined;
}
