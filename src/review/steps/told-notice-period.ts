import type { CaseFile } from '../../cases/case-file.ts';
import { chineseValue } from '../../law/numbers-in-text.ts';
import { plainText } from '../words/denied-words.ts';

type Service = NonNullable<CaseFile['services']>[number];

/** 自公告之日起满十五日即视为送达, 公告期15日, 公告十五日后视为送达. */
const PERIOD =
  /(?:(?:自|从)?(?:本)?(?:公告|发布|刊登|张贴)(?:发布|刊登|张贴)?之日起,?(?:满|经过|经|届满)?|公告(?:期限?|期间)(?:为|是|:)?|公告(?:满|经过)?)(?<days>[〇零一二三四五六七八九十]{1,4}|\d{1,3})(?:个)?(?:日|天)(?:内|后|期满|届满)?[^。;\n]{0,12}(?:视为|即为)(?:已经?)?送达|公告(?:期限?|期间)(?:为|是|:)?(?<term>[〇零一二三四五六七八九十]{1,4}|\d{1,3})(?:个)?(?:日|天)/;

/** For how many days a public notice was to run, as its own papers write it; with the words and their path. */
export function toldNoticePeriod(
  { papers = [] }: CaseFile,
  { paper, number }: Service,
): { days: number; quote: string; path: string } | undefined {
  const marks = number === undefined ? undefined : plainText(number);
  for (const [index, { id, text }] of papers.entries()) {
    if (!text?.includes('公告')) continue;
    const own = plainText(text);
    const sentences = own.split(/[。\n]/);
    // Of a paper on several notices only the sentence with this number speaks of it.
    const mine = id === paper ? sentences : sentences.filter((one) => marks && one.includes(marks));
    const match = mine.map((one) => PERIOD.exec(one)).find((one) => one !== null);
    const written = match?.groups?.days ?? match?.groups?.term;
    if (match && written) {
      const days = /^\d/.test(written) ? Number(written) : chineseValue(written);
      if (!Number.isNaN(days)) return { days, quote: match[0], path: `papers.${index}.text` };
    }
  }
  return undefined;
}
