import { type Sentence, sentencesIn } from './match-in.ts';
import type { PlainView } from './plain-view.ts';
import { withoutQuotes } from './without-quotes.ts';

/** What opens a reason, up to the measure that follows from it. */
const REASON =
  /(?:鉴于|考虑到?|由于|综合(?:考虑)?|结合|(?<!原|曾)因(?!此|而|未|涉嫌|其?违法))(?<why>[^。;\n]{4,90}?),(?:且?[^,。;\n《]{0,40},)?(?<then>[^。;\n]*)$/;
/** 货值不足一万元，初次违法，予以从轻: the measure itself shows that what stands before it is the reason. */
const WEIGHED =
  /(?<why>[^。;\n]{4,90}?),(?:(?:本[局机]关?)?(?:依法|决定|应当?|可以)?(?:予以|给予|在[^,。;\n]{0,8}内)从[轻重](?!或|、|与)|(?:属|参照|对照|按照)[^,。;\n]{0,4}《[^《》\n]*裁量[^《》\n]*》)(?<then>[^。;\n]*)$/;
const MEASURE =
  /依据|根据|依照|按照|参照|对照|予以|给予|决定|处以?罚|罚款|从轻|从重|减轻|情形|档次|阶次|幅度/;
/** Something that happened: numbers, times, what the party did or did not. */
const CONCRETE =
  /\d|[两三四五六七八九十百千万](?:次|个月|年|天|日|人|名|份|元)|初次|首次|再次|多次|屡次|曾|主动|及时|改正|整改|配合|召回|停止|退[还赔款货]|赔[付偿]|(?:未|没有)造成|未满|不足|超过|[较众不偏][多大小少长短高低]|持续|学校|紧邻|邻近|拆除|补办|补缴/;
/** What the party asks, what is refused or does not apply, and what the law says is no reason of this fine. */
const OTHERS =
  /请求|主张|申辩|提出|辩称|不予采|不采纳|予以采[纳信]|不适用|不属于|不符合|不予处罚|证明|告知|送达|如不服|逾期|履行期|加处/;

/** The sentence in which a decision says, with a fact of the case, why it fines as it does. */
export function discretionReason(view: PlainView): Sentence | undefined {
  return sentencesIn(view, withoutQuotes(view.text, { titles: false })).find(({ text }) => {
    if (OTHERS.test(text)) return false;
    return [REASON, WEIGHED].some((pattern) => {
      const { why, then } = pattern.exec(text)?.groups ?? {};
      // Before the last clauses may stand which article was violated.
      const last = why?.split(',').slice(-2).join(',') ?? '';
      const own = last.replaceAll(/《[^《》]*》|第[^,。;]{1,8}[条款项]/g, '');
      return (
        CONCRETE.test(own) &&
        !/违反|(?:当事人|你单位|你)的?行为$|认为/.test(own) &&
        (pattern === WEIGHED || MEASURE.test(then ?? ''))
      );
    });
  });
}
