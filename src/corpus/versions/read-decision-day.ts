import type { Day } from '../../law/dates.ts';
import { firstDate } from '../read-effective-day.ts';

const OWN_DAY =
  /本决定\s*自([\d〇零○一二三四五六七八九十]{4}\s*年[^年，。；]{2,12}?日)起(?:正式)?(?:施行|实施|生效)/g;

/**
 * The day on which a decision of amendment takes effect, as it says of itself; the days in the texts it words anew are not
 * its own. `undefined` where it names none (自公布之日起施行) or one before its adoption.
 */
export function readDecisionDay(texts: readonly string[], adopted: Day | null): Day | undefined {
  const last = texts.flatMap((text) => [...text.matchAll(OWN_DAY)]).at(-1);
  const day = last && firstDate(last[1]!);
  return day !== undefined && (adopted === null || day >= adopted) ? day : undefined;
}
