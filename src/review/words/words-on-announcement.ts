import type { CaseFile } from '../../cases/case-file.ts';
import { daysIn } from '../../law/days-in.ts';
import { deniedWords, type PaperOf, type PlainPaper } from './denied-words.ts';
import type { OtherWords } from './words-against-notes.ts';

const PUBLISHED = /^[^。;\n]{0,50}?(?:张贴|刊登|发布|刊载|登载|刊发|公告(?!期|送达之日|之日|期满))/;
/** 视为送达, 期满 and what somebody did before. */
const OTHER_DAY = /^[^。;\n]{0,8}(?:期满|届满|视为|退回|邮寄|寄送|到其|前往|上门|立案|作出)|^[、,]\d/;

/** The day on which a public notice was published, as its own proof tells it and nobody noted it. */
export function wordsOnAnnouncement({ services = [] }: CaseFile, paperOf: PaperOf): OtherWords[] {
  return services.flatMap(({ method, publishedOn, paper }, index): OtherWords[] => {
    const own = method === 'public-notice' && !publishedOn ? paperOf(paper) : undefined;
    const found = own && publishedIn(own);
    return found
      ? [deniedWords(`services.${index}.publishedOn`, undefined, found.day, own, found.words)]
      : [];
  });
}

function publishedIn({ text }: PlainPaper): { day: string; words: string } | undefined {
  const found = daysIn(text).filter(({ end, relative }) => {
    const after = text.slice(end, end + REACH);
    return !relative && PUBLISHED.test(after) && !OTHER_DAY.test(after);
  });
  // A notice that was put up again runs from the last of its days.
  const last = found.at(-1);
  return last && { day: last.day, words: text.slice(last.start, last.end + SHOWN).split(/[。;\n]/)[0] ?? '' };
}

const REACH = 70;
const SHOWN = 60;
