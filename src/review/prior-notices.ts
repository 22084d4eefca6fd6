import type { CaseFile, PriorNotice } from '../cases/case-file.ts';
import type { Day } from '../law/dates.ts';
import { servedDay } from './served-day.ts';

export interface ServedNotice {
  notice: PriorNotice;
  path: string;
  servedOn?: Day;
  conflict?: boolean;
  paths: string[];
}

/**
 * 事先告知, earliest first, each with the day it was served; those without a known day come last.
 * The proof of service fills in a missing day only where the case has one notice.
 */
export function priorNotices(file: CaseFile): ServedNotice[] {
  const notices = file.priorNotices ?? [];
  return notices
    .map((notice, index): ServedNotice => {
      const path = `priorNotices.${index}`;
      if (notices.length > 1) {
        return notice.servedOn
          ? { notice, path, servedOn: notice.servedOn, paths: [`${path}.servedOn`] }
          : { notice, path, paths: [] };
      }
      const { day, conflict, paths } = servedDay(file, 'prior-notice', notice.servedOn, `${path}.servedOn`);
      return { notice, path, paths, ...(day ? { servedOn: day } : {}), ...(conflict ? { conflict } : {}) };
    })
    .sort((a, b) => (a.servedOn ?? '9999').localeCompare(b.servedOn ?? '9999'));
}
