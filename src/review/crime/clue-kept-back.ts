import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import { plainText } from '../words/denied-words.ts';

const KINDS: PaperKind[] = [
  'closing-report',
  'review-submission',
  'review-opinion',
  'discussion-minutes',
  'decision-approval',
  'closure-approval',
  'hearing-report',
  'remarks',
  'other',
];
/** 站长收受现金, 送给所长两万元, 公职人员职务犯罪线索. */
const CLUE =
  /受贿|行贿|贿赂|贪污|挪用公款|索贿|渎职|滥用职权|玩忽职守|徇私|职务(?:违法|犯罪)|公职人员|(?:收受|索要|收取)[^。\n]{0,10}(?:现金|财物|礼|钱|红包|好处|回扣|购物卡|转账)|好处费|(?:送|给)(?:了|过)?[^。\n]{0,10}(?:长|主任|书记|干部|工作人员|人员)[^。\n]{0,12}(?:\d+元|万元|现金|红包|购物卡)/;
const ORGANS = /监察|纪检|纪委|检察/;
/** 不向监察机关移送, 未将线索移交纪委监委, 自行掌握. */
const KEPT =
  /(?:不|未|没有|暂不|不再|不予|无需|不必|尚未)(?:再|予|拟|作|进行|将[^,。;\n]{0,14}|把[^,。;\n]{0,14}|向[^,。;\n]{0,14}|对[^,。;\n]{0,14}|就[^,。;\n]{0,14}|依法)*(?:移送|移交|转交|转送|通报|报告|上报|转办)|(?:自行|内部)(?:掌握|消化|处理|保存|存查)|(?:另行|暂时?)掌握|(?:仅|只)(?:作|做|存)[^,。;\n]{0,6}(?:参考|备查|留存)/;
const NONE =
  /(?:未|没有)(?:再)?(?:发现|涉及|反映|掌握|收到)|不涉及|不存在|无[^,。;\n]{0,6}(?:公职人员|职务犯罪|线索)|查无实据|经核查不属实|是否|应当|如果?(?:发现)?/;
const PASSED =
  /(?:已|于[^,。;\n]{2,14})(?:经|依法|将[^,。;\n]{0,12}|向[^,。;\n]{0,12})*(?:移送|移交|转交|转送)/;

/** Where a paper tells a clue of an official's crime and that it was not passed on; the words and the path. */
export function clueKeptBack({ papers = [] }: CaseFile): { quote: string; path: string } | undefined {
  for (const [index, { kind, text }] of papers.entries()) {
    if (!text || !KINDS.includes(kind) || !CLUE.test(text)) continue;
    const sentences = plainText(text).split(/[。\n]/);
    const at = sentences.findIndex(
      (one, place) =>
        KEPT.test(one) &&
        !NONE.test(one) &&
        !PASSED.test(one) &&
        (ORGANS.test(one) || CLUE.test(one)) &&
        CLUE.test(`${sentences[place - 1] ?? ''}。${one}`) &&
        !NONE.test(sentences[place - 1] ?? ''),
    );
    const quote = sentences[at];
    if (quote) return { quote: quote.slice(0, LONG), path: `papers.${index}.text` };
  }
  return undefined;
}

const LONG = 80;
