import type { Day } from '../../../law/dates.ts';
import { hearingHeld } from '../../hearing/hearing-held.ts';
import { type Answer, type Context, unclear } from '../../rules/rule.ts';
import { servedDay } from '../../steps/served-day.ts';

/** The day the hearing notice was served and the day of the hearing; unclear when either is missing. */
export function hearingDays({ file }: Context): { noticeOn: Day; heldOn: Day; paths: string[] } | Answer {
  const notice = servedDay(file, 'hearing-notice', file.hearing?.noticeServedOn, 'hearing.noticeServedOn');
  const heldOn = file.hearing?.heldOn;
  const paths = [...notice.paths, ...(heldOn ? ['hearing.heldOn'] : [])];
  if (notice.conflict) {
    return unclear('听证通知书的送达日期在案卷中前后不一，需核实。', ['听证通知书的送达日期'], paths);
  }
  const missing = [...(notice.day ? [] : ['听证通知书的送达日期']), ...(heldOn ? [] : ['听证举行日期'])];
  if (!notice.day || !heldOn) {
    return unclear(`判断通知是否在七日前送达，需要${missing.join('、')}，案卷未载明。`, missing, paths);
  }
  return { noticeOn: notice.day, heldOn, paths };
}

/** As `hearingDays`, for every hearing that was called: a party who stayed away must have been invited in time too. */
export function calledHearingDays(context: Context): ReturnType<typeof hearingDays> {
  const { endedBy } = context.file.hearing ?? {};
  const called = endedBy === 'absence' || endedBy === 'left';
  return (called ? undefined : hearingHeld(context)) ?? hearingDays(context);
}

/** The day whose law governs the notice. */
export function hearingNoticeDay({ file }: Context): Day | undefined {
  return servedDay(file, 'hearing-notice', file.hearing?.noticeServedOn).day ?? file.hearing?.heldOn;
}
