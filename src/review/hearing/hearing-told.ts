import type { CaseFile } from '../../cases/case-file.ts';
import type { Day } from '../../law/dates.ts';
import { priorNotices } from '../steps/prior-notices.ts';
import { servedDay } from '../steps/served-day.ts';

export interface HearingTold {
  /** Whether the right to a hearing was told; `undefined` when the file does not say. */
  told: boolean | undefined;
  on?: Day;
  conflict?: boolean;
  paths: string[];
}

/**
 * 听证权利的告知: by its own paper (the day it was served), else by a prior notice that names the right.
 * Of several prior notices the last served one counts, because the period runs anew from it.
 */
export function hearingTold(file: CaseFile): HearingTold {
  const own = servedDay(file, 'hearing-right-notice', file.hearing?.toldOn, 'hearing.toldOn');
  if (own.day) return { told: true, on: own.day, paths: own.paths };
  if (own.conflict) return { told: true, conflict: true, paths: own.paths };
  const notices = priorNotices(file);
  const naming = notices.filter(({ notice }) => notice.rights?.includes('hearing')).at(-1);
  if (naming) {
    return {
      told: true,
      paths: [`${naming.path}.rights`, ...naming.paths],
      ...(naming.servedOn ? { on: naming.servedOn } : {}),
      ...(naming.conflict ? { conflict: true } : {}),
    };
  }
  const silent = notices.length > 0 && notices.every(({ notice }) => notice.rights !== undefined);
  return {
    told: silent ? false : undefined,
    paths: silent ? notices.map(({ path }) => `${path}.rights`) : [],
  };
}
