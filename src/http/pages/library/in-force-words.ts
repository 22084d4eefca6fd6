import type { NormVersion } from '../../../corpus/versions/read-norm.ts';
import { chineseDay } from '../../../law/dates.ts';

/** The days of a version, as far as they are known. */
export function inForceWords({ from, to, known }: Pick<NormVersion, 'from' | 'to' | 'known'>): string {
  if (from === null) return '施行日不明';
  const start = known ? `${chineseDay(from)}起施行` : `施行日不明（不早于${chineseDay(from)}）`;
  return to ? `${start}，至${chineseDay(to)}止` : start;
}
