import { noteIn } from './row-beside.ts';

/** The notes of a row below the headings: texts that speak of the whole table, not of an item. */
export function footnotesIn(row: readonly string[]): readonly string[] {
  const [only, more] = row.filter(Boolean);
  return noteIn(row) ?? (only && !more && isFootnote(only) ? [only] : []);
}

/** 注, ②, 三、, the meaning of 以上, the day on which the table begins to apply. */
function isFootnote(words: string): boolean {
  return (
    words.length > 8 &&
    (/^(?:注|备注|说明|附注)|以上|以下/.test(words) ||
      /^(?:[①-⑳]|[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．])/.test(words) ||
      /^(?:本|自|有效期).*(?:施行|实施|执行|生效|有效期)/.test(words))
  );
}
