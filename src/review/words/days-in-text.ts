import type { Day } from '../../law/dates.ts';
import { daysIn } from '../../law/days-in.ts';

/** Every whole date in a text: 2025年5月13日, 二〇二五年五月十三日, 2025-05-13, 2025.5.13. */
export function daysInText(text: string): Day[] {
  return daysIn(text.normalize('NFKC')).flatMap(({ day, relative }) => (relative ? [] : [day]));
}
