import { type DayIn, daysIn } from '../../law/days-in.ts';
import type { Span, StatedFact } from '../paper.ts';
import { stated } from '../reader.ts';

/** 公告送达 as a text tells it: 于5月17日张贴公告，至6月16日视为送达. */
export interface PublicNotice {
  published?: DayIn;
  served?: DayIn;
  /** Why nothing else was possible. */
  attempts?: Span;
}

const PUBLISHED = /^[^。；\n]{0,50}?(?:张贴|刊登|发布|刊载|公告(?!期|送达之日))/;
const SERVED = /^[^。；\n\d]{0,10}?(?:期满|届满|视为|止)/;
const ATTEMPTS =
  /(?=\S)[^。；\n\t]{0,160}(?:(?:无法|未能|不能|均未)[^。；，\n]{0,12}(?:送达|联系|取得联系)|下落不明|查无此人|退回|退件|去向不明)[^。；\n\t]*/;

export function publicNoticeIn(text: string, within: Span = { start: 0, end: text.length }): PublicNotice {
  const days = daysIn(text).filter(({ start }) => start >= within.start && start < within.end);
  const served = days.findLast(({ end }) => SERVED.test(text.slice(end, within.end)));
  const published = days.find((day) => day !== served && PUBLISHED.test(text.slice(day.end, within.end)));
  const match = ATTEMPTS.exec(text.slice(within.start, within.end));
  const words = match?.[0].trim();
  const start = match ? within.start + match.index + match[0].indexOf(words!) : 0;
  return {
    ...(published ? { published } : {}),
    ...(served ? { served } : {}),
    ...(words ? { attempts: { start, end: start + words.length } } : {}),
  };
}

/** The facts of a service by public notice, but for what was served. */
export function publicNoticeFacts(key: string, text: string, notice: PublicNotice): StatedFact[] {
  const { published, served, attempts } = notice;
  return [
    ...(published ? [stated(`${key}.publishedOn`, published.day, published)] : []),
    ...(served ? [stated(`${key}.servedOn`, served.day, served)] : []),
    ...(attempts ? [stated(`${key}.priorAttempts`, text.slice(attempts.start, attempts.end), attempts)] : []),
  ];
}
