import type { Paper } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { sentencesIn } from '../words/match-in.ts';
import { plainView } from '../words/plain-view.ts';
import { withoutQuotes } from '../words/without-quotes.ts';

const KINDS: ReadonlySet<Paper['kind']> = new Set([
  'closing-report',
  'review-opinion',
  'decision-approval',
  'discussion-minutes',
]);
const NOT_SUSPECTED =
  /(?<!是否|如果?|若)(?:不|未|没有|尚不|并不)(?:涉嫌|构成|存在涉嫌|存在)[^。;,\n]{0,8}(?:犯罪|刑事责任)(?!的(?:,|$)|时)|(?:无需|无须|不需要?|不必|不应|不予|不)(?:依法)?(?:移送|移交)(?:司法|公安|检察|刑事)/;
const BELOW =
  /(?:未达到?|没有达到|尚未达到|未满足|达不到|低于|不够|不足)[^。;,\n]{0,24}(?:追诉|立案)标准(?!的)/;
const SUSPECTED = /(?<!不|未|没有|是否|无)涉嫌[^。;,\n]{0,12}(?:犯罪|罪)[^。;\n]{0,30}(?:移送|移交)/;

/** 不涉嫌犯罪，不移送: what the agency's own papers find of a criminal referral, and that somebody compared the standard. */
export const noReferral: Reader = (paper) => {
  if (!KINDS.has(paper.kind)) return [];
  const view = plainView(paper.text);
  const sentences = sentencesIn(view, withoutQuotes(view.text));
  if (sentences.some(({ text }) => SUSPECTED.test(text) && !NOT_SUSPECTED.test(text))) return [];
  const below = sentences.find(({ text }) => BELOW.test(text));
  const none = sentences.find(({ text }) => NOT_SUSPECTED.test(text)) ?? below;
  return [
    ...(none ? [stated('referral.suspected', false, none)] : []),
    ...(below ? [stated('referral.considered', true, below)] : []),
  ];
};
