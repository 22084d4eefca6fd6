import { westernYear } from './title-notes.ts';

const YEAR = '((?:19|20)[0-9]{2}|[一二][〇零○一二三四五六七八九]{3})';
const DATED = new RegExp(
  `${YEAR}\\s*年?(?:[0-9]{1,2}月[0-9]{1,2}日)?(?:(?:修订|修正|修改|通过|公布|施行|实施)后?的?|版本?的?|文本的?)$`,
);
const YEAR_ALONE = new RegExp(`${YEAR}\\s*年(?:的)?$`);
const FORMER = /(?:修订|修正|修改)(?:之|以)?前的?|[原旧]的?$/;
const AHEAD = 24;

/**
 * The version that the words before a title mean: 2017年修正的《…》, 原《…》, 修订前的《…》 (`former`). A year alone may tell when
 * something happened (2017年《…》), so it is marked: `2017?`.
 */
export function versionBefore(text: string, at: number): { version?: string } {
  const words = text.slice(Math.max(0, at - AHEAD), at).replace(/[《“"\s]+$/, '');
  if (FORMER.test(words)) return { version: 'former' };
  const year = DATED.exec(words)?.[1];
  if (year) return { version: westernYear(year) };
  const alone = YEAR_ALONE.exec(words)?.[1];
  return alone ? { version: `${westernYear(alone)}?` } : {};
}
