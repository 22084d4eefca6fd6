import type { CaseFile } from '../../cases/case-file.ts';

/** A notice that takes the place of an earlier one. */
const AGAIN =
  /重新(?:作出)?告知|再次告知|再次向?[^。；\n]{0,8}告知|第二次告知|补充告知|变更告知|告知[^。；\n]{0,16}(?:不再执行|作废|撤回|撤销|收回|为准)/;
/** A look at the facts after the first account of them. */
const CORRECTED =
  /补充(?:调查|核查|查明|取证)|重新(?:核[实算定查对]|计算|认定|调查|测量|清点)|事实(?:有|发生)(?:变化|变更)|更正|核减|核增|(?:调整|变更|修正|改[正为])为|(?<!不)予以采纳|部分采纳|(?<!不予?以?|未予?)采纳[^。；\n]{0,10}(?:意见|申辩)/;
/** The change itself, told beside the figure: 由46人改为42人, 剔除4人后为42人. */
const CHANGED =
  /由[^。；\n]{0,24}?(?:改|调整|变更|更正|修正|核定|核减|核增|减少?|增加?|降|下调|上调)[为至到成]|剔除|扣除|减去|核减|核增|更正|不(?:再|应|予)?(?:计入|列入|纳入)|不予(?:认定|计算|计入)|(?:重新|再次)(?:核[实算定查对]|计算|认定|清点|测量)|(?:采纳|成立)[^。\n]{0,40}(?:调整|变更|改|重新|核)/;
const TELLING = [
  'decision',
  'no-penalty-decision',
  'review-opinion',
  'discussion-minutes',
  'decision-approval',
  'hearing-record',
  'defence-record',
  'hearing-report',
  'closing-report',
];
const NOTICES = ['prior-notice', 'hearing-right-notice'];
const REVIEWS = ['defence-record', 'closing-report', 'hearing-report'];

/**
 * Whether a paper that corrects an earlier account or tells it anew states the figure (1500元, 12盒) that the decision
 * rests on, or any paper tells the change beside the figure: what earlier papers say otherwise is then explained.
 */
export function explainedLater({ papers = [] }: CaseFile, figure: string): boolean {
  const [, number, unit] = /(\d+(?:\.\d+)?)([^\d.]{1,4})$/.exec(plain(figure)) ?? [];
  if (!number || !unit) return false;
  return papers.some(({ kind, text = '' }) => {
    const words = NOTICES.includes(kind) ? AGAIN : REVIEWS.includes(kind) ? CORRECTED : undefined;
    const given = plain(text);
    if (words?.test(given) && states(given, number, unit)) return true;
    const sentences = TELLING.includes(kind) ? given.split(/[。\n]/) : [];
    return sentences.some((sentence) => CHANGED.test(sentence) && states(sentence, number, unit));
  });
}

/** 减去底数6240, 底数6240立方米已扣除: what is taken off is no outcome of the change. */
const TAKEN_OFF = /减去[^\d。，,；;]{0,10}$/;
const IS_OFF = /^[^\d。，,；;]{0,5}(?:已|均已)(?:经|予以?)?(?:扣除|减去|剔除|扣减)/;
/** 42名 is also told as 42人. */
const PEOPLE = /^(?:名|人|个人|位)/;

function states(text: string, number: string, unit: string): boolean {
  const people = PEOPLE.test(unit);
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
    const after = text.slice(at + number.length);
    const own = people ? PEOPLE.test(after) : after.startsWith(unit);
    const off = TAKEN_OFF.test(text.slice(0, at)) || IS_OFF.test(after);
    if (own && !off && !/[\d.]/.test(text[at - 1] ?? '')) return true;
  }
  return false;
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/(?<=\d),(?=\d{3})/g, '')
    .replaceAll(/[ \t]/g, '');
