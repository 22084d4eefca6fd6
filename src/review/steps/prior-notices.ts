import type { CaseFile, PriorNotice } from '../../cases/case-file.ts';
import type { Day } from '../../law/dates.ts';
import { type Answer, unclear } from '../rules/rule.ts';
import { servedDay } from './served-day.ts';

export interface ServedNotice {
  notice: PriorNotice;
  path: string;
  servedOn?: Day;
  conflict?: boolean;
  paths: string[];
}

/** Later than every day. */
const UNKNOWN = '9999';
const dayOf = ({ servedOn, notice }: ServedNotice): string => servedOn ?? notice.date ?? UNKNOWN;

/** Several notices, one of them of an unknown day: then nobody knows which was the last. */
export function lastNoticeOpen(file: CaseFile): Answer | undefined {
  const notices = priorNotices(file);
  return notices.length > 1 && notices.some((one) => dayOf(one) === UNKNOWN)
    ? unclear('案卷有几次告知，日期不全，不能确定最后一次告知。', ['各次告知的送达日期'], ['priorNotices'])
    : undefined;
}

/**
 * 事先告知, earliest first, each with the day it was served; one whose service is not known stands at its own date, and
 * last without one.
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
    .sort((a, b) => dayOf(a).localeCompare(dayOf(b)));
}
