import { chineseDay } from '../../../law/dates.ts';

/** `3.4 MB`. */
export function sizeWords(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${unit > 0 && size < 10 ? size.toFixed(1) : Math.round(size)} ${units[unit]}`;
}

/** When it was recorded, as far as somebody said. */
export function momentWords(began: string | undefined, ended: string | undefined): string {
  const words = (moment: string) => `${chineseDay(moment.slice(0, 10))} ${moment.slice(11, 16)}`;
  if (began && ended) {
    const sameDay = began.slice(0, 10) === ended.slice(0, 10);
    return `${words(began)}—${sameDay ? ended.slice(11, 16) : words(ended)}`;
  }
  if (ended) return `至 ${words(ended)}`;
  return began ? `自 ${words(began)}` : '没有填写';
}
