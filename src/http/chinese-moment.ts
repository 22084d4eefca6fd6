import { chineseDay } from '../law/dates.ts';

/** `2026年3月5日 14:02`, in China's time whatever the machine's zone. */
export function chineseMoment(moment: Date): string {
  const local = new Date(moment.getTime() + 8 * 3_600_000).toISOString();
  return `${chineseDay(local.slice(0, 10))} ${local.slice(11, 16)}`;
}
