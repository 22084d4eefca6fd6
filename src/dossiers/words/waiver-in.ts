import type { Paper, Span, StatedFact } from '../paper.ts';
import { stated } from '../reader.ts';
import { type Sentence, sentencesIn } from './match-in.ts';
import type { PlainView } from './plain-view.ts';
import { withoutQuotes } from './without-quotes.ts';

/** 放弃: the party's own words that it will not defend itself, or asks for no hearing. */
export interface Waiver {
  statement?: Sentence | undefined;
  hearing?: Sentence | undefined;
}

const NOT =
  '(?:不|无需|无须|不再|没有|无)(?:要求|提出|提交|进行|作出?|做|需要?|申请|行使|想|打算|准备)?(?:举行|组织|进行|参加|任何|书面|口头|其他)*';
const STATEMENT = new RegExp(
  `放弃[^。;\\n]{0,20}?(?:陈述|申辩)|${NOT}(?:陈述|申辩)|(?:陈述|申辩)[^,。;\\n]{0,6}(?:权利)?[:,]?(?:均|都|全部|自愿)?(?:予以)?放弃|(?:陈述|申辩)(?:权利?|意见)?:(?:无|没有|放弃|不要求|不提出)(?![^,。;\\n]{0,4}异议)`,
);
const HEARING = new RegExp(
  `放弃[^。;\\n]{0,24}?听证|${NOT}听证|听证[^,。;\\n]{0,4}(?:权利?)?[:,]?(?:均|都|全部|自愿)?(?:予以)?放弃|听证(?:权利?)?:(?:放弃|不要求|不申请)`,
);
const ALL = /放弃(?:了|行使)?(?:以上|上述|前述|该|此|这些|全部|相关)(?:各项|全部|所有|两项|三项)?权利/;
/** What would follow from silence, what may be done, what is asked. */
const NOT_SAID = /视为|视同|逾期|期满|如果|如(?:你|需|要|不|放弃|未|在|对)|若|有权|可以|应当|[?？]|是否|享有/;
/** 知悉享有陈述、申辩的权利，现自愿放弃: what the party says it knows stands before what it says. */
const KNOWN =
  /(?:知悉|知晓|知道|得知|获知|了解|清楚|明白|告知)[^,。;]{0,30}?(?:享有|有权|可以)[^,。;]{0,40},(?!(?:逾期|期满|如|若))/g;
const BOX = /[□☐○☑√■☒✓✔]/;
const TICKED = /[☑√■☒✓✔]/;

/**
 * The waivers in a text, or in what stands behind `after` (an offset of the original); of words with boxes only the
 * ticked ones count.
 */
export function waiverIn(view: PlainView, after = 0): Waiver {
  const sentences = sentencesIn(view, withoutQuotes(view.text)).filter(({ start }) => start >= after);
  const from = sentences[0]?.from ?? 0;
  const found: Waiver = {};
  for (const sentence of sentences) {
    const own = sentence.text.replaceAll(KNOWN, '');
    if (!BOX.test(own) && NOT_SAID.test(own)) continue;
    for (const words of saidIn(own)) {
      const all = ALL.test(words);
      const before = view.text.slice(from, sentence.from + sentence.text.length);
      if (STATEMENT.test(words) || (all && /陈述|申辩/.test(before))) found.statement ??= sentence;
      if (HEARING.test(words) || (all && /听证/.test(before))) found.hearing ??= sentence;
    }
  }
  return found;
}

/** The words that count: all of them, or those behind a ticked box or before a tick in brackets: 不要求(√). */
function saidIn(words: string): string[] {
  if (!BOX.test(words)) return [words];
  const bracketed = [...words.matchAll(/([^()□☐○☑√■☒✓✔]{1,20})\(([√☑✓✔ ]*)\)/g)];
  if (bracketed.length > 0)
    return bracketed.flatMap(([, own = '', tick = '']) => (/[√☑✓✔]/.test(tick) ? [own] : []));
  const items = [...words.matchAll(/([□☐○☑√■☒✓✔])([^□☐○☑√■☒✓✔]*)/g)];
  return items.flatMap(([, box = '', own = '']) => (TICKED.test(box) ? [own] : []));
}

/**
 * The facts of a waiver that was given on `day`. Who defends himself and only remarks that he asks for no hearing may
 * still ask for one while the days run: nothing is given up then. A hearing that was waived was not held unless a
 * paper says so.
 */
export function waiverFacts(
  { statement, hearing }: Waiver,
  day: ({ day: string } & Span) | undefined,
  dossier: readonly Paper[],
): StatedFact[] {
  const heard = dossier.some(({ kind }) => /^hearing-(?!right-)/.test(kind) && kind !== 'hearing-request');
  return [
    ...(statement ? [stated('defence.submitted', false, statement)] : []),
    ...(statement && day ? [stated('defence.waivedOn', day.day, day)] : []),
    ...(hearing ? [stated('hearing.requested', false, hearing)] : []),
    ...(hearing && !heard ? [stated('hearing.held', false, hearing)] : []),
    ...(hearing && day && (statement || /放弃/.test(hearing.text))
      ? [stated('hearing.waivedOn', day.day, day)]
      : []),
  ];
}
