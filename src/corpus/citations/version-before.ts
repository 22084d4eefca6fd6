import { westernYear } from './title-notes.ts';

const DATED =
  /((?:19|20)[0-9]{2}|[一二][〇零○一二三四五六七八九]{3})\s*年?(?:(?:[0-9]{1,2}月[0-9]{1,2}日)?(?:修订|修正|修改|通过|公布|施行|实施)(?:后|前)?的?|版本?的?)?$/;
const FORMER = /(?:修订|修正|修改)(?:之|以)?前的?|[原旧]的?$/;
const AHEAD = 24;

/** The version that the words before a title mean: 2017年修正的《…》, 原《…》, 修订前的《…》 (`former`). */
export function versionBefore(text: string, at: number): { version?: string } {
  const words = text.slice(Math.max(0, at - AHEAD), at).replace(/[《“"\s]+$/, '');
  if (FORMER.test(words.slice(-5)) && /(?:前的?|[原旧]的?)$/.test(words)) return { version: 'former' };
  const year = DATED.exec(words)?.[1];
  return year ? { version: westernYear(year) } : {};
}
