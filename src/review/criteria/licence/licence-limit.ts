import { addDays, chineseDay, type Day } from '../../../law/dates.ts';
import { isWorkingDay } from '../../../law/working-days.ts';
import type { Licence } from '../../rules/licence-rule.ts';

interface Interval {
  from: Day;
  to: Day;
}

/** The `n`-th working day after `start` that lies in none of the intervals; the year whose calendar is unknown. */
export function lastCountedDay(
  start: Day,
  n: number,
  excluded: readonly Interval[],
): { day: Day } | { unknownYear: string } {
  let day = start;
  for (let left = n; left > 0; ) {
    day = addDays(day, 1);
    const working = isWorkingDay(day);
    if (working === undefined) return { unknownYear: day.slice(0, 4) };
    if (working && !excluded.some(({ from, to }) => from <= day && day <= to)) left -= 1;
  }
  return { day };
}

export interface LicenceLimit {
  /** Working days from acceptance, with what was added in time. */
  days: number;
  excluded: Interval[];
  steps: string[];
  paths: string[];
  /** What would have to be settled before an overrun can be said. */
  open: string[];
}

/** 行政许可法 42 and 45: 20 working days and at most 10 more, joint handling 45 and at most 15 more. */
export function licenceLimit(licence: Licence, start: Day): LicenceLimit {
  const joint = licence.joint === true;
  const [days, more] = joint ? [45, 15] : [20, 10];
  const limit: LicenceLimit = { days, excluded: [], steps: [], paths: ['licence.joint'], open: [] };
  if (licence.joint === undefined) limit.open.push('是否统一、联合或者集中办理');
  if (!licence.extensions) limit.open.push('期限是否延长');
  if (!licence.excludedPeriods) limit.open.push('听证、检验、鉴定等所需时间');
  for (const [index, { from, to, toldInWriting }] of (licence.excludedPeriods ?? []).entries()) {
    limit.paths.push(`licence.excludedPeriods.${index}`);
    const span = `${chineseDay(from)}至${chineseDay(to)}`;
    if (toldInWriting === undefined) limit.open.push('所需时间是否书面告知申请人');
    if (toldInWriting) limit.excluded.push({ from, to });
    limit.steps.push(toldInWriting ? `${span}不计入` : `${span}没有书面告知的，计入期限`);
  }
  extend(licence, limit, start, more, joint);
  return limit;
}

function extend(licence: Licence, limit: LicenceLimit, start: Day, more: number, joint: boolean): void {
  const base = lastCountedDay(start, limit.days, limit.excluded);
  const last = 'day' in base ? base.day : undefined;
  const heads = joint ? ['government-head'] : ['head', 'deputy-authorised'];
  // Where a government decides itself, its head is the head of the agency.
  const unsettled = joint ? ['delegate'] : ['delegate', 'government-head'];
  let extended = false;
  for (const [index, { approvedOn, days, approverRole, reasonsTold }] of (
    licence.extensions ?? []
  ).entries()) {
    limit.paths.push(`licence.extensions.${index}`);
    const fault =
      (extended && '只能延长一次') ||
      (approvedOn && last && approvedOn > last && '在期限届满后才延长') ||
      (approverRole &&
        !unsettled.includes(approverRole) &&
        !heads.includes(approverRole) &&
        '批准人没有权限') ||
      (reasonsTold === false && '没有告知延长的理由');
    if (fault) {
      limit.steps.push(`延长：${fault}，不计`);
      continue;
    }
    const missing = [
      ...(approvedOn ? [] : ['延长的批准日期']),
      ...(days ? [] : ['延长的天数']),
      ...(approverRole && heads.includes(approverRole) ? [] : ['延长的批准人']),
      ...(reasonsTold ? [] : ['延长的理由是否告知']),
    ];
    limit.open.push(...missing);
    if (missing.length > 0 || !days) continue;
    extended = true;
    limit.days += Math.min(days, more);
    limit.steps.push(`经批准延长${Math.min(days, more)}个工作日`);
  }
}
