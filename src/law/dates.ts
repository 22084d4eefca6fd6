/** Calendar days as `YYYY-MM-DD` strings, Chinese local time. Comparing the strings compares the days. */
export type Day = string;

const MS = 86_400_000;

/** True for an existing day written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (text.length !== 10 || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** The day `n` calendar days after `day` (before it when `n` is negative). The start day is not counted. */
export function addDays(day: Day, n: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + n * MS).toISOString().slice(0, 10);
}

/** Calendar days from `from` to `to`; 0 on the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS);
}

/**
 * The same day number `n` months later, or that month's last day where the number does not exist
 * (practice, to be confirmed locally: the statutes are silent).
 */
export function addMonths(day: Day, n: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const months = year * 12 + (month - 1) + n;
  const y = Math.floor(months / 12);
  const m = months - y * 12;
  const last = new Date(Date.UTC(y, m + 1, 0)).getUTCDate();
  return new Date(Date.UTC(y, m, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The same date `n` years later; 29 February becomes 28 February in a common year. */
export function addYears(day: Day, n: number): Day {
  return addMonths(day, n * 12);
}

/** The day part of a moment `YYYY-MM-DDTHH:MM` or of a day. */
export function dayOf(moment: string): Day {
  return moment.slice(0, 10);
}

/** Today in China (UTC+8, no summer time), whatever the machine's zone. */
export function today(now: Date = new Date()): Day {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** `2024年3月5日`. */
export function chineseDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
