import type { Day } from '../../law/dates.ts';
import { firstDate, readEffectiveDay } from '../read-effective-day.ts';
import { plainTitle } from './plain-title.ts';

/** 废止: another norm that an article puts out of force. */
export interface Repeal {
  /** Its title as `plainTitle` writes it. */
  target: string;
  /** True where only some of its provisions go (《…》中有关…的规定, 《…》第三条): the rest stays in force. */
  part: boolean;
  /** The day that the article itself states; `null` where it follows the repealing norm's own first day. */
  day: Day | null;
}

const ENDS = /(?:同时|即行|相应|一并|予以|起)\s*废止$/;
/** The brackets are balanced, since titles quote titles. */
const TITLE = /《((?:[^《》]|《[^《》]*》)+)》/g;
/** A norm that is only followed, not repealed. */
const FOLLOWED = /(?:依照|依据|根据|按照)\s*$/;
const SOME_OF_IT = /^(?:（[^）]*）|\([^)]*\))*\s*(?:中|第[^，。]{1,20}条|内|所附)/;
/** 最高人民法院、最高人民检察院《关于…》: the issuing bodies belong to the title. */
const ISSUERS =
  /(?:^|[，、和及])\s*((?:最高人民法院|最高人民检察院|公安部|司法部)(?:、(?:最高人民检察院|公安部|司法部))*)\s*$/;

/**
 * The norms that an article repeals: every 《title》 of a sentence that ends in 同时废止 or the like. Sentences that speak of
 * some provisions only are marked `part` throughout, since whether the rest goes too is then open to doubt.
 */
export function readRepeals(text: string): Repeal[] {
  if (!text.includes('废止')) return [];
  const found = new Map<string, Repeal>();
  for (const sentence of text.split(/[。；;\n]/)) {
    const clause = sentence.trim();
    if (!ENDS.test(clause)) continue;
    const matches = [...clause.matchAll(TITLE)];
    const rest = (match: RegExpExecArray | RegExpMatchArray) =>
      clause.slice((match.index ?? 0) + match[0].length);
    const part = matches.some((match) => SOME_OF_IT.test(rest(match)));
    const last = matches.at(-1);
    const ownDay =
      last && /自[^，]*起\s*(?:同时|予以)?\s*废止$/.test(rest(last)) ? firstDate(rest(last)) : undefined;
    const day = ownDay ?? readEffectiveDay([text], null) ?? null;
    for (const match of matches) {
      const before = clause.slice(0, match.index);
      if (FOLLOWED.test(before)) continue;
      const issuers = match[1]!.startsWith('关于') ? (ISSUERS.exec(before)?.[1] ?? '') : '';
      const target = plainTitle(issuers + match[1]!);
      found.set(target, { target, part, day });
    }
  }
  return [...found.values()];
}
