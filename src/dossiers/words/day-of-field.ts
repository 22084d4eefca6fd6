import { type Day, isDay } from '../../law/dates.ts';
import { daysIn } from '../../law/days-in.ts';
import type { Span } from '../paper.ts';

/** Figures alone, as banks and registers write a day where a label asks for one: 20250605, 23.9.14, 25-6-5. */
const FIGURES =
  /^(?:(?<year>20\d{2})(?<month>\d{2})(?<date>\d{2})(?!\d)|(?<y2>[12]\d)(?<sep>[-./])(?<m2>\d{1,2})\k<sep>(?<d2>\d{1,2})(?![\d.]*\d))/;

/** The first day that the value of a field states. */
export function dayOfField({
  value,
  start,
}: {
  value: string;
  start: number;
}): (Span & { day: Day }) | undefined {
  const [day] = daysIn(value);
  if (day) return { day: day.day, start: start + day.start, end: start + day.end };
  const match = FIGURES.exec(value.normalize('NFKC'));
  const { year, month, date, y2, m2, d2 } = match?.groups ?? {};
  const own = year ? `${year}-${month}-${date}` : `20${y2}-${m2?.padStart(2, '0')}-${d2?.padStart(2, '0')}`;
  return match && isDay(own) ? { day: own, start, end: start + match[0].length } : undefined;
}
