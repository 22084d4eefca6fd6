import type { CaseFile } from '../cases/case-file.ts';

/** A notice that takes the place of an earlier one. */
const AGAIN =
  /重新(?:作出)?告知|再次告知|再次向?[^。；\n]{0,8}告知|第二次告知|补充告知|变更告知|告知[^。；\n]{0,16}(?:不再执行|作废|撤回|撤销|收回|为准)/;
/** A look at the facts after the first account of them. */
const CORRECTED =
  /补充(?:调查|核查|查明|取证)|重新(?:核[实算定查对]|计算|认定|调查|测量|清点)|事实(?:有|发生)(?:变化|变更)|更正|核减|核增|(?:调整|变更|修正|改[正为])为|予以采纳|部分采纳|采纳[^。；\n]{0,10}(?:意见|申辩)/;
const NOTICES = ['prior-notice', 'hearing-right-notice'];
const REVIEWS = ['defence-record', 'closing-report', 'hearing-report'];

/**
 * Whether a paper that corrects an earlier account or tells it anew states the figure (1500元, 12盒) that the decision
 * rests on: what earlier papers say otherwise is then explained.
 */
export function explainedLater({ papers = [] }: CaseFile, figure: string): boolean {
  const [number] = /\d+(?:\.\d+)?[^\d.]{1,4}$/.exec(plain(figure)) ?? [];
  if (!number) return false;
  return papers.some(({ kind, text = '' }) => {
    const words = NOTICES.includes(kind) ? AGAIN : REVIEWS.includes(kind) ? CORRECTED : undefined;
    const given = plain(text);
    return words?.test(given) === true && states(given, number);
  });
}

function states(text: string, number: string): boolean {
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
    if (!/[\d.]/.test(text[at - 1] ?? '')) return true;
  }
  return false;
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/(?<=\d),(?=\d{3})/g, '')
    .replaceAll(/[ \t]/g, '');
