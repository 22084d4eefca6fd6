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
  /(?<!是否|如果?|若)(?:不|未|没有|尚不|并不)(?:涉嫌|构成|存在涉嫌|存在)[^。;,\n]{0,8}(?:犯罪|刑事责任)(?!的(?:,|$)|时)|(?:无需|无须|不需要?|不必|不应|不予|不)(?:依法)?(?:移送|移交)(?:司法|公安|检察|刑事)|(?:无|没有|未发现|未见)(?:存在)?涉嫌[^。;,\n]{0,4}犯罪|不(?:涉及|构成|符合|存在)(?:刑事|犯罪|涉罪)?(?:案件)?(?:的)?移送|(?<!应当?|逾期|而|拒)(?:不|无需|不需要?|不必|不予|不应)移送(?=$|[,。;\n\t])|移送[:\t](?:不涉及|无|否|不需要?|无需)(?=$|[,。;\n\t])/;
/** 经与移送标准比对: somebody compared. */
const COMPARED =
  /(?:比对|比照|对照|对比|衡量|核对)[^。;\n]{0,30}(?:标准|移送|犯罪|追诉)|(?:移送|追诉|立案)[^。;\n]{0,6}标准[^。;\n]{0,12}(?:比对|比照|对照|对比|衡量|核对)/;
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
  const compared = below ?? (none && sentences.find(({ text }) => COMPARED.test(text)));
  return [
    ...(none ? [stated('referral.suspected', false, none)] : []),
    ...(compared ? [stated('referral.considered', true, compared)] : []),
  ];
};
