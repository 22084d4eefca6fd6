import type { CaseFile, Service } from '../../cases/case-file.ts';
import type { Day } from '../../law/dates.ts';

export interface Served {
  day?: Day;
  /** The two places of the file name different days. */
  conflict?: boolean;
  paths: string[];
}

/**
 * The day a paper was served: as its own part of the file states it, else as its proof of service does.
 * Where both speak and differ, `conflict` is set and no day is given.
 */
export function servedDay(file: CaseFile, of: Service['of'], stated?: Day, statedPath?: string): Served {
  const served = (file.services ?? []).flatMap((service, index) =>
    service.of === of && service.servedOn
      ? [{ day: service.servedOn, path: `services.${index}.servedOn` }]
      : [],
  );
  const days = [...new Set(served.map(({ day }) => day))];
  const paths = served.map(({ path }) => path);
  if (stated) {
    const own = statedPath ? [statedPath] : [];
    if (days.length === 0 || days.includes(stated)) return { day: stated, paths: [...own, ...paths] };
    return { conflict: true, paths: [...own, ...paths] };
  }
  if (days.length === 1) return { day: days[0]!, paths };
  return { ...(days.length > 1 ? { conflict: true } : {}), paths };
}
