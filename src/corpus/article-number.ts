import { chineseValue } from '../law/numbers-in-text.ts';

export const CHINESE_NUMBER = '[〇零一二三四五六七八九十百千两]+';

/** 第一百三十三条之一 → `133-1`, 第64条 → `64`; `undefined` when it is not the name of an article. */
export function articleNumber(name: string): string | undefined {
  const match = new RegExp(
    `^第\\s*(${CHINESE_NUMBER}|\\d{1,4})\\s*条(?:\\s*之\\s*(${CHINESE_NUMBER}|\\d{1,2}))?$`,
  ).exec(name.normalize('NFKC').trim());
  if (!match) return undefined;
  const number = value(match[1]!);
  const sub = match[2] ? value(match[2]) : undefined;
  if (!(number > 0 && number < 10_000) || (sub !== undefined && !(sub > 0))) return undefined;
  return sub === undefined ? String(number) : `${number}-${sub}`;
}

function value(numeral: string): number {
  return /^\d/.test(numeral) ? Number(numeral) : chineseValue(numeral);
}
