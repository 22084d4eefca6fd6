import type { CaseFile } from '../../cases/case-file.ts';
import type { Day } from '../../law/dates.ts';
import { chineseValue } from '../../law/numbers-in-text.ts';
import { endOfPeriod } from '../../law/period.ts';
import type { ServedNotice } from './prior-notices.ts';

/** 陈述申辩期限 that a notice sets in days: the last day of the shortest reading of it, and of the longest. */
export interface DefencePeriod {
  first: Day;
  last: Day;
  /** Where the notice says it, and the day it was served. */
  paths: string[];
}

const WITHIN =
  /(?<number>[一二三四五六七八九十]{1,3}|\d{1,2})个?(?<working>工作)?日(?:之|以)?内(?![缴履拆改])/g;

/**
 * The period for the defence, from the words of the notice (收到本告知书之日起五个工作日内) and the day it was served;
 * `undefined` where the notice sets none in days. Days that are not called working days may be either.
 */
export function defencePeriod(
  { notice, servedOn, paths }: ServedNotice,
  file: CaseFile,
): DefencePeriod | undefined {
  const papers = file.papers ?? [];
  const own = papers.findIndex(({ id, kind }) =>
    notice.paper ? id === notice.paper : kind === 'prior-notice',
  );
  const text = papers[own]?.text;
  if (!text || !servedOn) return undefined;
  const ends = sentencesOnDefence(text)
    .flatMap((sentence) => [...sentence.matchAll(WITHIN)])
    .flatMap(({ groups }) => endsOf(servedOn, groups!.number!, groups!.working !== undefined))
    .sort();
  const [first] = ends;
  const last = ends.at(-1);
  return first && last ? { first, last, paths: [`papers.${own}.text`, ...paths] } : undefined;
}

/** With the sentence after it, where the right and the period stand apart. */
function sentencesOnDefence(text: string): string[] {
  const all = text.normalize('NFKC').split(/[。;\n]/);
  return all.flatMap((sentence, index) => {
    if (!/陈述|申辩/.test(sentence)) return [];
    const next = all[index + 1] ?? '';
    return /日(?:之|以)?内/.test(sentence) || /听证|缴|复议|诉讼/.test(next) ? [sentence] : [sentence, next];
  });
}

function endsOf(servedOn: Day, number: string, working: boolean): Day[] {
  const length = /\d/.test(number) ? Number(number) : chineseValue(number);
  if (!Number.isFinite(length) || length < 1) return [];
  const units = working ? (['working-day'] as const) : (['calendar-day', 'working-day'] as const);
  return units.flatMap((unit) => {
    const end = endOfPeriod({ from: servedOn, length, unit });
    return end.known ? [end.last] : [end.nearest];
  });
}
