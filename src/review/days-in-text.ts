import { type Day, isDay } from '../law/dates.ts';
import { chineseValue } from '../law/numbers-in-text.ts';

const DIGITS = '[\\d〇零一二三四五六七八九十]';
const WRITTEN = new RegExp(`(${DIGITS}{4})\\s*年\\s*(${DIGITS}{1,3})\\s*月\\s*(${DIGITS}{1,3})\\s*日`, 'g');
const SHORT = /(?<!\d)(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/g;

/** Every whole date in a text: 2025年5月13日, 二〇二五年五月十三日, 2025-05-13, 2025.5.13. */
export function daysInText(text: string): Day[] {
  // 二○二五 and 二O二五: a circle or a letter typed for 〇.
  const plain = text
    .normalize('NFKC')
    .replaceAll(/(?<=[一二三四五六七八九〇零])[○◯OО0](?=[一二三四五六七八九])/g, '〇');
  return [...plain.matchAll(WRITTEN), ...plain.matchAll(SHORT)].flatMap(([, ...parts]) => {
    const [year, month, date] = parts.map((part) => (/^\d+$/.test(part) ? Number(part) : chineseValue(part)));
    const day = [year, month, date].map((part) => String(part).padStart(2, '0')).join('-');
    return isDay(day) ? [day] : [];
  });
}
