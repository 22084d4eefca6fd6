import { type FoundCitation, findCitations } from '../../corpus/citations/find-citations.ts';
import { loadReferenceBook } from '../../corpus/load-reference-book.ts';
import type { Span, StatedFact } from '../paper.ts';
import { stated } from '../reader.ts';
import { fullTitle } from './full-title.ts';
import type { PlainView } from './plain-view.ts';
import { withoutQuotes } from './without-quotes.ts';

/** 一条依据, with its place in plain view and in the original. */
export interface ProvisionIn extends Span {
  law: string;
  article: string;
  paragraph?: number;
  item?: number;
  /** Where it stands in plain view. */
  at: number;
}

/** What leads to a citation, the nearest before it in its sentence. */
const LEADS =
  /违反|违背|不符合|依据|依照|根据|按照|适用|参照|参考|符合|属于|构成|告知|鉴于|按(?=《)|依(?=《)|援引/g;
/** 属于《…》第三十条规定的情形。根据该项规定，决定……: the article is named once and leads by a pronoun. */
const BY_THE_SAME =
  /^[^\n]{0,160}?(?:依据|依照|根据|按照)(?:该|上述|前述)[条款项]{0,2}(?:的?规定)[^。;\n]*(?:罚|没收|警告)/;
/** Norms of procedure and of discretion decide how, not what. */
const PROCEDURE =
  /行政处罚法|行政强制法|行政复议法|行政诉讼法|民事诉讼法|行政许可法|行政处罚程序|程序规定|听证|裁量|委托|行政执法|公示|信用|滞纳金/;

/**
 * The provisions that a paper says were breached (违反…) and those by which it punishes (依据… before the penalties), as
 * told up to `until` in plain view. Quoted statutes cite nothing; the penalty and procedure acts themselves are no
 * provision punished by.
 */
export function provisionsIn(
  view: PlainView,
  until: number,
): { breached: ProvisionIn[]; punishing: ProvisionIn[] } {
  const text = withoutQuotes(view.text.slice(0, until), { titles: false });
  const cited = findCitations(text, loadReferenceBook().titleOf).map((found) => ({
    found,
    at: unitOffset(text, found.start),
    lead: '',
  }));
  for (const one of cited) one.lead = leadOf(text, one.at);
  const breached = cited.filter(({ lead, found }) => /违反|违背|不符合/.test(lead) && !isProcedure(found));
  const last = breached.findLast(({ at }) => !/听证|告知/.test(text.slice(at - 4, at)));
  const punishing = cited.filter(
    ({ lead, found, at }) =>
      (/依据|依照|根据|按照|适用|^按|^依/.test(lead) ||
        (lead === '' && last && sanctions(text, at)) ||
        (/属于|符合/.test(lead) && BY_THE_SAME.test(view.text.slice(at)))) &&
      !isProcedure(found) &&
      (!last || at > last.at) &&
      (last || operative(text, at)),
  );
  return { breached: placed(breached), punishing: placed(punishing) };

  function placed(some: readonly { found: FoundCitation; at: number }[]): ProvisionIn[] {
    const seen = new Set<string>();
    return some.flatMap(({ found, at }) => {
      if (!found.law) return [];
      const { article, paragraph, item, quote } = found;
      const one = {
        law: fullTitle(found.law),
        article,
        ...(paragraph ? { paragraph } : {}),
        ...(item ? { item } : {}),
        at,
        ...view.span(at, at + quote.length),
      };
      if (seen.has(keyOf(one))) return [];
      seen.add(keyOf(one));
      return [one];
    });
  }
}

/** Facts of provisions under `provisions.breached`, `priorNotices[p5].punishing` … */
export function provisionFacts(prefix: string, provisions: readonly ProvisionIn[]): StatedFact[] {
  return provisions.flatMap((one) => {
    const key = `${prefix}[${keyOf(one)}]`;
    return [
      stated(`${key}.law`, one.law, one),
      stated(`${key}.article`, one.article, one),
      ...(one.paragraph ? [stated(`${key}.paragraph`, one.paragraph, one)] : []),
      ...(one.item ? [stated(`${key}.item`, one.item, one)] : []),
    ];
  });
}

const keyOf = ({ law, article, paragraph, item }: Omit<ProvisionIn, 'at' | keyof Span>) =>
  `${law.replace(/^中华人民共和国/, '')}${[article, paragraph ?? (item ? '-' : undefined), item].filter(Boolean).join('.')}`;

const isProcedure = ({ law }: FoundCitation) => law !== undefined && PROCEDURE.test(law);

/** The word that leads to the citation: the nearest before it in the sentence. */
function leadOf(text: string, at: number): string {
  const sentence = /[^。;\n]*$/.exec(text.slice(0, at))?.[0] ?? '';
  return [...sentence.matchAll(LEADS)].at(-1)?.[0] ?? '';
}

/** 该条例第八十六条第（三）项规定，……的，没收……，并处罚款: a sentence that opens with the law and tells its penalties. */
const sanctions = (text: string, at: number) =>
  /(?:^|[。;\n])[^。;\n,]{0,4}$/.test(text.slice(0, at)) &&
  /^[^。;\n,:]{2,60}?(?:明确)?规定[,:][^。\n]*?(?:罚款|没收|警告|吊销|暂扣|停业)/.test(text.slice(at));

/** Without a breach told before: only what leads to the penalties in the same sentence. */
const operative = (text: string, at: number) => /^[^。;\n]*(?:决定|处罚|给予|处以|拟)/.test(text.slice(at));

/** UTF-16 offset of a code point. */
function unitOffset(text: string, point: number): number {
  let unit = 0;
  for (let index = 0; index < point; index++) unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
  return unit;
}
