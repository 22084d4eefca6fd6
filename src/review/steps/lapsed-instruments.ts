import type { Day } from '../../law/dates.ts';
import { daysIn } from '../../law/days-in.ts';

const DAY = String.raw`\d{4}(?:年|[-./])\d{1,2}(?:月|[-./])\d{1,2}日?`;
/** 电子秤检定证书有效期至2025年3月1日, 测距仪（校准有效期2024年1月1日至2024年12月31日）. */
const VALID = new RegExp(
  String.raw`(?<of>[^。;,、(\n]{0,16})[^。;\n]{0,24}?(?:检定|校准|计量认证)[^。;\n]{0,30}?(?:有效(?:期限?|日期)?(?:为|是|:|自)*(?:${DAY}起?)?(?:至|到|止于?|-|~)|有效截止日期?(?:为|:)?)(?<to>${DAY})`,
  'g',
);
const TESTED = /(?:检测|检验|测量|监测|采样|抽样|称重|测定|分析|勘验)(?:日期|时间)(?:为|:)?$/;

/** The instrument that was looked at, and not the one it was looked at with. */
const THEIRS = /被检|送检|受检|当事人|该[店厂公单]|贸易结算/;

export interface LapsedInstrument {
  quote: string;
  to: Day;
  usedOn: Day;
}

/**
 * Measuring instruments whose verification, as a paper tells it, had run out on the day they were used: the day of the test
 * that the paper names, else `on`.
 */
export function lapsedInstruments(given: string, on: Day): LapsedInstrument[] {
  const text = given.normalize('NFKC').replaceAll(/[ \t\u3000]/g, '');
  const tested = daysIn(text).find(({ start, relative }) => !relative && TESTED.test(text.slice(0, start)));
  const usedOn = tested?.day ?? on;
  return [...text.matchAll(VALID)].flatMap(({ 0: quote, groups }): LapsedInstrument[] => {
    const to = daysIn(groups?.to ?? '')[0]?.day;
    return to && to < usedOn && !THEIRS.test(quote) ? [{ quote: quote.slice(-60), to, usedOn }] : [];
  });
}
