import type { Grade } from '../../../law/penalties.ts';

const WORDS: [RegExp, Grade][] = [
  [/不予|免予|免除|不罚/, 'no-penalty'],
  [/减轻/, 'mitigated'],
  [/从重|严重|较重|重大|恶劣|较大|^(?:情节)?特别|^大|^重/, 'heavier'],
  [/从轻|较轻|轻微|^轻|显著轻/, 'lighter'],
  [/一般|普通|中/, 'ordinary'],
];

/** The grade of a tier by its name, else by its place among the tiers: lower third, middle, upper third. */
export function gradeOf(name: string | undefined, place: number, count: number): Grade {
  const plain = (name ?? '').replaceAll(/违法|行为|情节|程度/g, '');
  const named = /^\d|^第?[一二三四五六七八九十]+[级档阶]?$/.test(plain)
    ? undefined
    : WORDS.find(([word]) => word.test(plain))?.[1];
  if (named) return named;
  if (count === 1) return 'ordinary';
  const third = place / (count - 1);
  return third < 1 / 3 ? 'lighter' : third > 2 / 3 ? 'heavier' : 'ordinary';
}
