import type { FoundCitation } from './find-citations.ts';

const YEAR_AND_NUMBER = /[〔［[【（(]\s*(?:19|20)\d{2}\s*[〕］\]】）)]\s*第?\s*\d{1,5}\s*号/g;
const ISSUER = /[\u4e00-\u9fa5]{1,14}\s*$/;
const LEAD =
  /^.*(?:根据|依据|按照|依照|参照|遵照|违反了?|不?符合|适用|执行|印发|转发|通知|意见|规定|办法|[与和及的将])/;
/** The words before the year by which a document is a norm, not the paper of one case. */
const NORMATIVE = /(?:发|释|规|令|办|函|税|综|电|(?:办|规|通|发|释)字|公告|安委)$/;
const OF_A_CASE = /罚|听|责|催|复|强|扣|移|不予|案|告知/;
/** 《…》（国办发〔2018〕118号): the number stands with the title that it is the number of. */
const TITLE_BEFORE = /《((?:[^《》\n]|《[^《》\n]{1,60}》){2,100})》\s*[（(]\s*$/;
const LONGEST_TITLE = 130;

/**
 * Document numbers in a text (国办发〔2018〕118号, 法释〔2018〕1号) that no citation of an article covers, each a citation of the
 * whole document: `article` is empty, `law` its title where that stands before it, else the number. The number of a paper
 * of one case (…罚〔2023〕1号) is none, unless the library knows it.
 */
export function findDocumentNumbers(
  text: string,
  titleOf: (name: string) => string | undefined,
  covered: readonly FoundCitation[],
): FoundCitation[] {
  const documents: FoundCitation[] = [];
  const surrogates = /[\ud800-\udbff]/.test(text);
  let unit = 0;
  let point = 0;
  let next = 0;
  for (const match of text.matchAll(YEAR_AND_NUMBER)) {
    const issuer = ISSUER.exec(text.slice(Math.max(0, match.index - 16), match.index))?.[0].replace(LEAD, '');
    if (!issuer?.trim()) continue;
    const from = match.index - issuer.length;
    const quote = text.slice(from, match.index + match[0].length);
    const title = TITLE_BEFORE.exec(text.slice(Math.max(0, from - LONGEST_TITLE), from))?.[1];
    const normative = NORMATIVE.test(issuer.trim()) && !OF_A_CASE.test(issuer);
    if (!normative && !title && titleOf(quote) === undefined) continue;
    if (!surrogates) point = from;
    else for (; unit < from; point++) unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
    while (next < covered.length && covered[next]!.end <= point) next += 1;
    if ((covered[next]?.start ?? Number.POSITIVE_INFINITY) <= point) continue;
    const number = quote.replaceAll(/\s/g, '');
    const law = title && titleOf(number) === undefined ? title.replaceAll(/\s/g, '') : number;
    documents.push({ quote, start: point, end: point + quote.length, law, article: '' });
  }
  return documents;
}
