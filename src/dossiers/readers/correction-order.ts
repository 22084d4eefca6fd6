import { daysIn } from '../../law/days-in.ts';
import type { Paper, Span, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { plainView } from '../words/plain-view.ts';
import { signatureIn } from '../words/signature-in.ts';

const DONE =
  /(?:已(?:经)?(?:全部|按期|按时|如期|按要求|在(?:责令)?期限内)?(?:改正|整改|纠正|拆除|停止)(?:完毕|到位|完成|了)?|整改完毕|改正完毕|整改到位|已在责令(?:改正)?期限内改正)/;
const NOT_DONE =
  /(?:逾期|仍)(?:未|不|拒不)[^。；;\n]{0,8}(?:改正|整改|履行|支付|拆除)|未(?:按期|按时|在[^。；;\n]{0,8}内)?(?:改正|整改完毕)|拒不(?:改正|整改)/;
const RECHECK = /复查|整改.{0,6}(?:核查|验收|检查|情况)|核查|验收/;

/** 责令改正: when it was ordered, until when, and what a check afterwards found. */
export const correctionOrder: Reader = (paper, dossier) => {
  const head = paper.text.slice(0, 60).replaceAll(/\s/g, '');
  const recheck = RECHECK.test(paper.title || head.slice(0, 24));
  if (recheck && ['correction-order', 'inspection-record', 'other'].includes(paper.kind))
    return checkedAgain(paper);
  if (paper.kind === 'closing-report') return checkedAgain(paper, /复查|核查/);
  if (paper.kind === 'decision' && dossier.some(({ kind }) => kind === 'correction-order'))
    return toldCorrected(paper);
  if (paper.kind !== 'correction-order') return [];
  const { day } = signatureIn(plainView(paper.text));
  const until = untilIn(paper.text, day?.day);
  return [
    ...(day ? [stated('correctionOrder.issuedOn', day.day, day)] : []),
    ...(until ? [stated('correctionOrder.until', until.day, until)] : []),
  ];
};

const CORRECTED =
  /已(?:经)?(?:全部|按期|按时|如期|按要求|及时|当场|立即|(?:在|于)[^，,。；;\n]{1,16})(?:全部|完成)?(?:改正|整改|纠正)(?:完毕|到位|完成|了)?(?=[，,。；;、\n]|$)/;

/** 违法行为已于检查当日改正: the decision itself says so and nothing else of it. */
function toldCorrected({ text }: Paper): StatedFact[] {
  const match = NOT_DONE.test(text) ? null : CORRECTED.exec(text);
  return match
    ? [
        stated('correctionOrder.corrected', true, {
          start: match.index,
          end: match.index + match[0].length,
        }),
      ]
    : [];
}

const TO_DO =
  /^[ 　]*(?:24[时点:：](?:00)?分?)?(?:之?前|以前|止)[，,]?(?:自行|全部|立即|予以|将[^，,。；;\n]{1,20}|对[^，,。；;\n]{1,20}|完成)*(?:改正|整改|纠正|回填|修复|恢复|拆除|清理|清除|清运|召回|补[办缴正种植]|停止|缴[清纳]|退[还出]|搬迁|消除|治理|办理|安装|更换|下架|搬离|迁出|履行|完毕|到位)/;

/** 于2024年9月12日前, 限于9月12日之前, 至9月12日止: the last day for the correction. */
function untilIn(text: string, issued: string | undefined): ({ day: string } & Span) | undefined {
  const ordered = /责令|指令|命令|限(?:你|期|于)|要求|令你|通知你/.exec(text);
  if (!ordered) return undefined;
  return daysIn(text).find(({ start, end, day }) => {
    if (start < ordered.index) return false;
    const after = text.slice(end, end + 10);
    // A day before the order's own is its limit only where what is to be done follows: 于3月1日前回填.
    if (issued && day < issued && !TO_DO.test(text.slice(end))) return false;
    const before = text.slice(Math.max(0, start - 16), start);
    return (
      /^[ 　]*(?:24[时点:：](?:00)?分?)?(?:之?前|以前|止)/.test(after) ||
      (/(?:期限|改正时间|整改时限|截止)[^。\n]{0,6}[:：至为]?[ 　]*$/.test(before) &&
        /^[\s　。；;，,)）]|^$/.test(after))
    );
  });
}

function checkedAgain(paper: Paper, about = /复查(?:结论|意见|情况|结果)|整改情况|改正|整改/): StatedFact[] {
  const sentences = [...paper.text.matchAll(/[^。；;\n]+/g)];
  const said = sentences.filter((match) => about.test(match[0]));
  const not = said.find((match) => NOT_DONE.test(match[0]));
  const done = said.findLast((match) => DONE.test(match[0]) && !NOT_DONE.test(match[0]));
  const found = not ?? done;
  if (!found) return [];
  const lead = /^[\s　]*/.exec(found[0])?.[0].length ?? 0;
  return [
    stated('correctionOrder.corrected', !not, {
      start: found.index + lead,
      end: found.index + found[0].length,
    }),
  ];
}
