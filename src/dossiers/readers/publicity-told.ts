import { type Reader, stated } from '../reader.ts';
import { isOnTheSpot } from '../words/is-on-the-spot.ts';
import { firstIn, sentencesIn } from '../words/match-in.ts';
import { plainView } from '../words/plain-view.ts';

/** 本决定将依法公示, 本局将向社会公开行政处罚信息. */
const WILL_BE = /(?:将|依法|应当)[^。;\n]{0,40}公[示开](?!牌|栏|价|听证|举行|道歉|募集|承诺|发行)/;
const OF_PENALTY = /处罚(?:决定|信息|结果)|本决定|该决定/;
const NOT_SO = /不予?公[示开]|不再公|未公|撤销|撤下|停止公|申请|信用修复/;
/** 行政处罚信息公示告知书, in the row of a receipt beside the decision. */
const NOTICE = /(?:行政)?(?:处罚)?(?:决定)?(?:信息)?公[示开](?:的)?(?:信息)?(?:告知|提示)(?:书|单)?/;

/** That the party was told in writing, with the decision, that its punishment is made public. */
export const publicityTold: Reader = (paper) => {
  const view = plainView(paper.text);
  if (paper.kind === 'decision' && !isOnTheSpot(paper)) {
    const told = sentencesIn(view).find(
      ({ text, from }) =>
        from > view.text.length / 2 && WILL_BE.test(text) && OF_PENALTY.test(text) && !NOT_SO.test(text),
    );
    return told ? [stated('publication.noticeGiven', true, told)] : [];
  }
  if (paper.kind !== 'proof-of-service' || !/处罚决定书/.test(view.text)) return [];
  const listed = firstIn(view, NOTICE);
  return listed && !/[□☐未]$/.test(view.text.slice(0, listed.from).trimEnd())
    ? [stated('publication.noticeGiven', true, listed)]
    : [];
};
