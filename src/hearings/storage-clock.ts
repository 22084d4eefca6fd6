import type { Profile } from '../corpus/profile.ts';
import { chineseDay, type Day, dayOf } from '../law/dates.ts';
import { addHours, hoursBetween } from '../law/hours.ts';
import { addWorkingDays } from '../law/working-days.ts';

/** 入库时限 of a recording: how it stands, in words, with where the limit comes from. */
export interface StorageClock {
  state: 'kept' | 'late' | 'running' | 'overdue' | 'unknown' | 'no-limit';
  text: string;
  source?: string;
}

/** Whether a recording that ended at `ended` is stored in time: at `keptAt`, or, while it is not stored, as of `now`. */
export function storageClock(
  { ended, keptAt }: { ended?: string | undefined; keptAt?: Date | undefined },
  profile: Profile,
  now: Date = new Date(),
): StorageClock {
  const limits = profile.recording;
  const source = limits?.source === undefined ? {} : { source: limits.source };
  if (!limits?.storageHours && !limits?.storageWorkingDays) {
    return limits?.elsewhere
      ? { state: 'unknown', text: `入库时限由《${limits.elsewhere}》规定，尚未载入`, ...source }
      : { state: 'no-limit', text: '地区方案没有规定入库时限' };
  }
  if (!ended) return { state: 'unknown', text: '没有填写录制的结束时间，入库时限无法计算', ...source };
  const at = beijing(keptAt ?? now);
  const limit = shorter(ended, limits);
  if (!limit) return { state: 'unknown', text: '入库时限所及年度的放假安排尚未公布，无法计算', ...source };
  const due = momentText(limit.due);
  const length = `${limit.length}（自录制结束起，至${due}）`;
  if (keptAt) {
    if (at < ended) return { state: 'unknown', text: '录制的结束时间晚于入库时间，时间有误', ...source };
    return at <= limit.due
      ? { state: 'kept', text: `在时限内入库：${length}`, ...source }
      : { state: 'late', text: `超过时限入库：${length}`, ...source };
  }
  if (at > limit.due) return { state: 'overdue', text: `已超过入库时限：${length}`, ...source };
  return { state: 'running', text: `还剩 ${left(at, limit.due)}：${length}`, ...source };
}

/** Of two limits the one that ends first: both must be kept. The last moment of the last working day is inside. */
function shorter(
  ended: string,
  { storageHours, storageWorkingDays }: NonNullable<Profile['recording']>,
): { due: string; length: string } | undefined {
  const ends: { due: string; length: string }[] = [];
  if (storageHours) ends.push({ due: addHours(ended, storageHours), length: `${storageHours} 小时` });
  if (storageWorkingDays) {
    const count = addWorkingDays(dayOf(ended), storageWorkingDays);
    if (!count.known) return undefined;
    ends.push({ due: `${count.day}T23:59:59`, length: `${storageWorkingDays} 个工作日` });
  }
  return ends.sort((a, b) => (a.due < b.due ? -1 : 1))[0];
}

/** `YYYY-MM-DDTHH:MM:SS` in China. */
function beijing(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 19);
}

function momentText(moment: string): string {
  return `${chineseDay(dayOf(moment) as Day)} ${moment.slice(11, 16)}`;
}

function left(from: string, to: string): string {
  const minutes = Math.floor(hoursBetween(from, to) * 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return hours > 0 ? `${hours} 小时 ${rest} 分` : `${rest} 分`;
}
